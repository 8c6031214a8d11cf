package dev.callboard.console;

import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Storm;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the board tells of who is in a class.
 *
 * @param told whether any meeting tells who is there
 * @param presenting whether somebody who may lead now is there
 * @param dropped when many last dropped at once; null when that never was
 */
record Heads(
    boolean told, long present, int expected, boolean presenting, @Nullable Instant dropped) {

  static Heads of(Session session, Roll roll) {
    return new Heads(
        !session.register().holdings().isEmpty(),
        roll.here().count(),
        roll.learners().size(),
        roll.team().stream().anyMatch(guest -> guest.here() && presents(session, guest)),
        roll.storms().stream().map(Storm::to).max(Comparator.naturalOrder()).orElse(null));
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
