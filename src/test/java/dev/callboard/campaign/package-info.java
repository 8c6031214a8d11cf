/** Long trials of the running server, as its own process and from outside. */
@NullMarked
package dev.callboard.campaign;

import org.jspecify.annotations.NullMarked;
