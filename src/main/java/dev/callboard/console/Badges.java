package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what people are found among thousands: their accounts, and their addresses. */
final class Badges {

  private Badges() {}

  /** Those of somebody who looks. */
  static List<String> of(Person person) {
    String account = account(person.platform(), person.id());
    return person.email() == null ? List.of(account) : List.of(account, address(person.email()));
  }

  /** Those by which a plan names somebody. */
  static Stream<String> of(Member member) {
    return Stream.concat(
        Optional.ofNullable(member.email()).map(Badges::address).stream(),
        member.accounts().entrySet().stream().map(one -> account(one.getKey(), one.getValue())));
  }

  /** Those of everybody who must be there for the class to be given. */
  static Set<String> crew(Plan plan) {
    return Stream.concat(plan.withRole(Role.PRODUCER), plan.withRole(Role.FACILITATOR))
        .flatMap(Badges::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String address(String email) {
    return "@" + email.strip().toLowerCase(Locale.ROOT);
  }

  static boolean any(Collection<String> badges, Set<String> among) {
    return badges.stream().anyMatch(among::contains);
  }

  private static String account(String platform, String id) {
    return platform + "/" + id;
  }
}
