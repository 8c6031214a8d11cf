/**
 * The log, the outbox and their indexes on disk: the only room that knows SQL. Imports {@code
 * chat}, {@code session}, {@code plan} and the ports of {@code desk}, {@code outbox} and {@code
 * platform.lobby}.
 */
@NullMarked
package dev.callboard.store;

import org.jspecify.annotations.NullMarked;
