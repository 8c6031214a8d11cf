package dev.callboard.session.attendance;

import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.attendance.Stretch.End;
import dev.callboard.session.attendance.Stretch.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges presence by a policy. Minutes are exact; what a mass drop took away is not held against
 * anybody's coming and going, but is not counted as presence either.
 */
final class Judge {

  private static final Duration FAR = Duration.ofDays(1);

  private final Policy policy;
  private final Frame frame;
  private final List<Storm> storms;

  Judge(Policy policy, Frame frame, List<Storm> storms) {
    this.policy = policy;
    this.frame = frame;
    this.storms = storms;
  }

  Verdict of(Person person, @Nullable String account, @Nullable Mark mark) {
    Spans inClass = person.spans().within(frame.whole());
    Spans credit = inClass.within(frame.counted());
    Spans lenient = lenient(person);
    Instant joined = inClass.first().orElse(null);
    Instant left = inClass.last().orElse(null);
    boolean here = frame.running() && person.here(frame.now());
    Duration late = late(lenient);
    Duration early = here || frame.running() ? null : early(lenient);
    Status status = mark == null ? status(inClass, credit, late, early) : status(mark);
    return new Verdict(
        status,
        credit.length(),
        frame.counted().length(),
        joined,
        here ? null : left,
        late,
        early,
        gaps(inClass),
        inClass.isEmpty() && !person.here(frame.now()) ? before(person) : null,
        sure(person),
        account,
        mark);
  }

  private static Status status(Mark mark) {
    return switch (mark.kind()) {
      case PRESENT -> Status.PRESENT;
      case LATE -> Status.LATE;
      case PARTIAL -> Status.PARTIAL;
      case ABSENT -> Status.ABSENT;
      case EXCUSED -> Status.EXCUSED;
    };
  }

  /** Before the end nobody is missing who was there, though it were in a break. */
  private Status status(
      Spans inClass, Spans credit, @Nullable Duration late, @Nullable Duration early) {
    if (frame.over() && credit.isEmpty()) {
      return Status.ABSENT;
    }
    if (inClass.isEmpty()) {
      return Status.MISSING;
    }
    if (late != null && policy.absentAfter() != null && late.compareTo(policy.absentAfter()) > 0) {
      return Status.ABSENT;
    }
    if (frame.over() && tooLittle(credit.length())) {
      return Status.PARTIAL;
    }
    if (early != null) {
      return Status.LEFT_EARLY;
    }
    return late == null ? Status.PRESENT : Status.LATE;
  }

  private boolean tooLittle(Duration present) {
    if (policy.minimum() != null && present.compareTo(policy.minimum()) < 0) {
      return true;
    }
    Integer percent = policy.percent();
    return percent != null
        && present.multipliedBy(100).compareTo(frame.counted().length().multipliedBy(percent)) < 0;
  }

  private @Nullable Duration late(Spans lenient) {
    Instant first = lenient.within(frame.whole()).first().orElse(null);
    Instant begin = frame.whole().first().orElse(null);
    if (first == null || begin == null) {
      return null;
    }
    Duration late = Duration.between(begin, first);
    return late.compareTo(policy.lateAfter()) > 0 ? late : null;
  }

  private @Nullable Duration early(Spans lenient) {
    Instant last = lenient.within(frame.whole()).last().orElse(null);
    Instant end = frame.whole().last().orElse(null);
    if (last == null || end == null) {
      return null;
    }
    Duration early = Duration.between(last, end);
    return early.compareTo(policy.earlyBefore()) > 0 ? early : null;
  }

  /** Presence as if those who dropped in a storm and were soon back had never been gone. */
  private Spans lenient(Person person) {
    List<Span> all = new ArrayList<>(person.spans().all());
    List<Span> held = person.spans().all();
    for (int i = 0; i < held.size(); i++) {
      Instant leave = held.get(i).to();
      Instant back =
          i + 1 < held.size() ? held.get(i + 1).from() : frame.whole().last().orElse(leave);
      boolean soon = Duration.between(leave, back).compareTo(policy.grace()) <= 0;
      if (soon && back.isAfter(leave) && storms.stream().anyMatch(s -> s.includes(leave))) {
        all.add(new Span(leave, back));
      }
    }
    return Spans.union(all, Duration.ZERO);
  }

  private @Nullable Instant before(Person person) {
    Instant begin = frame.whole().first().orElse(frame.now());
    return person.spans().all().stream()
        .map(Span::to)
        .filter(to -> !to.isAfter(begin))
        .reduce((_, last) -> last)
        .orElse(null);
  }

  private List<Span> gaps(Spans inClass) {
    return inClass.gaps().stream()
        .filter(gap -> gap.length().compareTo(policy.gapsFrom()) >= 0)
        .toList();
  }

  /** Whether a time of it that was told is that of another day, and so hardly right. */
  private boolean far(Stretch stretch) {
    return (stretch.start() == Start.TOLD && far(stretch.from()))
        || (stretch.end() == End.TOLD && far(stretch.to()));
  }

  private boolean far(Instant at) {
    Instant begin = frame.whole().first().orElse(at);
    Instant end = frame.whole().last().orElse(at);
    return at.isBefore(begin.minus(FAR)) || at.isAfter(end.plus(FAR));
  }

  private List<String> sure(Person person) {
    List<String> words = new ArrayList<>();
    if (person.stretches().stream().anyMatch(stretch -> stretch.start() == Start.UNKNOWN)) {
      words.add("a join was not told, so its time is assumed");
    }
    if (person.stretches().stream().anyMatch(stretch -> stretch.end() == End.JOINED_AGAIN)) {
      words.add("joined again without a leave before, so one may be missing");
    }
    if (person.stretches().stream().anyMatch(stretch -> stretch.end() == End.ASSUMED)) {
      words.add("a leave was not told, so it counts till the end");
    }
    if (person.stretches().stream().anyMatch(stretch -> stretch.end() == End.GONE)) {
      words.add("a leave was not told, so it counts till they were found to be gone");
    }
    if (person.named()) {
      words.add("the meeting's own record names them but says no times, so no minutes count");
    }
    if (person.stretches().stream().anyMatch(stretch -> stretch.end() == End.MEETING_OVER)) {
      words.add("a leave was not told, so it counts till the meeting was over");
    }
    if (person.stretches().stream().anyMatch(this::far)) {
      words.add("a time was told that is over a day from the class");
    }
    if (frame.untaught() && !person.stretches().isEmpty()) {
      words.add("no facilitator was recognised, so all the time counts");
    }
    return words;
  }
}
