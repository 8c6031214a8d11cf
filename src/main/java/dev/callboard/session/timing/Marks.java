package dev.callboard.session.timing;

import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All marks of a class as it stands, said or not, in no order. */
final class Marks {

  private static final List<Integer> LEFT = List.of(5, 2);
  private static final List<Integer> CLASS_LEFT = List.of(15, 10, 5, 2, 0);
  private static final int OVER_TIMES = 3;
  private static final Duration OVER_EVERY = Duration.ofMinutes(2);
  private static final Duration CUE = Duration.ofMinutes(2);

  private final Session session;
  private final Timeline timeline;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(Session session, Timeline timeline) {
    this.session = session;
    this.timeline = timeline;
  }

  static List<Mark> of(Session session, Instant now) {
    Marks all = new Marks(session, Timeline.of(session.plan(), session.run(), now));
    if (!session.run().ended()) {
      session.prompts().asked().forEach(all::asked);
    }
    if (session.run().live()) {
      all.ofClass();
      if (!session.run().paused()) {
        all.timeline.current().ifPresent(all::ofSegment);
      }
    }
    return all.marks;
  }

  private void asked(Asked asked) {
    marks.add(
        new Mark(
            "asked/" + asked.number(),
            Kind.ASKED,
            asked.at(),
            asked.to(),
            Duration.ZERO,
            asked.text()));
  }

  /** By the hour the class was to end at, for that is when learners leave. */
  private void ofClass() {
    Instant end = timeline.planned().end();
    Optional<String> to = lead(session.segment());
    for (int minutes : CLASS_LEFT) {
      Instant due = end.minus(Duration.ofMinutes(minutes));
      if (to.isPresent() && due.isAfter(timeline.expected().start())) {
        add("class/" + minutes, Kind.CLASS, due, to.get(), Duration.ofMinutes(minutes));
      }
    }
  }

  private void ofSegment(Slot slot) {
    Instant zero = timeline.now().plus(slot.left());
    lead(Optional.of(slot.segment())).ifPresent(to -> timeOf(slot, zero, to));
    session
        .following()
        .ifPresent(next ->
            session
                .plan()
                .withRole(Role.PRODUCER)
                .forEach(producer ->
                    add(
                        "cue/" + next.key() + "/" + producer.key(),
                        Kind.CUE,
                        zero.minus(CUE),
                        producer.key(),
                        CUE)));
  }

  private void timeOf(Slot slot, Instant zero, String to) {
    for (int minutes : LEFT) {
      Duration left = Duration.ofMinutes(minutes);
      if (left.compareTo(slot.allotted()) < 0) {
        add("left/" + slot.key() + "/" + minutes, Kind.LEFT, zero.minus(left), to, left);
      }
    }
    add("time/" + slot.key(), Kind.TIME, zero, to, Duration.ZERO);
    for (int i = 1; i <= OVER_TIMES; i++) {
      Duration over = OVER_EVERY.multipliedBy(i);
      add("over/" + slot.key() + "/" + over.toMinutes(), Kind.OVER, zero.plus(over), to, over);
    }
  }

  private void add(String key, Kind kind, Instant due, String to, Duration amount) {
    marks.add(new Mark(key, kind, due, to, amount, null));
  }

  /** Who leads: whom the segment names, else the facilitator, else the producer. */
  private Optional<String> lead(Optional<Segment> segment) {
    String named = segment.map(Segment::lead).orElse("");
    return Stream.concat(
            session.plan().person(named).stream(),
            Stream.concat(
                session.plan().withRole(Role.FACILITATOR), session.plan().withRole(Role.PRODUCER)))
        .findFirst()
        .map(Member::key);
  }
}
