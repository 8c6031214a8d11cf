package dev.callboard.command.roll;

import dev.callboard.chat.Button;
import dev.callboard.chat.Spelling;
import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds whom of the plan somebody means; never guesses between two. */
public final class Learners {

  private static final int OFFERED = 5;

  /** Fewer letters may begin any word. */
  private static final int BEGINS = 3;

  private Learners() {}

  /**
   * The one learner who was surely meant.
   *
   * @param line what to type for a learner of this key, for buttons when it is not sure
   */
  static Member named(Session session, String typed, Function<String, String> line) {
    return named(session, roster(session), typed, line);
  }

  /** Those who are to come. */
  static List<Member> roster(Session session) {
    return session.plan().withRole(Role.LEARNER).toList();
  }

  /** The one person of the plan, learner or not, who was surely meant. */
  static Member anybody(Session session, String typed, Function<String, String> line) {
    return named(session, session.plan().people(), typed, line);
  }

  /** Those of these people whose key, name or first name this is. */
  public static List<Member> called(List<Member> people, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return people.stream().filter(member -> names(member).anyMatch(wanted::equals)).toList();
  }

  /**
   * Those of these people whom it may mean all the same: whose name begins so, or is a slip away.
   */
  public static List<Member> like(List<Member> people, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return wanted.length() < BEGINS
        ? List.of()
        : people.stream()
            .filter(member ->
                near(member, wanted) || names(member).anyMatch(name -> name.startsWith(wanted)))
            .limit(OFFERED)
            .toList();
  }

  /** Whether a person of the plan has just this key or name. */
  static boolean isNamed(Session session, String typed) {
    return !called(session.plan().people(), typed).isEmpty();
  }

  /** The one of these people who was surely meant. */
  public static Member named(
      Session session, List<Member> people, String typed, Function<String, String> line) {
    return find(people, typed).orElseThrow(() -> who(session, people, typed, line));
  }

  private static Optional<Member> find(List<Member> people, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? Optional.empty()
        : only(people, member -> names(member).anyMatch(wanted::equals))
            .or(() -> only(people, member -> names(member).anyMatch(n -> n.startsWith(wanted))))
            .or(() -> only(people, member -> near(member, wanted)));
  }

  private static boolean near(Member member, String wanted) {
    return wanted.length() >= 4
        && names(member).anyMatch(name -> Spelling.slips(wanted, name) == 1);
  }

  private static Optional<Member> only(List<Member> people, Predicate<Member> meant) {
    List<Member> found = people.stream().filter(meant).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static Stream<String> names(Member member) {
    String name = member.name().toLowerCase(Locale.ROOT);
    return Stream.of(member.key().toLowerCase(Locale.ROOT), name, name.split(" ", 2)[0]);
  }

  private static CommandException who(
      Session session, List<Member> people, String typed, Function<String, String> line) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    Button[] buttons =
        people.stream()
            .filter(member -> wanted.isEmpty() || alike(member, wanted))
            .limit(OFFERED)
            .map(member -> Buttons.plain(session.id(), member.name(), line.apply(member.key())))
            .toArray(Button[]::new);
    return new CommandException(
        wanted.isEmpty()
            ? "Who?"
            : buttons.length > 1
                ? "“" + typed.strip() + "” may be one of several. Which?"
                : "Nobody on the roster is called “" + typed.strip() + "”.",
        buttons);
  }

  private static boolean alike(Member member, String wanted) {
    return names(member)
        .anyMatch(name ->
            name.contains(wanted) || (wanted.length() >= 3 && Spelling.slips(wanted, name) <= 2));
  }
}
