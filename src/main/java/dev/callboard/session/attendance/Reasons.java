package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
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
      parts.add(verdict.status() == Status.MISSING ? "not here yet" : "not seen in the class");
      return String.join(", ", parts);
    }
    parts.add("present " + whole(verdict.present()) + " of " + whole(verdict.of()) + " min");
    if (verdict.late() != null) {
      parts.add("joined " + whole(verdict.late()) + " min late");
    }
    if (verdict.early() != null) {
      parts.add("left " + whole(verdict.early()) + " min early");
    }
    for (Span gap : verdict.gaps()) {
      parts.add(
          "gap "
              + whole(gap.length())
              + " min at "
              + HOURS_MINUTES.format(gap.from().atZone(zone)));
    }
    parts.addAll(verdict.sure());
    return String.join(", ", parts);
  }

  private static long whole(Duration duration) {
    return duration.toMinutes();
  }
}
