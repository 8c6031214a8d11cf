package dev.callboard.session.attendance;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.plan.Segment;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time that presence is measured against.
 *
 * @param whole from the beginning of the class to its end, or to now
 * @param counted what of it counts: without breaks, or only while taught, as the policy says
 * @param untaught whether all of it counts only because no facilitator was recognised in it
 * @param running whether the class goes on
 * @param over whether it is over
 */
record Frame(
    Spans whole, Spans counted, boolean untaught, boolean running, boolean over, Instant now) {

  private static final String BREAK = "break";

  static Frame of(Course course, Plan plan, Policy policy, Spans taught, Instant now) {
    Spans whole = whole(course, policy, now);
    boolean byTeacher = policy.basis() == Policy.Basis.INSTRUCTOR;
    Spans lessons = whole.within(taught);
    boolean untaught = byTeacher && lessons.isEmpty() && !whole.isEmpty();
    Spans counted = byTeacher && !untaught ? lessons : whole;
    if (!policy.breaks()) {
      counted = counted.without(breaks(course, plan, now));
    }
    boolean over = course.ended() != null;
    return new Frame(whole, counted, untaught, course.started() != null && !over, over, now);
  }

  /** The class as it was, or as it was planned; up to now while it goes on. */
  static Spans whole(Course course, Policy policy, Instant now) {
    Span planned = course.planned();
    if (policy.basis() == Policy.Basis.SCHEDULED && planned != null) {
      boolean cut = course.ended() == null && now.isBefore(planned.to());
      return Spans.of(planned.from(), cut ? now : planned.to());
    }
    Instant started = course.started();
    return started == null ? Spans.NONE : Spans.of(started, course.until(now));
  }

  private static Spans breaks(Course course, Plan plan, Instant now) {
    Set<String> keys =
        plan.segments().stream()
            .filter(Frame::isBreak)
            .map(Segment::key)
            .collect(Collectors.toSet());
    List<Span> spans =
        course.visits().stream()
            .filter(visit -> keys.contains(visit.segment()))
            .map(visit -> new Span(visit.from(), visit.to() == null ? now : visit.to()))
            .toList();
    return Spans.union(spans, Duration.ZERO);
  }

  private static boolean isBreak(Segment segment) {
    return segment.activity() != null
        ? segment.activity().kind().equals(BREAK)
        : segment.key().equals(BREAK) || segment.key().matches("(.*-)?break(-\\d+)?");
  }
}
