/** Commands that keep something for later. */
@NullMarked
package dev.callboard.command.keep;

import org.jspecify.annotations.NullMarked;
