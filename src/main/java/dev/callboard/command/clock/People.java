package dev.callboard.command.clock;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds whom of the plan's people somebody means by a key, a name, or the beginning of one. */
final class People {

  private People() {}

  /** The one person of these roles who was surely meant. */
  static Optional<Member> named(Session session, String typed, Set<Role> roles) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Member> people =
        session.plan().people().stream().filter(member -> roles.contains(member.role())).toList();
    return wanted.isEmpty()
        ? Optional.empty()
        : only(people, wanted::equals)
            .or(() -> only(people, name -> name.startsWith(wanted)))
            .or(() -> only(people, name -> near(wanted, name)));
  }

  /** Everybody of these roles whose name begins so. */
  static List<Member> similar(Session session, String typed, Set<Role> roles) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return session.plan().people().stream()
        .filter(member -> roles.contains(member.role()))
        .filter(member -> names(member).anyMatch(name -> name.startsWith(wanted)))
        .toList();
  }

  private static boolean near(String wanted, String name) {
    return wanted.length() >= 4 && Spelling.slips(wanted, name) == 1;
  }

  private static Optional<Member> only(List<Member> people, Predicate<String> meant) {
    List<Member> found =
        people.stream().filter(member -> names(member).anyMatch(meant)).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Stream<String> names(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return Stream.of(member.key().toLowerCase(Locale.ROOT), name, name.split(" ", 2)[0]);
  }
}
