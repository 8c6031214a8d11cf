/**
 * Rosters that come as tables, and the file beside a plan that its learners are read from. Part of
 * {@code plan}.
 */
@NullMarked
package dev.callboard.plan.roster;

import org.jspecify.annotations.NullMarked;
