package dev.callboard.console;

import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Storm;
import dev.callboard.session.attendance.Stretch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the board tells of who is in a class.
 *
 * @param told whether any meeting tells who is there
 * @param presenting whether somebody who may lead now is there
 * @param dropped when many last dropped at once of whom not all are back; null when that never was
 */
record Heads(
    boolean told, long present, int expected, boolean presenting, @Nullable Instant dropped) {

  static Heads of(Session session, Roll roll) {
    return new Heads(
        !session.register().holdings().isEmpty(),
        roll.here().count(),
        roll.learners().size(),
        roll.team().stream().anyMatch(guest -> guest.here() && presents(session, guest)),
        roll.storms().stream()
            .filter(storm -> away(roll).anyMatch(left -> felt(storm, left)))
            .map(Storm::to)
            .max(Comparator.naturalOrder())
            .orElse(null));
  }

  /** When those were there who are not any more. */
  private static Stream<List<Stretch>> away(Roll roll) {
    return Stream.concat(
        roll.learners().stream().filter(learner -> !learner.here()).map(Roll.Learner::stretches),
        roll.guests().stream().filter(guest -> !guest.here()).map(Roll.Guest::stretches));
  }

  private static boolean felt(Storm storm, List<Stretch> stretches) {
    return stretches.stream().anyMatch(stretch -> storm.includes(stretch.to()));
  }

  private static boolean presents(Session session, Roll.Guest guest) {
    return guest.party().owner() instanceof Owner.Known(Member member, Owner.How _)
        && (member.role() == Role.FACILITATOR
            || session
                .segment()
                .flatMap(session.plan()::lead)
                .filter(lead -> lead.key().equals(member.key()))
                .isPresent());
  }
}
