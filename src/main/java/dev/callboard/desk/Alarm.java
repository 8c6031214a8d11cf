package dev.callboard.desk;

import dev.callboard.command.debrief.Debriefing;
import dev.callboard.command.roll.Accounting;
import dev.callboard.command.roll.Forgetting;
import dev.callboard.command.roll.Minding;
import dev.callboard.command.roll.Reporting;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Advance;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Unseen;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the clock must look at a class next. Decided with every commit, and kept with it. */
public sealed interface Alarm {

  /**
   * The alarm of a class after events that happened to it. Whoever does anything has seen their
   * prompts, which moves it, too.
   *
   * @param before null when the events opened the class
   */
  static Alarm after(
      List<Recorded> events, @Nullable Session before, Session session, Instant now) {
    if (before != null && onlyFacts(events) && waits(before, session)) {
      return new Keep(); // a fact before these has set it already
    }
    boolean moved =
        events.stream().anyMatch(recorded -> movesClock(recorded.event()))
            || (before != null && !before.prompts().equals(session.prompts()))
            || (before != null && Reporting.revised(before, session));
    return moved ? next(session, now) : new Keep();
  }

  private static boolean waits(Session before, Session session) {
    Instant waiting = before.register().told().waiting();
    return waiting != null && waiting.equals(session.register().told().waiting());
  }

  private static boolean onlyFacts(List<Recorded> events) {
    return events.stream()
        .map(Recorded::event)
        .allMatch(event -> event instanceof Event.Witnessed || event instanceof Event.Convened);
  }

  /** The alarm of a class as it stands. */
  static Alarm next(Session session, Instant now) {
    return next(session, now, Instant.MIN);
  }

  /**
   * The same while it waits for its turn.
   *
   * @param turn before which platforms are not asked for their accounts
   */
  static Alarm next(Session session, Instant now, Instant turn) {
    return Stream.of(
            Prompts.next(session, now),
            Advance.coming(session, now).map(Advance.Step::due),
            Unseen.next(session),
            Minding.next(session),
            Accounting.next(session).map(at -> at.isBefore(turn) ? turn : at),
            Reporting.next(session, now),
            Forgetting.next(session),
            Debriefing.next(session))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .<Alarm>map(At::new)
        .orElseGet(Off::new);
  }

  private static boolean movesClock(Event event) {
    return switch (event) {
      case Event.Opened _,
          Event.Started _,
          Event.Entered _,
          Event.Ended _,
          Event.Extended _,
          Event.Skipped _,
          Event.Restored _,
          Event.Paused _,
          Event.Resumed _,
          Event.Moved _,
          Event.Inserted _,
          Event.Led _,
          Event.Recognised _,
          Event.Prompted _,
          Event.Seen _,
          Event.Snoozed _,
          Event.Relayed _,
          Event.Rearmed _,
          Event.Disarmed _,
          Event.Freed _,
          Event.Asked _,
          Event.Hushed _,
          Event.Profiled _,
          Event.Witnessed _,
          Event.Settled _,
          Event.Accounted _,
          Event.Unaccounted _,
          Event.Reconciled _,
          Event.Reported _,
          Event.Erasing _,
          Event.Erased _,
          Event.DebriefAsked _,
          Event.Debriefed _,
          Event.DebriefDone _,
          Event.DebriefClosed _ ->
          true;
      case Event.Posted _,
          Event.Reworded _,
          Event.TakenBack _,
          Event.Noted _,
          Event.IssueRaised _,
          Event.IssueTurned _,
          Event.IssueUndone _,
          Event.Missed _,
          Event.Convened _,
          Event.Acquainted _,
          Event.Matched _,
          Event.Forgotten _,
          Event.Merged _,
          Event.Parted _,
          Event.Marked _,
          Event.Accompanied _,
          Event.Ruled _,
          Event.Rolled _,
          Event.Finalised _,
          Event.Undelivered _ ->
          false;
    };
  }

  /** As it was set before. */
  record Keep() implements Alarm {}

  /** Then, and not before. */
  record At(Instant due) implements Alarm {}

  /** Not until something happens. */
  record Off() implements Alarm {}
}
