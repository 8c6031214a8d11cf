package dev.callboard.session.timing;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Prompting;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Profile;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The marks of a class as it stands, said or not, in no order. */
final class Marks {

  private final Session session;
  private final Plan plan;
  private final Timeline timeline;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(Session session, Instant now) {
    this.session = session;
    plan = session.plan();
    timeline = Timeline.of(plan, session.run(), now);
  }

  /** Those that are reached if nothing happens, and those that were. */
  static List<Mark> of(Session session, Instant now) {
    Marks all = new Marks(session, now);
    if (!session.run().ended()) {
      session.prompts().asked().forEach(all::asked);
      session.prompts().recent().stream()
          .flatMap(said -> Again.of(session, all.timeline, said).stream())
          .forEach(all.marks::add);
    }
    all.timeline.current().ifPresent(current -> all.ofClass(current.segment()));
    all.timeline.current().filter(all::runs).ifPresent(all::ofSegment);
    all.ofStart();
    return all.marks;
  }

  /** Those that will lie ahead once the clock runs, whether it stands still or not. */
  static List<Mark> ofRunningSegment(Session session, Instant now) {
    Marks all = new Marks(session, now);
    all.timeline.current().ifPresent(all::ofSegment);
    return all.marks;
  }

  /** A pause holds back what counts the segment's own time, not what ends by the hour. */
  private boolean runs(Slot current) {
    return !timeline.paused() || current.segment().fixedEnd() != null;
  }

  private void asked(Asked asked) {
    String to =
        asked.by() == null
            ? asked.to()
            : Leads.meantBy(session, asked.by()).map(Member::key).orElse(asked.to());
    String key = "asked/" + asked.number();
    marks.add(new Mark(key, Kind.ASKED, asked.at(), to, Duration.ZERO, asked.text()));
  }

  /** A class that is to begin at an hour is made ready for then; a late one is not hurried. */
  private void ofStart() {
    Run run = session.run();
    if (run.plannedStart() != null && run.startedAt() == null && !run.ended()) {
      cue(run.order().first().segment(), run.plannedStart());
    }
  }

  /** By the hour the class was to end at, for that is when learners leave. */
  private void ofClass(Segment current) {
    Instant end = CatchUp.due(plan, timeline);
    Stream.concat(plan.prompts().classLeft().stream(), Stream.of(Duration.ZERO))
        .distinct()
        .filter(left -> end.minus(left).isAfter(timeline.expected().start()))
        .forEach(left ->
            lead(current)
                .ifPresent(
                    to -> add("class/" + left.toMinutes(), Kind.CLASS, end.minus(left), to, left)));
  }

  private void ofSegment(Slot slot) {
    timeOf(slot, timeline.now().plus(slot.left()));
    session
        .following()
        .flatMap(next -> timeline.slot(next.key()))
        .ifPresent(next -> cue(next.segment(), begins(next)));
  }

  private void cue(Segment next, Instant begins) {
    Duration ahead = plan.prompts().cue();
    if (ahead.isPositive()) {
      Instant due = begins.minus(ahead);
      plan.withRole(Role.PRODUCER)
          .forEach(producer ->
              add(
                  "cue/" + next.key() + "/" + producer.key(),
                  Kind.CUE,
                  due,
                  producer.key(),
                  ahead));
    }
  }

  /** When it was to begin as the running segment has it, not pushed on by each second over. */
  private Instant begins(Slot next) {
    Duration left = timeline.left().orElse(Duration.ZERO);
    Instant zero = timeline.now().plus(left);
    return left.isNegative() && next.starts().equals(timeline.now()) ? zero : next.starts();
  }

  private void timeOf(Slot slot, Instant zero) {
    Optional<String> lead = lead(slot.segment());
    if (lead.isEmpty()) {
      return;
    }
    String to = lead.get();
    Prompting prompting = plan.prompts();
    for (Duration left : left(plan, slot.segment(), session.prompts().profile(to))) {
      if (left.compareTo(slot.allotted()) < 0) {
        String key = "left/" + slot.key() + "/" + left.toMinutes();
        add(key, Kind.LEFT, zero.minus(left), to, left);
      }
    }
    Optional<Advance.Step> onward = Advance.of(session, timeline);
    if (onward.isEmpty() || onward.get().due().isAfter(zero)) {
      add("time/" + slot.key(), Kind.TIME, zero, to, Duration.ZERO);
    }
    if (onward.isPresent()) {
      return;
    }
    for (int i = 1; i <= prompting.overTimes(); i++) {
      Duration over = prompting.overEvery().multipliedBy(i);
      add("over/" + slot.key() + "/" + over.toMinutes(), Kind.OVER, zero.plus(over), to, over);
    }
  }

  /** The segment's own, else the person's, else the plan's. */
  static List<Duration> left(Plan plan, Segment segment, Profile profile) {
    List<Duration> own = segment.prompts();
    List<Duration> theirs = profile.left();
    return own != null ? own : theirs != null ? theirs : plan.prompts().left();
  }

  private void add(String key, Kind kind, Instant due, String to, Duration amount) {
    marks.add(new Mark(key, kind, due, to, amount, null));
  }

  /** Who leads. Nobody in a segment whose lead is not to be disturbed, or does not want to be. */
  private Optional<String> lead(Segment segment) {
    return segment.quiet()
        ? Optional.empty()
        : Leads.of(plan, segment)
            .map(Member::key)
            .filter(person -> !session.prompts().profile(person).isQuietIn(segment));
  }
}
