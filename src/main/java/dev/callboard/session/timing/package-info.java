/**
 * The clock of a class: functions of plan, facts and now. Everything is an instant or a duration; a
 * time of day becomes an instant once, in the class zone.
 */
@NullMarked
package dev.callboard.session.timing;

import org.jspecify.annotations.NullMarked;
