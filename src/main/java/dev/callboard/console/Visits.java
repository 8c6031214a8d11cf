package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.report.model.Reader;
import dev.callboard.session.Identity;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.util.Optional;

/** Who may look at a class: its team, and who leads its client's classes. */
final class Visits {

  private final Classrooms classrooms;

  Visits(Classrooms classrooms) {
    this.classrooms = classrooms;
  }

  /**
   * Somebody before a class that they may see.
   *
   * @param role {@code STRANGER} for whoever leads, and does nothing in the class themselves
   */
  record Visit(Session session, Person person, String key, String name, Role role) {

    /** As whom they read what is kept of the class, in documents and at the desk alike. */
    Reader reader() {
      return switch (role) {
        case FACILITATOR -> Reader.FACILITATOR;
        case DESIGNER -> Reader.DESIGNER;
        default -> Reader.PRODUCER;
      };
    }
  }

  /** The visit; empty for all others, who are not told whether there is such a class. */
  Optional<Visit> of(Person person, SessionId id) {
    return classrooms.find(id).flatMap(session -> visit(session, person));
  }

  private static Optional<Visit> visit(Session session, Person person) {
    Optional<Member> member = session.member(person);
    if (member.filter(found -> found.role().team()).isPresent()) {
      return member.map(
          found -> new Visit(session, person, found.key(), found.name(), found.role()));
    }
    return session.plan().isLedBy(person.email())
        ? Optional.of(new Visit(session, person, "", person.name(), Role.STRANGER))
        : Optional.empty();
  }

  static boolean isProducer(Plan plan, Person person) {
    return Identity.member(plan, person)
        .filter(member -> member.role() == Role.PRODUCER)
        .isPresent();
  }

  static boolean isTeam(Plan plan, Person person) {
    return Identity.member(plan, person).filter(member -> member.role().team()).isPresent();
  }
}
