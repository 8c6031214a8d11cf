package dev.callboard.web;

import java.util.function.LongSupplier;

/**
 * A number that {@code /metrics} tells.
 *
 * @param name in Prometheus's form, such as {@code callboard_outbox_depth}
 * @param help what it counts, in one line
 * @param value asked at every reading
 */
public record Gauge(String name, String help, LongSupplier value) implements Metric {

  @Override
  public void print(StringBuilder out) {
    out.append("# HELP %s %s\n".formatted(name, help));
    out.append("# TYPE %s gauge\n".formatted(name));
    out.append("%s %d\n".formatted(name, value.getAsLong()));
  }
}
