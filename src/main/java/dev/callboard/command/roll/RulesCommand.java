package dev.callboard.command.roll;

import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Block.Facts;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Policy;
import dev.callboard.session.Event.Ruled;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the rules of attendance and what others would change, before they are used. */
public final class RulesCommand implements Command {

  private static final int SHOWN = 15;
  private static final String USE = " use";
  private static final String PLAN = "plan";

  private static final Spec SPEC =
      new Spec(
          "rules",
          List.of(Param.text("rule number", 200).optional()),
          Spec.PRODUCER,
          "See what other attendance rules would change",
          List.of("rules", "rules late 10 percent 80", "rules plan"),
          30);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    String typed = call.arguments().find("rule number").orElse("").strip();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    if (typed.isEmpty()) {
      return Decision.tell(
          Content.of(
              new Text(
                  Line.of(
                      "Here it goes by: " + Rules.words(roll, session.register().course()) + ".")),
              new Small(Line.of(Ruling.ofGaps(roll.policy()))),
              new Small(Line.marked("Try others with `rules late 10 percent 80`."))));
    }
    boolean use = typed.toLowerCase(Locale.ROOT).endsWith(USE);
    String settings = use ? typed.substring(0, typed.length() - USE.length()).strip() : typed;
    boolean plans = settings.equalsIgnoreCase(PLAN);
    Policy next = plans ? session.plan().attendance() : Ruling.changed(roll.policy(), settings);
    return use ? use(call, plans ? null : next) : Decision.tell(trial(call, settings, next));
  }

  private static Decision use(Call call, @Nullable Policy own) {
    return Registered.decide(
        call,
        after ->
            Content.text(
                    "From now on it goes by: "
                        + Rules.words(
                            Roll.of(after.register(), after.plan(), call.now()),
                            after.register().course())
                        + ".")
                .and(Buttons.plain(after.id(), "Back to the plan's", "rules plan use")),
        new Ruled(own));
  }

  private static Content trial(Call call, String settings, Policy next) {
    Session session = call.inClass();
    Roll before = Roll.of(session.register(), session.plan(), call.now());
    Roll after = Roll.of(session.register(), session.plan(), next, call.now());
    List<Fact> changes = changes(before, after);
    Line line =
        Line.of(
            "With "
                + Rules.words(after, session.register().course())
                + ": "
                + count(changes.size(), before.learners().size()));
    Content content = Content.text(line);
    if (!Ruling.ofGaps(next).equals(Ruling.ofGaps(before.policy()))) {
      content = content.and(new Small(Line.of(Ruling.ofGaps(next))));
    }
    if (!changes.isEmpty()) {
      content = content.and(new Facts(changes.stream().limit(SHOWN).toList()));
    }
    if (changes.size() > SHOWN) {
      content = content.and(new Small(Line.of("… and " + (changes.size() - SHOWN) + " more")));
    }
    return content.and(Buttons.main(session.id(), "Use these", "rules " + settings + USE));
  }

  private static String count(int changes, int learners) {
    return switch (changes) {
      case 0 -> "nobody's status changes.";
      case 1 -> "one of " + learners + " changes.";
      default -> changes + " of " + learners + " change.";
    };
  }

  private static List<Fact> changes(Roll before, Roll after) {
    List<Fact> changes = new ArrayList<>();
    for (int i = 0; i < before.learners().size(); i++) {
      Learner one = before.learners().get(i);
      Learner other = after.learners().get(i);
      if (one.verdict().status() != other.verdict().status()) {
        String change = one.verdict().status().word() + " → " + other.verdict().status().word();
        changes.add(new Fact(one.member().name(), Line.of(change)));
      }
    }
    return changes;
  }
}
