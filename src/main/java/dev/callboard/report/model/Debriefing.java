package dev.callboard.report.model;

import dev.callboard.plan.Role;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the team said after class of how it went.
 *
 * @param answers in the order they came
 * @param closed whether nobody waits for more
 */
public record Debriefing(List<Answer> answers, boolean closed) {

  static final Debriefing NONE = new Debriefing(List.of(), false);

  /**
   * What somebody said.
   *
   * @param role what they are in the class; their name is nobody's business
   * @param segment title of the activity it is about; empty when it is about the whole class
   * @param went how the activity went; null when it is about the whole class
   * @param text their words; may be empty of an activity
   */
  public record Answer(Role role, Topic topic, String segment, @Nullable Went went, String text) {

    /** {@code To keep}, {@code Next time} or {@code Poll 1 went so-so}. */
    public String about() {
      return switch (topic) {
        case KEEP -> "To keep";
        case CHANGE -> "To change";
        case NEXT -> "Next time";
        case ACTIVITY -> segment + (went == null ? "" : " went " + Words.went(went));
      };
    }
  }

  public Debriefing {
    answers = List.copyOf(answers);
  }
}
