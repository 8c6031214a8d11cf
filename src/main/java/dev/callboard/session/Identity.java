package dev.callboard.session;

import dev.callboard.chat.Person;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom of the plan an account belongs to: by the account id that the plan gives, else by an address
 * that the platform's directory vouches for. Never by name: two people may be called alike. A
 * client's programs say whom they speak for, in its own classes alone.
 */
public final class Identity {

  private Identity() {}

  public static Optional<Member> member(Plan plan, Person account) {
    if (account.platform().equals(Person.PROGRAMS)) {
      return plan.clientKey().equals(account.tenant())
          ? plan.person(account.id())
          : Optional.empty();
    }
    Optional<Member> byAccount =
        plan.people().stream()
            .filter(member -> account.id().equals(member.accounts().get(account.platform())))
            .findFirst();
    return byAccount.isPresent() ? byAccount : byEmail(plan, account.email());
  }

  private static Optional<Member> byEmail(Plan plan, @Nullable String email) {
    if (email == null || email.isBlank()) {
      return Optional.empty();
    }
    String wanted = email.strip().toLowerCase(Locale.ROOT);
    return plan.people().stream().filter(member -> wanted.equals(member.email())).findFirst();
  }
}
