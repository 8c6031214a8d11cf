package dev.callboard.platform;

import java.time.Duration;

/**
 * How fast a lane may be served: a bucket of {@code burst} that gains one every {@code each}.
 *
 * @param tenantPerSecond what all lanes of one tenant may send together in a second
 */
public record Pace(int burst, Duration each, int tenantPerSecond) {}
