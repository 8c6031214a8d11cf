package dev.callboard.command.clock;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.IssueWords;
import dev.callboard.command.Times;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Advance;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one card backstage that shows where a class stands; posted once, then edited in place. */
public final class Card {

  /** Of so many segments that are over the card says how long they took. */
  private static final int FINISHED = 4;

  private Card() {}

  static List<Outgoing> post(Session session, Instant now) {
    return toBackstages(session, now, false);
  }

  /** Brings it up to date where it stands. */
  public static List<Outgoing> refresh(Session session, Instant now) {
    return toBackstages(session, now, true);
  }

  private static List<Outgoing> toBackstages(Session session, Instant now, boolean edit) {
    return Backstage.say(session, "card", content(session, now), edit);
  }

  /** The card of a class that is open, running or over. */
  static Content content(Session session, Instant now) {
    Run run = session.run();
    if (run.ended()) {
      return ended(session);
    }
    return run.live() ? running(session, now) : waiting(session, now);
  }

  private static Content waiting(Session session, Instant now) {
    Plan plan = session.plan();
    Timeline timeline = Timeline.of(plan, session.run(), now);
    Instant planned = session.run().plannedStart();
    Line when =
        planned == null
            ? Line.of("Starts when you say so")
            : Line.empty()
                .clock(planned, plan.zone())
                .plain(" to ")
                .clock(timeline.end(), plan.zone());
    return beginning(
            session,
            new Fact("When", when.plain(", " + Times.minutes(plan.slot()))),
            new Fact("Facilitator", Line.of(names(plan, Role.FACILITATOR))),
            new Fact("Producer", Line.of(names(plan, Role.PRODUCER))),
            new Fact("Learners", Line.of(plan.withRole(Role.LEARNER).count() + " on the roster")))
        .and(new Text(runSheet(timeline, planned != null, plan)))
        .and(new Actions(CardButtons.waiting(session)));
  }

  /** How the card begins: with facts, and with what does not work, too long for one of them. */
  private static Content beginning(Session session, Fact... facts) {
    Content content = Content.of(new Heading(session.plan().title()), new Facts(List.of(facts)));
    return IssueWords.open(session)
        .map(open -> content.and(new Text(Line.empty().strong("Issues").plain(": " + open))))
        .orElse(content);
  }

  private static Line runSheet(Timeline timeline, boolean timed, Plan plan) {
    Line sheet = Line.empty();
    for (Slot slot : timeline.slots()) {
      Line row = sheet.spans().isEmpty() ? sheet : sheet.plain("\n");
      sheet =
          (timed ? row.clock(slot.planned().start(), plan.zone()).plain("  ") : row)
              .strong(slot.segment().title())
              .plain(
                  " · "
                      + (slot.phase() == Phase.SKIPPED
                          ? "left out"
                          : Times.minutes(slot.allotted()))
                      + lead(plan, slot.segment()));
    }
    return sheet;
  }

  private static Content running(Session session, Instant now) {
    Plan plan = session.plan();
    Timeline timeline = Timeline.of(plan, session.run(), now);
    Slot current = timeline.current().orElseThrow();
    Content content =
        beginning(
            session,
            new Fact("Now", now(plan, current)),
            new Fact("Class", Line.of(offset(timeline))),
            new Fact("Next", next(session, timeline)),
            new Fact("Ends", ends(plan, timeline)));
    Line asOf = Line.of("As of ").clock(timeline.now(), plan.zone());
    Instant since = session.run().pausedAt();
    if (since != null) {
      asOf = Line.empty().strong("Paused").plain(" since ").clock(since, plan.zone()).plain(" · ");
      asOf = asOf.plain("as of ").clock(timeline.now(), plan.zone());
    }
    return finished(timeline)
        .map(small -> content.and(new Small(small)))
        .orElse(content)
        .and(new Small(asOf))
        .and(new Actions(CardButtons.of(session, timeline)));
  }

  /** What the segments that are over took beyond their time, the last of them first. */
  private static Optional<Line> finished(Timeline timeline) {
    List<Slot> done =
        timeline.slots().reversed().stream()
            .filter(slot -> slot.phase() == Phase.DONE || slot.phase() == Phase.SKIPPED)
            .filter(slot -> slot.actual().visited())
            .toList();
    String newest =
        done.stream()
            .limit(FINISHED)
            .map(slot -> slot.segment().title() + " " + Times.over(slot.over()))
            .collect(Collectors.joining(", "));
    int more = done.size() - FINISHED;
    return done.isEmpty()
        ? Optional.empty()
        : Optional.of(Line.of(newest + (more > 0 ? ", " + more + " more before" : "")));
  }

  private static Line now(Plan plan, Slot current) {
    String left =
        current.left().isNegative()
            ? Times.countdown(current.left()) + " over"
            : Times.countdown(current.left()) + " left of " + Times.minutes(current.allotted());
    return Line.empty()
        .strong(current.segment().title())
        .plain(", " + left + lead(plan, current.segment()));
  }

  /** How late by the clock, and since it began when that is something else. */
  private static String offset(Timeline timeline) {
    String clock = Times.behind(timeline.behind());
    Duration since = timeline.behindSinceStart();
    return Times.behind(since).equals(clock) ? clock : clock + " · " + Times.behindSince(since);
  }

  private static Line next(Session session, Timeline timeline) {
    return session
        .following()
        .flatMap(segment -> timeline.slot(segment.key()))
        .map(slot ->
            Line.of(slot.segment().title() + lead(session.plan(), slot.segment()) + " · ")
                .clock(slot.starts(), session.plan().zone())
                .plain(Advance.coming(session, timeline.now()).isPresent() ? ", by itself" : ""))
        .orElse(Line.of("the end"));
  }

  private static Line ends(Plan plan, Timeline timeline) {
    Line line = Line.empty().clock(timeline.end(), plan.zone());
    Duration late = Duration.between(CatchUp.due(plan, timeline), timeline.end());
    return late.compareTo(CatchUp.TOLERANCE) > 0
        ? line.plain(", " + Times.minutes(late) + " late")
        : line;
  }

  private static Content ended(Session session) {
    Plan plan = session.plan();
    Run run = session.run();
    Instant end = run.endedAt() == null ? Instant.EPOCH : run.endedAt();
    long posts = session.posts().stream().filter(post -> !post.takenBack()).count();
    return beginning(
            session,
            new Fact("Ended", Line.empty().clock(end, plan.zone())),
            new Fact("Said to the class", Line.of(posts + (posts == 1 ? " post" : " posts"))),
            new Fact("Notes", Line.of(Integer.toString(session.notes().size()))))
        .and(new Actions(List.of(Buttons.plain(session.id(), "Note", "note"))));
  }

  static String lead(Plan plan, Segment segment) {
    return plan.lead(segment).map(member -> " · " + firstName(member)).orElse("");
  }

  private static String names(Plan plan, Role role) {
    String names = plan.withRole(role).map(Member::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? "nobody yet" : names;
  }

  private static String firstName(Member member) {
    int space = member.name().indexOf(' ');
    return space < 0 ? member.name() : member.name().substring(0, space);
  }
}
