package dev.callboard.session.attendance;

import org.jspecify.annotations.Nullable;

/**
 * Two connections that the platform says are one person's.
 *
 * @param holding in which both are
 * @param otherStay null when only the connection was named
 */
record Bond(
    String holding,
    String connection,
    String stay,
    String otherConnection,
    @Nullable String otherStay) {}
