/**
 * The one way in: takes an inbound, calls a command, commits what it decided, hands back the reply.
 * Declares what it needs of a store. Imports {@code chat}, {@code command}, {@code session}, {@code
 * plan}.
 */
@NullMarked
package dev.callboard.desk;

import org.jspecify.annotations.NullMarked;
