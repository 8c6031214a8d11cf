/**
 * The chat that Callboard serves itself, in the browser: class room, backstage, direct messages and
 * meeting of every plan, for each person the plan names. A platform like any other, with its far
 * side in the same package. Imports {@code chat} and {@code platform}.
 */
@NullMarked
package dev.callboard.platform.lobby;

import org.jspecify.annotations.NullMarked;
