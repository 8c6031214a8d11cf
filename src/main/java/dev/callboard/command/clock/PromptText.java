package dev.callboard.command.clock;

import dev.callboard.chat.Line;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Prompts.Prompt;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;

/** The words of a timing prompt: as few as can be read while speaking to a class. */
final class PromptText {

  private static final Duration LATE = Duration.ofSeconds(3);

  private final Session session;
  private final Timeline timeline;
  private final String to;

  private PromptText(Session session, Timeline timeline, String to) {
    this.session = session;
    this.timeline = timeline;
    this.to = to;
  }

  static Line of(Session session, Prompt prompt, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    PromptText text = new PromptText(session, timeline, prompt.to());
    Line line = Line.empty();
    for (Mark mark : prompt.marks()) {
      line = text.add(line.spans().isEmpty() ? line : line.plain(" · "), mark);
    }
    return prompt.late().compareTo(LATE) < 0
        ? line
        : line.plain(" (" + Times.countdown(prompt.late()) + " late)");
  }

  private Line add(Line line, Mark mark) {
    return switch (mark.kind()) {
      case TIME -> line.strong("Time.").plain(" " + Standing.capital(next()));
      case OVER ->
          line.strong(Times.minutes(mark.amount()) + " over.")
              .plain(" " + Standing.capital(next()));
      case LEFT -> line.strong(left(mark) + " left").plain(", " + next());
      case CLASS ->
          mark.amount().isZero()
              ? line.strong("The class should end now.")
              : line.strong(Times.minutes(mark.amount()) + " to the end of the class");
      case CUE -> cue(line);
      case ASKED -> line.strong(String.valueOf(mark.text()));
    };
  }

  /** As planned, or what is really left when the clock was changed since. */
  private String left(Mark mark) {
    Duration left = timeline.left().orElse(mark.amount());
    boolean asPlanned = left.minus(mark.amount()).abs().compareTo(Duration.ofSeconds(30)) <= 0;
    return asPlanned || left.isNegative() ? Times.minutes(mark.amount()) : Times.countdown(left);
  }

  private String next() {
    return session
        .following()
        .map(next -> "next: " + next.title() + who(next))
        .orElse("then the end");
  }

  private String who(Segment segment) {
    String lead = segment.lead();
    return lead != null && lead.equals(to) ? " (you)" : Card.lead(session.plan(), segment);
  }

  private Line cue(Line line) {
    Segment next = session.following().orElseThrow();
    String cue = next.cue() == null ? "" : " · " + next.cue();
    return line.plain("In 2 min: ").strong(next.title()).plain(who(next) + cue);
  }
}
