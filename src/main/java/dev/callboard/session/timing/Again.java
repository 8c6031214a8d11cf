package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A prompt that somebody wants once more, as what it is about will then stand. */
record Again(Session session, Timeline timeline, Said said, Instant due) {

  /** Empty when it is not wanted again, or there will be nothing to say any more. */
  static Optional<Mark> of(Session session, Timeline timeline, Said said) {
    Instant due = said.again();
    return due == null ? Optional.empty() : new Again(session, timeline, said, due).mark();
  }

  Optional<Mark> mark() {
    String about = Mark.about(said.marks().getFirst());
    return MarkKey.of(about)
        .flatMap(key ->
            switch (key.kind()) {
              case CLASS -> ofClass(about);
              case CUE -> cue(about, key.segment());
              case ASKED -> asked(about);
              case LEFT, TIME, OVER -> ofSegment(about, key.segment());
            });
  }

  private Optional<Mark> ofSegment(String about, String segment) {
    return running()
        .filter(current -> current.key().equals(segment))
        .map(current -> current.left().minus(Duration.between(timeline.now(), due)))
        .filter(Duration::isPositive) // that its time is up is said anyway
        .map(left -> mark(about, Kind.LEFT, left));
  }

  private Optional<Mark> ofClass(String about) {
    Duration left = Duration.between(due, CatchUp.due(session.plan(), timeline));
    return left.isPositive() && timeline.current().isPresent()
        ? Optional.of(mark(about, Kind.CLASS, left))
        : Optional.empty();
  }

  private Optional<Mark> cue(String about, String segment) {
    Optional<Segment> coming =
        session.run().startedAt() == null
            ? Optional.of(session.run().order().first().segment())
            : running().flatMap(_ -> session.following());
    return coming
        .filter(next -> next.key().equals(segment))
        .flatMap(next -> timeline.slot(next.key()))
        .map(next -> Duration.between(due, next.starts()))
        .filter(Duration::isPositive)
        .map(ahead -> mark(about, Kind.CUE, ahead));
  }

  private Optional<Mark> asked(String about) {
    return session.prompts().asked().stream()
        .filter(asked -> about.equals("asked/" + asked.number()))
        .findFirst()
        .map(Asked::text)
        .map(text ->
            new Mark(
                Mark.again(said.number(), about), Kind.ASKED, due, said.to(), Duration.ZERO, text));
  }

  private Optional<Slot> running() {
    return timeline
        .current()
        .filter(current -> !timeline.paused() || current.segment().fixedEnd() != null);
  }

  private Mark mark(String about, Kind kind, Duration amount) {
    return new Mark(Mark.again(said.number(), about), kind, due, said.to(), amount, null);
  }
}
