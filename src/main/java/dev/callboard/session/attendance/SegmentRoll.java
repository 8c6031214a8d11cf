package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a segment ran, to see who was there in it.
 *
 * @param segment its key
 * @param ran all its visits
 */
public record SegmentRoll(String segment, Spans ran) {

  /** All segments that ran, in the order of their first visit. */
  public static List<SegmentRoll> of(Course course, Instant now) {
    Map<String, List<Span>> visits = new LinkedHashMap<>();
    for (Course.Visit visit : course.visits()) {
      Instant to = visit.to() == null ? now : visit.to();
      visits
          .computeIfAbsent(visit.segment(), _ -> new ArrayList<>())
          .add(new Span(visit.from(), to));
    }
    return visits.entrySet().stream()
        .map(entry -> new SegmentRoll(entry.getKey(), Spans.union(entry.getValue(), Duration.ZERO)))
        .toList();
  }

  /** How long somebody was there while it ran; exact. */
  public Duration attended(Spans presence) {
    return presence.within(ran).length();
  }

  /**
   * Whether somebody was there for less than half of it. Whoever was there by hand, and whom no
   * meeting told of, was there for all of it as far as anybody knows.
   */
  public boolean missed(Verdict verdict, Spans presence) {
    return !verdict.thereByHandAlone() && shortOf(presence);
  }

  private boolean shortOf(Spans presence) {
    return attended(presence).multipliedBy(2).compareTo(ran.length()) < 0;
  }
}
