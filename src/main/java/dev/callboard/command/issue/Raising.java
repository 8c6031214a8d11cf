package dev.callboard.command.issue;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.command.roll.Learners;
import dev.callboard.command.roll.NameFirst;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a trouble is with and what it is, out of one line. Ordinary words begin such a line as well
 * as names do, so only a whole name is taken for one; what is merely like one is asked about.
 *
 * @param person null for nobody in particular
 */
record Raising(@Nullable Member person, Symptom symptom) {

  /** What buttons type before what is with nobody in particular. */
  private static final String NOBODY = ":";

  private static final Pattern POSSESSIVE = Pattern.compile("([^\\s,:]+)['’]s\\s+(.+)");
  private static final Pattern AND = Pattern.compile("(?:and\\b|&|\\+).*", Pattern.DOTALL);

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
    NameFirst first = NameFirst.of(line, people);
    List<Member> called = Learners.called(people, first.name());
    if (called.isEmpty()) {
      return like(session, people, first, line);
    }
    if (AND.matcher(first.rest()).matches()) {
      return nobody(line); // with several people
    }
    if (called.size() > 1) {
      throw which(session, "“" + first.name() + "” may be one of several. Which?", called, first);
    }
    Member person = called.getFirst();
    if (first.rest().isEmpty()) {
      throw CommandException.usage("What is wrong with " + person.name() + "’s connection?");
    }
    return new Raising(person, Symptom.of(first.rest()));
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
    return new Raising(null, Symptom.of(line));
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
