/**
 * A class that was opened: what happened in it, event by event, and how it stands after all that.
 * Imports {@code chat} and {@code plan}.
 */
@NullMarked
package dev.callboard.session;

import org.jspecify.annotations.NullMarked;
