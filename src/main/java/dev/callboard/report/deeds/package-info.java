/** The log of a class in words. Imports chat, plan, session and the sheets of report. */
@NullMarked
package dev.callboard.report.deeds;

import org.jspecify.annotations.NullMarked;
