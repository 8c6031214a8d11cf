/** Commands that say something to the class, and that change or take back what was said. */
@NullMarked
package dev.callboard.command.say;

import org.jspecify.annotations.NullMarked;
