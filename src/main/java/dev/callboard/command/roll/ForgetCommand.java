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
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import java.util.List;
import java.util.Locale;

/**
 * Erases a learner or a guest from the logs of a client's classes, as the law wants it when they
 * ask. Asks back first, for nothing brings them back.
 */
public final class ForgetCommand implements Command {

  private static final String SURE = " for good";
  private static final int NAMED = 5;

  private static final Spec SPEC =
      new Spec(
          "forget",
          List.of(Param.text("NAME|#number", 200)),
          Spec.PRODUCER,
          "Erase a learner from log and reports",
          List.of("forget amara", "forget #7"),
          41);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    String typed = call.arguments().text("NAME|#number").strip();
    boolean sure = typed.toLowerCase(Locale.ROOT).endsWith(SURE);
    String who = sure ? typed.substring(0, typed.length() - SURE.length()).strip() : typed;
    Session session = call.inClass();
    if (!session.run().ended()) {
      throw new CommandException(
          "The class still runs, and they may be in it. Type it again after the end.");
    }
    return who.startsWith("#") ? guest(call, who, sure) : learner(call, who, sure);
  }

  private static Decision guest(Call call, String typed, boolean sure) {
    Session session = call.inClass();
    Roll roll = Roll.of(session.register(), session.plan(), call.now());
    Party party = Numbers.party(session, roll, typed);
    if (party.owner() instanceof Owner.Known known) {
      return learner(call, known.member().key(), sure);
    }
    return sure
        ? Decision.of(new Event.Erasing(party.own())).answering(being(session, party.name()))
        : Decision.tell(
            question(call, party.name(), typed, "in this class, where nobody knows who that is"));
  }

  private static Decision learner(Call call, String typed, boolean sure) {
    Session session = call.inClass();
    Member member = Learners.named(session, typed, key -> "forget " + key);
    return sure
        ? Decision.of(new Event.Erasing(member.key())).answering(being(session, member.name()))
        : Decision.tell(question(call, member.name(), member.key(), where(call, member)));
  }

  private static String where(Call call, Member member) {
    Session session = call.inClass();
    List<String> others =
        call.house().classesOf(session.plan().clientKey(), member).stream()
            .map(SessionId::value)
            .filter(id -> !id.equals(session.id().value()))
            .toList();
    if (others.isEmpty()) {
      return "in this class, the only one whose plan names them";
    }
    String more = others.size() > NAMED ? ", and " + (others.size() - NAMED) + " more" : "";
    return "in this class and "
        + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
        + more;
  }

  private static Content question(Call call, String name, String typed, String where) {
    return Content.text(
            Line.of("Forget ")
                .strong(name)
                .plain(
                    " "
                        + where
                        + "? Name, addresses and accounts go from the log and all reports; minutes"
                        + " and counts stay. Nothing brings them back. What was said on a platform"
                        + " stays there. Other classes they came to as a guest are looked through,"
                        + " too. Whoever is in a plan or roster file stands there until"
                        + " you take them out."))
        .and(Buttons.main(call.inClass().id(), "Forget for good", "forget " + typed + SURE));
  }

  private static Content being(Session session, String name) {
    String when =
        Forgetting.waits(session)
            ? " will be forgotten once the platform's own report is in, or a day after the end at"
                + " the latest: it tells when the others came and went, and cannot be taken"
                + " afterwards. Backstage hears when it is done."
            : " is being forgotten. Backstage hears when it is done.";
    return Content.text(Line.of(name + when));
  }
}
