package dev.callboard.session;

import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Stay;
import dev.callboard.session.attendance.Trait;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may be erased from a class: people of its plan by their keys, others by a trait each. Pure.
 */
public final class Erasable {

  private Erasable() {}

  /**
   * All who are not of the team and not erased yet: learners by their keys, others by a trait each,
   * and once though what was told and the platforms' accounts show them differently.
   */
  public static Set<String> everybody(Session session) {
    Set<String> all = new LinkedHashSet<>();
    session
        .plan()
        .withRole(Role.LEARNER)
        .filter(member -> !Alias.stands(member.name()))
        .map(Member::key)
        .forEach(all::add);
    all.addAll(others(session, _ -> true));
    return all;
  }

  /**
   * Somebody of another class: as one of this plan, who is not of the team, and as a guest who came
   * with their address or account.
   */
  public static Set<String> same(Session session, Member member) {
    Set<String> all = new LinkedHashSet<>();
    Optional<String> identity = Profile.identity(member);
    session.plan().people().stream()
        .filter(_ -> identity.isPresent())
        .filter(person -> Profile.identity(person).equals(identity))
        .filter(person -> !person.role().team())
        .map(Member::key)
        .findFirst()
        .ifPresent(all::add);
    all.addAll(others(session, party -> party.traits().stream().anyMatch(t -> isOf(t, member))));
    return all;
  }

  /** In the lobby everybody who is called alike has the same account. */
  private static boolean isOf(String trait, Member member) {
    String email = member.email();
    return (email != null && trait.equals(Trait.mail(email)))
        || (email != null && trait.equals(Trait.written(email)))
        || member.accounts().entrySet().stream()
            .filter(account -> !account.getKey().equals("lobby"))
            .anyMatch(account ->
                trait.startsWith("account:" + account.getKey() + "/")
                    && trait.endsWith("/" + account.getValue()));
  }

  /** Which of those whom the plan does not name. */
  private interface Some {
    boolean has(Party party);
  }

  private static Set<String> others(Session session, Some some) {
    Set<String> all = new LinkedHashSet<>();
    Register register = session.register();
    Set<String> met = new HashSet<>();
    for (boolean accounts : new boolean[] {register.accepted(), !register.accepted()}) {
      for (Party party : Erasure.parties(register.counting(accounts), session.plan())) {
        boolean known = party.owner() instanceof Owner.Known || Alias.stands(party.name());
        boolean again = party.stays().stream().map(Stay::key).anyMatch(met::contains);
        party.stays().forEach(stay -> met.add(stay.key()));
        if (!known && !again && some.has(party)) {
          all.add(party.own());
        }
      }
    }
    return all;
  }
}
