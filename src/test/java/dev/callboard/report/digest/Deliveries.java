package dev.callboard.report.digest;

import dev.callboard.report.digest.DeliverySummary.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Deliveries of a plan of one or more segments, a day apart. */
final class Deliveries {

  private static final Instant FIRST = Instant.parse("2026-03-02T14:00:00Z");

  private final List<DeliverySummary> all = new ArrayList<>();

  /** One more delivery with these segments. */
  Deliveries given(String version, Part... parts) {
    Instant started = FIRST.plus(Duration.ofDays(all.size()));
    LocalDate date = started.atOffset(ZoneOffset.UTC).toLocalDate();
    Duration ran = List.of(parts).stream().map(Part::actual).reduce(Duration.ZERO, Duration::plus);
    all.add(
        new DeliverySummary(
            "hybrid-" + all.size(),
            "hybrid",
            "Hybrid",
            version,
            started,
            date,
            ran,
            ran.minus(Duration.ofMinutes(60)),
            18,
            16,
            List.of(parts),
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  /** The newest of them had these issues. */
  Deliveries troubled(DeliverySummary.Trouble... issues) {
    DeliverySummary last = all.removeLast();
    all.add(
        new DeliverySummary(
            last.session(),
            last.plan(),
            last.title(),
            last.version(),
            last.started(),
            last.date(),
            last.ran(),
            last.over(),
            last.learners(),
            last.attended(),
            last.parts(),
            last.notes(),
            last.debrief(),
            List.of(issues)));
    return this;
  }

  List<DeliverySummary> all() {
    return all;
  }

  Digest digest() {
    return Digest.of(all).orElseThrow();
  }

  /** A poll of so many minutes that took so many. */
  static Part poll(double planned, double actual) {
    return part("poll-1", planned, actual);
  }

  static Part part(String key, double planned, double actual) {
    return new Part(
        key,
        key.equals("poll-1") ? "Poll 1" : key,
        false,
        false,
        minutes(planned),
        null,
        minutes(actual),
        true,
        false,
        false,
        false);
  }

  static Part cut(Part part) {
    return new Part(
        part.segment(),
        part.title(),
        false,
        part.bound(),
        part.planned(),
        part.least(),
        part.actual(),
        true,
        false,
        true,
        false);
  }

  /** Left out on purpose. */
  static Part skipped(Part part) {
    return new Part(
        part.segment(),
        part.title(),
        false,
        part.bound(),
        part.planned(),
        part.least(),
        Duration.ZERO,
        false,
        true,
        false,
        false);
  }

  static Part bound(Part part, double least, boolean cushion) {
    return new Part(
        part.segment(),
        part.title(),
        false,
        cushion,
        part.planned(),
        minutes(least),
        part.actual(),
        true,
        false,
        false,
        false);
  }

  static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }
}
