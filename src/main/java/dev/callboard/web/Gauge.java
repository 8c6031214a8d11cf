package dev.callboard.web;

import java.util.function.LongSupplier;

/**
 * A number that {@code /metrics} tells.
 *
 * @param name in Prometheus's form, such as {@code callboard_outbox_depth}
 * @param help what it counts, in one line
 * @param value asked at every reading
 */
public record Gauge(String name, String help, LongSupplier value) {}
