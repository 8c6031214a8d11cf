package dev.callboard.session.timing;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Session;
import java.util.Optional;

/** Who leads, and is therefore told of time. Pure. */
public final class Leads {

  private Leads() {}

  /** Whom the segment names, else the facilitator, else the producer. */
  static Optional<Member> of(Plan plan, Segment segment) {
    return plan.lead(segment).or(() -> plan.withRole(Role.PRODUCER).findFirst());
  }

  /**
   * Who is told what somebody wants told now and names nobody for: who leads the segment that runs;
   * for a producer who does so themselves, and outside the class, the facilitator. Empty when there
   * is none.
   *
   * @param by key of who wants it told
   */
  public static Optional<Member> meantBy(Session session, String by) {
    Plan plan = session.plan();
    return session
        .segment()
        .flatMap(plan::lead)
        .filter(lead -> lead.role() == Role.FACILITATOR || !lead.key().equals(by))
        .or(() -> plan.withRole(Role.FACILITATOR).findFirst());
  }
}
