package dev.callboard.console;

import dev.callboard.command.IssueWords;
import dev.callboard.command.Times;
import dev.callboard.session.Issue;
import dev.callboard.session.Run;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something about a class that whoever watches over it should look at.
 *
 * @param words a few, such as {@code 9 min behind}
 */
public record Worry(Level level, String words) {

  /** How bad it is; the worst first. */
  public enum Level {
    RED,
    AMBER
  }

  private static final Duration BEHIND = Duration.ofMinutes(3);
  private static final Duration FAR_BEHIND = Duration.ofMinutes(8);
  private static final Duration NOT_STARTED = Duration.ofMinutes(3);

  /** A facilitator who is not there so long before the start may not come in time. */
  private static final Duration CHECKED_IN = Duration.ofMinutes(5);

  /** Whoever could not follow for so long will hardly catch up. */
  private static final Duration UNATTENDED = Duration.ofMinutes(10);

  /** Within this time after it whoever can come back has. */
  private static final Duration STORM_FELT = Duration.ofMinutes(5);

  /**
   * All there is to worry about, the worst first.
   *
   * @param lost how many messages did not arrive
   */
  public static List<Worry> of(Session session, Roll roll, int lost, Instant now) {
    return of(session, Heads.of(session, roll), lost, now);
  }

  /** The same, where it is known who is there. */
  static List<Worry> of(Session session, Heads heads, int lost, Instant now) {
    List<Worry> worries = new ArrayList<>();
    Run run = session.run();
    if (!run.ended()) {
      if (run.live()) {
        time(session, now, worries);
      } else {
        start(run, now, worries);
      }
      people(run, heads, now, worries);
      issues(session, now, worries);
    }
    if (lost > 0) {
      worries.add(
          new Worry(Level.RED, lost == 1 ? "1 message undelivered" : lost + " undelivered"));
    }
    worries.sort(Comparator.comparing(Worry::level));
    return List.copyOf(worries);
  }

  /** What somebody else has to do something about first is no reason to call for help. */
  private static void issues(Session session, Instant now, List<Worry> worries) {
    IssueWords.worry(session, now)
        .ifPresent(words -> {
          boolean bad =
              session.issues().open().stream()
                  .filter(issue -> issue.state() == Issue.State.OPEN)
                  .anyMatch(
                      issue -> Duration.between(issue.since(), now).compareTo(UNATTENDED) >= 0);
          worries.add(new Worry(bad ? Level.RED : Level.AMBER, words));
        });
  }

  private static void time(Session session, Instant now, List<Worry> worries) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    Duration behind = timeline.behind();
    if (behind.compareTo(BEHIND) >= 0) {
      Level level = behind.compareTo(FAR_BEHIND) >= 0 ? Level.RED : Level.AMBER;
      worries.add(new Worry(level, Times.minutes(behind) + " behind"));
    }
    Duration overdue = Duration.between(CatchUp.due(session.plan(), timeline), now);
    if (overdue.compareTo(CatchUp.TOLERANCE) > 0) {
      worries.add(new Worry(Level.RED, "should have ended " + Times.minutes(overdue) + " ago"));
    }
  }

  private static void start(Run run, Instant now, List<Worry> worries) {
    Instant planned = run.plannedStart();
    if (planned != null && !now.isBefore(planned.plus(NOT_STARTED))) {
      String late = Times.minutes(Duration.between(planned, now));
      worries.add(new Worry(Level.RED, "not started, " + late + " late"));
    }
  }

  /** Nothing is said of who is there where no meeting tells. */
  private static void people(Run run, Heads heads, Instant now, List<Worry> worries) {
    if (!heads.told()) {
      return;
    }
    Instant planned = run.plannedStart();
    if (run.live() && !heads.presenting()) {
      worries.add(new Worry(Level.RED, "nobody presenting"));
    } else if (!run.live()
        && !heads.presenting()
        && planned != null
        && !now.isBefore(planned.minus(CHECKED_IN))) {
      worries.add(new Worry(Level.AMBER, "facilitator not checked in"));
    }
    Instant dropped = heads.dropped();
    if (dropped != null && Duration.between(dropped, now).compareTo(STORM_FELT) <= 0) {
      worries.add(new Worry(Level.RED, "many dropped at once"));
    }
  }
}
