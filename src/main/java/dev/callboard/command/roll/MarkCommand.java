package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Accompanied;
import dev.callboard.session.Event.Marked;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Company;
import dev.callboard.session.attendance.Mark.Kind;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Roll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes attendance by hand: a status with its reason, or who sits in whose room. What is written
 * wins over what meetings told, and stays when that is computed anew.
 */
public final class MarkCommand implements Command {

  private static final int MOST_BESIDE = 500;

  private static final Pattern COUNT = Pattern.compile("\\+(\\d{1,6})\\s+with\\s+(.+)");
  private static final Pattern WITH = Pattern.compile("(.+?)\\s+with\\s+(.+)");
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|\\band\\b)\\s*");
  private static final Pattern STATUS =
      Pattern.compile("(.+?)\\s+(present|late|partial|absent|excused|clear)\\b[:,]?\\s*(.*)");

  private static final Spec SPEC =
      new Spec(
          "mark",
          List.of(Param.text("NAME present|late|partial|absent REASON", 500)),
          Spec.PRODUCER,
          "Write attendance by hand, or who shares a room",
          List.of(
              "mark amara present joined by phone", "mark kira with jonas", "mark +4 with jonas"),
          25);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    String typed = call.arguments().text("NAME present|late|partial|absent REASON").strip();
    Matcher count = COUNT.matcher(typed.toLowerCase(Locale.ROOT));
    if (count.matches()) {
      return beside(call, Integer.parseInt(count.group(1)), count.group(2));
    }
    Matcher status = Pattern.compile(STATUS.pattern(), Pattern.CASE_INSENSITIVE).matcher(typed);
    if (status.matches()) {
      return mark(call, status.group(1), status.group(2), status.group(3).strip());
    }
    Matcher with = Pattern.compile(WITH.pattern(), Pattern.CASE_INSENSITIVE).matcher(typed);
    if (with.matches()) {
      return together(call, with.group(1), with.group(2));
    }
    Member member = Learners.named(call.inClass(), typed, key -> "mark " + key);
    throw CommandException.usage(
        "What about " + member.name() + "?",
        Buttons.plain(call.inClass().id(), "Present", "mark " + member.key() + " present by hand"),
        Buttons.plain(call.inClass().id(), "Absent", "mark " + member.key() + " absent by hand"));
  }

  private static Decision mark(Call call, String name, String word, String reason) {
    Session session = call.inClass();
    Member member = Learners.named(session, name, key -> "mark " + key + " " + word + " " + reason);
    String status = word.toLowerCase(Locale.ROOT);
    if (!status.equals("clear") && reason.isEmpty()) {
      throw CommandException.usage(
          "A mark by hand needs a reason, for it wins over what the meeting told.");
    }
    Kind kind = status.equals("clear") ? null : Kind.valueOf(status.toUpperCase(Locale.ROOT));
    return Registered.decide(
        call, after -> answer(after, member, call), new Marked(member.key(), kind, reason));
  }

  static Content answer(Session session, Member member, Call call) {
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    Roll.Learner learner = roll.learner(member.key()).orElseThrow();
    String reasons = Reasons.of(learner.verdict(), session.plan().zone()) + ".";
    if (learner.verdict().mark() == null) {
      String status = learner.verdict().status().word();
      return Content.text(Line.empty().strong(member.name() + ": " + status).plain(". " + reasons));
    }
    return Content.text(Line.empty().strong(member.name()).plain(": " + reasons))
        .and(Buttons.plain(session.id(), "Undo", "mark " + member.key() + " clear"));
  }

  private static Decision together(Call call, String names, String host) {
    Session session = call.inClass();
    Member with = Learners.named(session, host, key -> "mark " + names + " with " + key);
    Company company = company(session, with);
    List<String> people = new ArrayList<>(company.people());
    for (String name : BETWEEN.split(names, -1)) {
      Member member = Learners.named(session, name, key -> "mark " + key + " with " + with.key());
      if (member.equals(with)) {
        throw new CommandException(member.name() + " cannot sit beside themselves.");
      }
      if (!people.contains(member.key())) {
        people.add(member.key());
      }
    }
    return Registered.decide(
        call,
        after ->
            Content.text(
                Line.of(
                    named(after, people)
                        + (people.size() == 1 ? " counts" : " count")
                        + " as present whenever "
                        + with.name()
                        + " is.")),
        new Accompanied(with.key(), new Company(people, company.others())));
  }

  private static Decision beside(Call call, int others, String host) {
    if (others > MOST_BESIDE) {
      throw CommandException.usage(
          "“+" + others + "” does not work here: I need a number up to " + MOST_BESIDE + ".");
    }
    Session session = call.inClass();
    Member with = Learners.named(session, host, key -> "mark +" + others + " with " + key);
    return Registered.decide(
        call,
        _ ->
            Content.text(
                Line.of(
                    others == 0
                        ? "Nobody without a name sits with " + with.name() + " any more."
                        : others + " more count as here whenever " + with.name() + " is.")),
        new Accompanied(with.key(), new Company(company(session, with).people(), others)));
  }

  private static Company company(Session session, Member with) {
    return Objects.requireNonNullElse(
        session.register().decisions().company().get(with.key()), new Company(List.of(), 0));
  }

  private static String named(Session session, List<String> people) {
    return String.join(
        ", ",
        people.stream()
            .map(key -> session.plan().person(key).map(Member::name).orElse(key))
            .toList());
  }
}
