package dev.callboard.outbox;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/**
 * What all lanes of an outbox share.
 *
 * @param server a name no other running server has
 * @param open whether anything may still be begun
 */
record Works(
    Shelf shelf,
    Sender sender,
    Lease lease,
    InstantSource clock,
    String server,
    Executor threads,
    ScheduledExecutorService alarm,
    BooleanSupplier open) {}
