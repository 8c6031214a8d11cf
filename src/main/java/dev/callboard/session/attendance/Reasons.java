package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Says why somebody's attendance comes to what it does. */
public final class Reasons {

  private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  private Reasons() {}

  /**
   * A sentence such as {@code present 47 of 60 min, joined 6 min late, gap 7 min at 14:20}. Minutes
   * are whole ones that were completed, so that they never say more than was.
   *
   * @param zone the class zone
   */
  public static String of(Verdict verdict, ZoneId zone) {
    List<String> parts = new ArrayList<>();
    Mark mark = verdict.mark();
    if (mark != null) {
      parts.add("by hand (" + mark.by() + ": " + mark.reason() + ")");
    }
    if (verdict.joined() == null) {
      parts.add(unseen(verdict, zone));
      parts.addAll(verdict.sure());
      return String.join(", ", parts);
    }
    parts.add(
        "present "
            + whole(verdict.present())
            + " of "
            + whole(verdict.of())
            + " min"
            + by(verdict));
    if (verdict.late() != null) {
      parts.add("joined " + whole(verdict.late()) + " min late");
    }
    if (verdict.early() != null) {
      parts.add("left " + whole(verdict.early()) + " min early");
    }
    for (Span gap : verdict.gaps()) {
      parts.add("gap " + whole(gap.length()) + " min at " + clock(gap.from(), zone));
    }
    parts.addAll(verdict.sure());
    return String.join(", ", parts);
  }

  /** Why somebody who never was in the class was not. */
  public static String unseen(Verdict verdict, ZoneId zone) {
    Instant before = verdict.before();
    if (before != null) {
      return "seen only before the class, till " + clock(before, zone) + by(verdict);
    }
    if (verdict.account() != null) {
      return "not in " + verdict.account();
    }
    return verdict.status() == Status.MISSING ? "not here yet" : "not seen in the class";
  }

  private static String by(Verdict verdict) {
    return verdict.account() == null ? "" : " by " + verdict.account();
  }

  private static String clock(Instant at, ZoneId zone) {
    return HOURS_MINUTES.format(at.atZone(zone));
  }

  private static long whole(Duration duration) {
    return duration.toMinutes();
  }
}
