/**
 * The Bot Framework SDK behind a wall: it parses activities and runs turns, and nothing else of it
 * is let through. The SDK is no longer released; this is the only package that may import it, so
 * that it can be replaced without touching the adapter. Imports nothing of the house.
 */
@NullMarked
package dev.callboard.platform.teams.bf;

import org.jspecify.annotations.NullMarked;
