package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.session.attendance.Owner.How;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan's people by what they can be known by. Nobody is found by their name alone. */
final class Roster {

  /** After a platform's name: the kind of account that registering for a meeting gives. */
  private static final String REGISTRANT = "-registrant";

  private final Map<String, Member> byKey = new HashMap<>();
  private final Map<String, Member> byAccount = new HashMap<>();
  private final Map<String, Member> byMail = new HashMap<>();
  private final Map<String, List<Member>> byName = new HashMap<>();
  private final Decisions decisions;
  private final boolean knowsNames;

  Roster(Plan plan, Decisions decisions) {
    this.decisions = decisions;
    knowsNames =
        Stream.of(decisions.matches(), decisions.aliases())
            .flatMap(map -> map.keySet().stream())
            .anyMatch(Trait::isName);
    plan.people().forEach(this::enter);
  }

  private void enter(Member member) {
    byKey.put(member.key(), member);
    member.accounts().forEach((platform, id) -> byAccount.putIfAbsent(platform + " " + id, member));
    if (member.email() != null) {
      byMail.putIfAbsent(Trait.mail(member.email()), member);
    }
    if (knowsNames) {
      byName.computeIfAbsent(Trait.name(member.name()), _ -> new ArrayList<>()).add(member);
    }
  }

  /** Whose the traits of a stay are; empty when nobody can know. */
  Optional<Owner> owner(Register register, Stay stay, List<String> traits) {
    return confirmed(traits)
        .or(() -> account(register, stay))
        .or(() -> mail(stay))
        .or(() -> remembered(traits));
  }

  /** Whose a person said these traits are. */
  Optional<Owner> confirmed(List<String> traits) {
    return traits.stream()
        .map(decisions.matches()::get)
        .filter(person -> person != null)
        .findFirst()
        .map(person ->
            person.equals(Decisions.NOBODY) ? new Owner.Guest() : known(person, How.CONFIRMED));
  }

  private @Nullable Owner known(String person, How how) {
    Member member = byKey.get(person);
    return member == null ? null : new Owner.Known(member, how);
  }

  private Optional<Owner> account(Register register, Stay stay) {
    String platform = register.holding(stay).meeting().platform();
    Member account = byAccount.get(platform + " " + stay.who().account());
    if (account != null) {
      return Optional.of(new Owner.Known(account, How.ACCOUNT));
    }
    Member registrant = byAccount.get(platform + REGISTRANT + " " + stay.who().registrant());
    return Optional.ofNullable(registrant).map(member -> new Owner.Known(member, How.REGISTRANT));
  }

  private Optional<Owner> mail(Stay stay) {
    String email = stay.who().email();
    return email == null
        ? Optional.empty()
        : Optional.ofNullable(byMail.get(Trait.mail(email)))
            .map(member -> new Owner.Known(member, how(stay.who())));
  }

  /** Older logs show an address that was typed as if the platform vouched for it. */
  private static How how(Shown who) {
    return who.account() == null && who.registrant() != null ? How.WRITTEN_MAIL : How.MAIL;
  }

  /** Whose address somebody wrote; that is for a person to confirm. Empty when nobody's. */
  Optional<Member> written(Stay stay) {
    return Optional.ofNullable(stay.who().written()).map(Trait::mail).map(byMail::get);
  }

  private Optional<Owner> remembered(List<String> traits) {
    return traits.stream()
        .map(decisions.aliases()::get)
        .filter(person -> person != null)
        .findFirst()
        .map(person -> known(person, How.ALIAS));
  }

  /** Whether any name was confirmed to be somebody's, here or in an earlier class. */
  boolean knowsNames() {
    return knowsNames;
  }

  /** Whose a name was confirmed to be; others may go by it all the same. */
  Optional<Owner> named(String name) {
    List<String> traits = List.of(name);
    return confirmed(traits).or(() -> remembered(traits));
  }

  /** Whether somebody else of the roster has such a name. */
  boolean shares(String name, Owner owner) {
    return byName.getOrDefault(name, List.of()).stream()
        .anyMatch(
            member -> !(owner instanceof Owner.Known known) || !known.member().equals(member));
  }
}
