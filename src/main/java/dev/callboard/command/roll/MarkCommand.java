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
import dev.callboard.session.Event.Marked;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Mark.Kind;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Roll;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes attendance by hand: a status with its reason, or who sits in whose room. What is written
 * wins over what meetings told, and stays when that is computed anew.
 */
public final class MarkCommand implements Command {

  private static final Pattern COUNT = Pattern.compile("\\+(\\d{1,6})\\s+with\\s+(.+)");
  private static final Pattern WITH =
      Pattern.compile("(.+?)\\s+with\\s+(.+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALONE = Pattern.compile("(.+?)\\s+alone", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS =
      Pattern.compile(
          "(.+?)\\s+(present|late|partial|absent|excused|clear)\\b[:,]?\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Spec SPEC =
      new Spec(
          "mark",
          List.of(Param.text("NAME present|late|partial|absent REASON", 500)),
          Spec.PRODUCER,
          "Write attendance by hand, or who shares a room",
          List.of(
              "mark amara present joined by phone",
              "mark kira with jonas",
              "mark +4 with jonas",
              "mark kira alone"),
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
      return SharedRoom.beside(call, Integer.parseInt(count.group(1)), count.group(2));
    }
    Matcher status = STATUS.matcher(typed);
    if (status.matches()) {
      return mark(call, status.group(1), status.group(2), status.group(3).strip());
    }
    Matcher alone = ALONE.matcher(typed);
    if (alone.matches()) {
      return SharedRoom.alone(call, alone.group(1));
    }
    Matcher with = WITH.matcher(typed);
    if (with.matches()) {
      return SharedRoom.together(call, with.group(1), with.group(2));
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
    if (status.equals("clear") && !isMarked(session, member)) {
      return SharedRoom.alone(call, member.key());
    }
    Kind kind = status.equals("clear") ? null : Kind.valueOf(status.toUpperCase(Locale.ROOT));
    return Registered.decide(
        call, after -> answer(after, member, call), new Marked(member.key(), kind, reason));
  }

  private static boolean isMarked(Session session, Member member) {
    return session.register().decisions().marks().containsKey(member.key());
  }

  static Content answer(Session session, Member member, Call call) {
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    Roll.Learner learner = roll.learner(member.key()).orElseThrow();
    String reasons = Reasons.of(learner.verdict(), session.plan().zone()) + ".";
    Line line = Line.empty().strong(member.name() + ": " + learner.verdict().status().word());
    if (learner.verdict().mark() == null) {
      return Content.text(line.plain(". " + reasons));
    }
    return Content.text(line.plain(" " + reasons))
        .and(Buttons.plain(session.id(), "Undo", "mark " + member.key() + " clear"));
  }
}
