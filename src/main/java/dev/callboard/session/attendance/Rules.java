package dev.callboard.session.attendance;

import dev.callboard.plan.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says by what rules attendance is reckoned. Pure. */
public final class Rules {

  private Rules() {}

  /** {@code late after 5 min, left early from 5 min before the end, …}, as a roll went by them. */
  public static String words(Roll roll, Course course) {
    Policy rules = roll.policy();
    List<String> all = new ArrayList<>();
    all.add("late after " + minutes(rules.lateAfter()));
    all.add("left early from " + minutes(rules.earlyBefore()) + " before the end");
    if (rules.absentAfter() != null) {
      all.add("absent when first there after " + minutes(rules.absentAfter()));
    }
    if (rules.minimum() != null) {
      all.add("at least " + minutes(rules.minimum()));
    }
    if (rules.percent() != null) {
      all.add("at least " + rules.percent() + "%");
    }
    all.add(basis(roll, course));
    return String.join(", ", all) + (rules.breaks() ? "" : ", breaks left out");
  }

  private static String basis(Roll roll, Course course) {
    return switch (roll.policy().basis()) {
      case SCHEDULED ->
          course.planned() == null
              ? "of the time the class ran, for none was planned"
              : "of the planned time";
      case ACTUAL -> "of the time the class ran";
      case INSTRUCTOR ->
          roll.untaught()
              ? "of the time the class ran, for no facilitator was recognised"
              : "of the time a facilitator was there";
    };
  }

  private static String minutes(Duration duration) {
    return Math.round(duration.toSeconds() / 60.0) + " min";
  }
}
