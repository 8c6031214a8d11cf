/** Checks of the sources themselves: layers, sizes, format. */
@NullMarked
package dev.callboard.checks;

import org.jspecify.annotations.NullMarked;
