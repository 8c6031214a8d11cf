package dev.callboard.command.issue;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.command.roll.Learners;
import dev.callboard.command.roll.NameFirst;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a trouble is with and what it is, out of one line. Ordinary words begin such a line as well
 * as names do, so only a whole name is taken for one; what is merely like one is asked about.
 *
 * @param people empty for nobody in particular
 * @param unsure whether the line begins with several people of whom not all were found, so that it
 *     is kept with none of them
 */
record Raising(List<Member> people, Symptom symptom, boolean unsure) {

  /** What buttons type before what is with nobody in particular. */
  private static final String NOBODY = ":";

  private static final Pattern POSSESSIVE = Pattern.compile("([^\\s,:]+)['’]s\\s+(.+)");
  private static final Pattern AND =
      Pattern.compile("(?:and\\b|&|\\+)[,:\\s]*", Pattern.CASE_INSENSITIVE);

  Raising {
    people = List.copyOf(people);
  }

  static Raising of(Session session, String typed) {
    String line = typed.strip();
    if (line.startsWith(NOBODY)) {
      return nobody(line.substring(NOBODY.length()));
    }
    List<Member> people = session.plan().people();
    Matcher possessive = POSSESSIVE.matcher(line);
    if (possessive.matches() && !Learners.called(people, possessive.group(1)).isEmpty()) {
      line = possessive.group(1) + " " + possessive.group(2);
    }
    Optional<Raising> several = several(people, line);
    if (several.isPresent()) {
      return several.get();
    }
    NameFirst first = NameFirst.of(line, people);
    List<Member> called = Learners.called(people, first.name());
    if (called.isEmpty()) {
      return like(session, people, first, line);
    }
    if (called.size() > 1) {
      throw which(session, "“" + first.name() + "” may be one of several. Which?", called, first);
    }
    Member person = called.getFirst();
    if (first.rest().isEmpty()) {
      throw CommandException.usage("What is wrong with " + person.name() + "’s connection?");
    }
    return new Raising(List.of(person), Symptom.of(first.rest()), false);
  }

  /**
   * With several people, as in {@code ben, kira and ana cannot hear}; empty when the line does not
   * begin so. A comma alone joins nobody: what stands behind it may say what is wrong.
   */
  private static Optional<Raising> several(List<Member> people, String line) {
    Set<Member> named = new LinkedHashSet<>();
    boolean joined = false;
    String rest = line;
    while (true) {
      NameFirst first = NameFirst.of(rest, people);
      List<Member> called = Learners.called(people, first.name());
      if (called.size() != 1) {
        return joined
            ? Optional.of(new Raising(List.of(), Symptom.of(line), true))
            : Optional.empty();
      }
      named.add(called.getFirst());
      Matcher and = AND.matcher(first.rest());
      boolean comma =
          rest.substring(0, rest.length() - first.rest().length()).strip().endsWith(",");
      if (and.lookingAt()) {
        joined = true;
        rest = first.rest().substring(and.end());
      } else if (comma && !joined) {
        rest = first.rest();
      } else {
        return joined ? Optional.of(with(named, first.rest())) : Optional.empty();
      }
    }
  }

  private static Raising with(Set<Member> named, String what) {
    if (what.isEmpty()) {
      throw CommandException.usage("What is wrong with their connections?");
    }
    return new Raising(List.copyOf(named), Symptom.of(what), false);
  }

  private static Raising like(Session session, List<Member> people, NameFirst first, String line) {
    List<Member> like = first.rest().isEmpty() ? List.of() : Learners.like(people, first.name());
    if (like.isEmpty()) {
      return nobody(line);
    }
    throw which(session, "Did you mean somebody by “" + first.name() + "”?", like, first);
  }

  private static Raising nobody(String line) {
    if (line.isBlank()) {
      throw CommandException.usage("What is wrong?");
    }
    return new Raising(List.of(), Symptom.of(line), false);
  }

  private static CommandException which(
      Session session, String question, List<Member> people, NameFirst first) {
    List<Button> buttons = new ArrayList<>();
    people.forEach(member ->
        buttons.add(
            Buttons.plain(
                session.id(), member.name(), "issue " + member.key() + " " + first.rest())));
    String line = "issue " + NOBODY + " " + first.name() + " " + first.rest();
    buttons.add(Buttons.plain(session.id(), "Nobody in particular", line));
    return new CommandException(question, buttons.toArray(Button[]::new));
  }
}
