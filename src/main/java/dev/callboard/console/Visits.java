package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
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
  record Visit(Session session, Person person, String key, String name, Role role) {}

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
    return Board.leads(session, person)
        ? Optional.of(new Visit(session, person, "", person.name(), Role.STRANGER))
        : Optional.empty();
  }

  static boolean isTeam(Session session, Person person) {
    return session.member(person).filter(member -> member.role().team()).isPresent();
  }
}
