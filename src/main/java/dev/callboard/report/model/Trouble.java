package dev.callboard.report.model;

import dev.callboard.session.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A technical trouble of somebody in the class.
 *
 * @param who the name of whom it was with; empty for nobody in particular, and for readers who may
 *     not know
 * @param what was wrong, in the team's words
 * @param device on which; empty when nobody said
 * @param at when it came up
 * @param segment title of the segment that ran then; empty outside the class
 * @param state what became of it by the end
 * @param said what helped, or what it waited for; may be empty
 * @param lost what it took of the class: as long as something was wrong, between start and end
 * @param by who kept it
 */
public record Trouble(
    int number,
    String who,
    String what,
    String device,
    Instant at,
    String segment,
    Issue.State state,
    String said,
    Duration lost,
    String by) {

  Trouble lasting(Duration other) {
    return new Trouble(number, who, what, device, at, segment, state, said, other, by);
  }

  /** The same with nothing in it that tells who it was with. */
  Trouble of(UnaryOperator<String> nameless) {
    return new Trouble(
        number,
        "",
        nameless.apply(what),
        device,
        at,
        segment,
        state,
        nameless.apply(said),
        lost,
        by);
  }
}
