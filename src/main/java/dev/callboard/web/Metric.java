package dev.callboard.web;

/** Something that {@code /metrics} tells; every one is listed in {@code metrics.md}. */
@FunctionalInterface
public interface Metric {

  /** Writes it in Prometheus's text form. */
  void print(StringBuilder out);
}
