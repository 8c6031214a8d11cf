/**
 * Sends what was committed: in order per conversation, at each platform's pace, again when it
 * failed, and never to eyes it is not for. Declares what it needs of a store. Imports {@code chat},
 * {@code session} and {@code platform}.
 */
@NullMarked
package dev.callboard.outbox;

import org.jspecify.annotations.NullMarked;
