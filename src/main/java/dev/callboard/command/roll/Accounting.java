package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.command.Backstage;
import dev.callboard.command.Decision;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Comparison;
import dev.callboard.session.attendance.Course;
import dev.callboard.session.attendance.Holding;
import dev.callboard.session.attendance.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Attendance after class: the platforms are asked for their own accounts of the meetings, and these
 * are compared with what was told. Pure; who asks is the desk.
 */
public final class Accounting {

  /** When they are asked, from the end on: most have it in minutes, some need a day. */
  static final List<Duration> ASKED =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(45),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofDays(1));

  /** So far from the class a meeting may lie that is taken for its own. */
  private static final Duration AROUND = Duration.ofHours(1);

  static final String KEY = "account";

  private Accounting() {}

  /**
   * A meeting that an account is wanted of.
   *
   * @param occurrence empty for the latest time it was held
   */
  public record Wanted(Place meeting, String occurrence) {}

  /**
   * What the platforms answered.
   *
   * @param without platforms that keep no accounts
   * @param reasons why others gave none; a sentence each
   */
  public record Answers(List<MeetingRecord> records, Set<String> without, List<String> reasons) {
    public Answers {
      records = List.copyOf(records);
      without = Set.copyOf(without);
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * When to ask next; empty while the class runs, and when all is in or given up. Attendance that
   * was signed off meanwhile does not end it: what the platform says otherwise is still to be told.
   */
  public static Optional<Instant> next(Session session) {
    Course course = session.register().course();
    return course.ended() == null
            || course.asked() >= ASKED.size()
            || course.erased() > 0 // they would bring everybody back
            || wanted(session).isEmpty()
        ? Optional.empty()
        : Optional.of(course.ended().plus(ASKED.get(course.asked())));
  }

  /** What to ask for now. */
  public static List<Wanted> due(Session session, Instant now) {
    return next(session).filter(at -> !at.isAfter(now)).isPresent() ? wanted(session) : List.of();
  }

  private static List<Wanted> wanted(Session session) {
    Register register = session.register();
    Collection<MeetingRecord> records = register.records().values();
    List<Wanted> wanted = new ArrayList<>();
    for (Holding holding : register.holdings().values()) {
      if (!register.accounted(holding)) {
        wanted.add(new Wanted(holding.meeting(), holding.occurrence()));
      }
    }
    for (Place meeting : session.rooms().meetings()) {
      boolean seen =
          Stream.concat(
                  records.stream().map(MeetingRecord::meeting),
                  register.holdings().values().stream().map(Holding::meeting))
              .anyMatch(meeting::equals);
      if (!seen) {
        wanted.add(new Wanted(meeting, ""));
      }
    }
    return wanted;
  }

  /** Takes the answers; a decision without events when another server was quicker. */
  public static Decision decide(Session session, Answers answers, Instant now) {
    if (due(session, now).isEmpty()) {
      return Decision.of();
    }
    List<Event> events = accounted(session, answers, now);
    Session then = after(session, events, now);
    boolean all = wanted(then).stream().allMatch(each -> without(each, answers));
    int times = all ? ASKED.size() : session.register().course().asked() + 1;
    if (!wanted(then).isEmpty()) {
      events.add(new Event.Unaccounted(times, reason(answers)));
    }
    List<Outgoing> out = new ArrayList<>();
    if (all) {
      compare(then, now, events, out);
    } else if (times == ASKED.size()) {
      Content missing = ReconcileCard.missing(then, answers.reasons());
      out.addAll(Backstage.say(then, KEY, missing, false));
    }
    return Decision.of(events.toArray(Event[]::new)).saying(out);
  }

  /** Those that say what is settled already leave it so. */
  private static List<Event> accounted(Session session, Answers answers, Instant now) {
    List<MeetingRecord> records =
        answers.records().stream().filter(record -> ours(session, record)).toList();
    List<Event> events = new ArrayList<>();
    records.forEach(record -> events.add(new Event.Accounted(record)));
    Session then = after(session, events, now);
    boolean agrees =
        settled(session)
            && !session.register().accepted()
            && Comparison.of(then.register(), then.plan(), now).differences().isEmpty();
    return agrees
        ? new ArrayList<>(
            records.stream().map(record -> new Event.Accounted(record, true)).toList())
        : events;
  }

  private static boolean settled(Session session) {
    return switch (session.register().revision().state()) {
      case LIVE, PROVISIONAL -> false;
      case RECONCILED, FINAL -> true;
    };
  }

  /** All that will come is here. */
  private static void compare(
      Session session, Instant now, List<Event> events, List<Outgoing> out) {
    if (session.register().records().isEmpty()) {
      return;
    }
    Comparison comparison = Comparison.of(session.register(), session.plan(), now);
    boolean agrees = comparison.differences().isEmpty() && !settled(session);
    if (agrees) {
      events.add(new Event.Reconciled(false));
    }
    if (comparison.people() == 0) {
      return; // nobody was there by any account, which needs no saying
    }
    Session then = agrees ? after(session, List.of(new Event.Reconciled(false)), now) : session;
    out.addAll(Backstage.say(session, KEY, ReconcileCard.content(then, comparison), false));
    if (agrees && session.register().told().rolled()) {
      out.addAll(RollCard.show(then, now));
    }
  }

  private static Session after(Session session, List<Event> events, Instant now) {
    Session then = session;
    for (Event event : events) {
      then = then.after(new Recorded(then.seq() + 1, now, Recorded.CALLBOARD, event));
    }
    return then;
  }

  private static boolean without(Wanted wanted, Answers answers) {
    return answers.without().contains(wanted.meeting().platform());
  }

  private static String reason(Answers answers) {
    return answers.reasons().isEmpty()
        ? "no account is kept by " + String.join(", ", answers.without().stream().sorted().toList())
        : String.join(" ", answers.reasons());
  }

  /** Whether an account is of this class; the latest time a meeting was held may be another. */
  private static boolean ours(Session session, MeetingRecord record) {
    Course course = session.register().course();
    boolean met = session.register().met(record.meeting(), record.occurrence());
    if (met || record.rows().isEmpty() || course.ended() == null) {
      return true;
    }
    Instant from = course.opened().minus(AROUND);
    Instant to = course.ended().plus(AROUND);
    return record.rows().stream()
        .anyMatch(row -> row.from().isBefore(to) && row.to().isAfter(from));
  }
}
