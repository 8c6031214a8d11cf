package dev.callboard.command.roll;

import dev.callboard.command.Times;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.attendance.Status;
import dev.callboard.session.attendance.Verdict;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says why somebody's attendance comes to what it does. */
public final class Reasons {

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
      parts.add("gap " + whole(gap.length()) + " min at " + Times.clock(gap.from(), zone));
    }
    parts.addAll(verdict.sure());
    return String.join(", ", parts);
  }

  private static long whole(Duration duration) {
    return duration.toMinutes();
  }
}
