package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed after {@code prompt}: for whom, when, and the words. What only looks like a
 * name or a time is asked back, for it cannot be taken back once it is said.
 *
 * @param to empty when they named nobody
 * @param at now, when they did not say
 */
record PromptLine(Optional<Member> to, Instant at, String text) {

  private static final Pattern TO = Pattern.compile("(?is)to\\s+(\\S+?)[:,]?(?:\\s+(.*))?");
  private static final Pattern QUOTED = Pattern.compile("(?is)\\S.*\\s[\"“].*[\"”]");
  private static final int BUTTONS = 4;

  static PromptLine of(Call call, String typed) {
    Matcher first = TO.matcher(typed);
    if (first.matches()) {
      Member to = person(call, first.group(1)).orElseThrow(() -> who(call, "", typed, first));
      PromptWhen when = when(call, rest(first, to), "to " + to.key() + " ");
      return new PromptLine(Optional.of(to), when.at(), when.text());
    }
    PromptWhen when = when(call, typed, "");
    Matcher then = TO.matcher(when.text());
    if (!when.given() || !then.matches()) {
      return new PromptLine(Optional.empty(), when.at(), when.text());
    }
    Optional<Member> to = person(call, then.group(1));
    boolean meant =
        !People.similar(call.inClass(), then.group(1), Spec.TEAM).isEmpty()
            || QUOTED.matcher(when.text()).matches();
    if (to.isEmpty() && meant) {
      String before = typed.substring(0, typed.length() - when.text().length());
      throw who(call, before, when.text(), then);
    }
    return new PromptLine(to, when.at(), to.map(one -> rest(then, one)).orElse(when.text()));
  }

  private static PromptWhen when(Call call, String typed, String before) {
    PromptWhen when = PromptWhen.of(typed, call.now(), call.plan().zone());
    if (!when.given() && PromptWhen.looksLikeOne(typed)) {
      throw CommandException.usage(
          "When do you mean? I understand `in 10` and `at 14:45`.",
          asTyped(call, "Now, as it is", before, typed));
    }
    return when;
  }

  private static Optional<Member> person(Call call, String typed) {
    return typed.equalsIgnoreCase("me")
        ? call.plan().person(call.caller().key())
        : People.named(call.inClass(), typed, Spec.TEAM);
  }

  /** What follows the name, of which they may have typed the whole. */
  private static String rest(Matcher named, Member to) {
    String rest = named.group(2) == null ? "" : named.group(2).strip();
    String[] name = to.name().split(" ", 2);
    boolean whole =
        name.length == 2
            && named.group(1).equalsIgnoreCase(name[0])
            && rest.toLowerCase(Locale.ROOT).startsWith(name[1].toLowerCase(Locale.ROOT) + " ");
    return whole ? rest.substring(name[1].length()).strip() : rest;
  }

  /** Nobody, or more than one, is called so. */
  private static CommandException who(Call call, String before, String typed, Matcher named) {
    Session session = call.inClass();
    List<Member> similar = People.similar(session, named.group(1), Spec.TEAM);
    String text = named.group(2) == null ? "" : named.group(2);
    Stream<Member> offered =
        similar.isEmpty()
            ? session.plan().people().stream().filter(one -> Spec.TEAM.contains(one.role()))
            : similar.stream();
    Stream<Button> people =
        offered
            .limit(BUTTONS)
            .map(one ->
                Buttons.plain(
                    session.id(), one.name(), "prompt to " + one.key() + " " + before + text));
    Button asTyped = asTyped(call, "It is the text", before, typed);
    return new CommandException(
        similar.isEmpty()
            ? "Nobody of the team is called “" + named.group(1) + "”. Whom shall I tell?"
            : "Whom do you mean by “" + named.group(1) + "”?",
        Stream.concat(people, Stream.of(asTyped)).toArray(Button[]::new));
  }

  /** In quotes nothing is taken for a name or a time. */
  private static Button asTyped(Call call, String label, String before, String text) {
    return Buttons.plain(call.inClass().id(), label, "prompt " + before + "\"" + text + "\"");
  }
}
