package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.session.attendance.Owner.How;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The plan's people by what they can be known by. Nobody is found by their name alone. */
final class Roster {

  /** After a platform's name: the kind of account that registering for a meeting gives. */
  private static final String REGISTRANT = "-registrant";

  private final Map<String, Member> byKey = new HashMap<>();
  private final Map<String, Member> byAccount = new HashMap<>();
  private final Map<String, Member> byMail = new HashMap<>();
  private final Decisions decisions;

  Roster(Plan plan, Decisions decisions) {
    this.decisions = decisions;
    for (Member member : plan.people()) {
      byKey.put(member.key(), member);
      member
          .accounts()
          .forEach((platform, id) -> byAccount.putIfAbsent(platform + " " + id, member));
      if (member.email() != null) {
        byMail.putIfAbsent(member.email(), member);
      }
    }
  }

  /** Whose the traits of a stay are; empty when nobody can know. */
  Optional<Owner> owner(Register register, Stay stay, List<String> traits) {
    return confirmed(traits)
        .or(() -> account(register, stay))
        .or(() -> mail(stay))
        .or(() -> remembered(traits));
  }

  private Optional<Owner> confirmed(List<String> traits) {
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
        : Optional.ofNullable(byMail.get(Trait.mail(email).substring("mail:".length())))
            .map(member -> new Owner.Known(member, How.MAIL));
  }

  private Optional<Owner> remembered(List<String> traits) {
    return traits.stream()
        .map(decisions.aliases()::get)
        .filter(person -> person != null)
        .findFirst()
        .map(person -> known(person, How.ALIAS));
  }
}
