/**
 * The seam between Callboard and the platforms: what an adapter is given and what it gives back,
 * and what every adapter needs. Imports only {@code chat}.
 */
@NullMarked
package dev.callboard.platform;

import org.jspecify.annotations.NullMarked;
