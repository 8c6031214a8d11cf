/** Commands that help people find their way. */
@NullMarked
package dev.callboard.command.guide;

import org.jspecify.annotations.NullMarked;
