package dev.callboard.command.clock;

import dev.callboard.chat.Line;
import dev.callboard.command.Times;
import dev.callboard.plan.Segment;
import dev.callboard.session.Profile.Style;
import dev.callboard.session.Session;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Prompts.Prompt;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;

/** The words of a timing prompt: as few as can be read while speaking to a class. */
final class PromptText {

  /** Within so much of what was planned, the planned number is told. */
  private static final Duration NEAR = Duration.ofSeconds(30);

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
      Line before = line.spans().isEmpty() ? line : line.plain(" · ");
      line = text.add(mark.again() ? before.plain("Again: ") : before, mark);
    }
    return line;
  }

  private Line add(Line line, Mark mark) {
    Duration left = timeline.left().orElse(mark.amount());
    return switch (mark.kind()) {
      case TIME -> then(line.strong("Time."), " ");
      case OVER -> then(line.strong(length(mark.amount(), left.negated()) + " over."), " ");
      case LEFT -> then(line.strong(length(mark.amount(), left) + " left"), ", ");
      case CLASS -> ofClass(line, mark);
      case CUE -> cue(line, mark);
      case ASKED -> line.strong(String.valueOf(mark.text()));
    };
  }

  /** What comes next, for those who want to be told. */
  private Line then(Line line, String joint) {
    if (session.prompts().profile(to).style() == Style.BRIEF) {
      return line;
    }
    return line.plain(joint + (joint.isBlank() ? Standing.capital(next()) : next()));
  }

  private Line ofClass(Line line, Mark mark) {
    Duration left = Duration.between(timeline.now(), CatchUp.due(session.plan(), timeline));
    return mark.amount().isZero()
        ? line.strong("The class should end now.").plain(rest())
        : line.strong(length(mark.amount(), left) + " to the end of the class");
  }

  /** How much of the plan is still to be given. */
  private String rest() {
    Duration rest = Duration.between(timeline.now(), timeline.end());
    return rest.compareTo(A_MINUTE) < 0
        ? ""
        : " There is plan for " + Times.minutes(rest) + " more.";
  }

  /** As planned, or what it really is when the clock was changed since. */
  private static String length(Duration planned, Duration real) {
    boolean asPlanned = real.minus(planned).abs().compareTo(NEAR) <= 0;
    return asPlanned || real.isNegative() ? Times.minutes(planned) : Times.countdown(real);
  }

  private String next() {
    return session
        .following()
        .map(next -> "next: " + next.title() + who(next))
        .orElse("then the end");
  }

  private String who(Segment segment) {
    boolean you = session.plan().lead(segment).filter(lead -> lead.key().equals(to)).isPresent();
    return you ? " (you)" : Card.lead(session.plan(), segment);
  }

  private Line cue(Line line, Mark mark) {
    Segment next = session.following().orElseGet(() -> session.run().order().first().segment());
    Instant begins = timeline.slot(next.key()).map(Slot::starts).orElse(timeline.now());
    Duration ahead = Duration.between(timeline.now(), begins);
    String when = ahead.toSeconds() < 1 ? "Now: " : "In " + length(mark.amount(), ahead) + ": ";
    String cue = Cue.of(next).map(words -> " · " + words).orElse("");
    return line.plain(when).strong(next.title()).plain(who(next) + cue);
  }
}
