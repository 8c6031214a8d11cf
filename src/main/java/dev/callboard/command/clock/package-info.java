/** Commands that open, run and close a class, and the card that shows where it stands. */
@NullMarked
package dev.callboard.command.clock;

import org.jspecify.annotations.NullMarked;
