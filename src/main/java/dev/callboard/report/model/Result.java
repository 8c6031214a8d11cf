package dev.callboard.report.model;

import dev.callboard.session.attendance.Status;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence what came of a class. */
final class Result {

  private Result() {}

  /** {@code Ran 63 of 60 min, 3 min over; 14 of 18 learners present, 2 late, 2 absent.} */
  static String of(Timing timing, Attendance attendance, ZoneId zone, Instant now) {
    return time(timing, zone, now) + "; " + people(timing, attendance) + ".";
  }

  private static String time(Timing timing, ZoneId zone, Instant now) {
    Window actual = timing.actual();
    Window planned = timing.planned();
    if (actual == null) {
      boolean held = timing.state() != Timing.State.NEVER_HELD;
      String hour = planned == null ? "" : ", planned for " + Words.clock(planned.start(), zone);
      return (held ? "Not begun yet" : "Ended without having begun") + hour;
    }
    long planFor = Words.minutes(timing.plannedLength());
    if (timing.state() == Timing.State.RUNNING) {
      long so = Words.minutes(Duration.between(actual.start(), now));
      return "Running for " + so + " of " + planFor + " min" + ending(timing.deviation());
    }
    long ran = Words.minutes(timing.actualLength());
    return "Ran " + ran + " of " + planFor + " min" + over(ran - planFor) + start(timing);
  }

  private static String ending(Duration deviation) {
    long minutes = Words.minutes(deviation);
    if (minutes == 0) {
      return ", to end on time";
    }
    return ", to end " + minutes + " min " + (deviation.isNegative() ? "early" : "late");
  }

  private static String over(long minutes) {
    if (minutes == 0) {
      return "";
    }
    return minutes > 0 ? ", " + minutes + " min over" : ", " + -minutes + " min under";
  }

  private static String start(Timing timing) {
    Duration late = timing.causes().getFirst().by();
    long minutes = Words.minutes(late);
    if (minutes == 0) {
      return "";
    }
    return ", after a start " + minutes + " min " + (late.isNegative() ? "early" : "late");
  }

  private static String people(Timing timing, Attendance attendance) {
    String guests =
        (attendance.guests() == 0 ? "" : ", " + Words.count(attendance.guests(), "guest"))
            + (attendance.unnamed() == 0 ? "" : ", " + attendance.unnamed() + " more beside them");
    int expected = attendance.expected();
    if (expected == 0) {
      return "nobody on the roster" + guests;
    }
    if (timing.state() == Timing.State.AHEAD || timing.state() == Timing.State.NEVER_HELD) {
      return Words.count(expected, "learner") + " on the roster" + guests;
    }
    if (attendance.count(Status.ABSENT) == expected
        && attendance.guests() == 0
        && attendance.unnamed() == 0) {
      return "none of " // which is also true where no meeting told of anybody
          + Words.count(expected, "learner")
          + " was seen";
    }
    List<String> parts = new ArrayList<>();
    int present = attendance.count(Status.PRESENT);
    parts.add(
        present == expected
            ? (expected == 1 ? "the one learner" : "all " + expected + " learners") + " present"
            : present + " of " + Words.count(expected, "learner") + " present");
    for (Status status : Status.values()) {
      int number = attendance.count(status);
      if (status != Status.PRESENT && number > 0) {
        parts.add(number + " " + word(status));
      }
    }
    return String.join(", ", parts) + guests;
  }

  private static String word(Status status) {
    return status == Status.PARTIAL ? "there too briefly" : status.word();
  }
}
