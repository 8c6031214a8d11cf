package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Session;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.CatchUp.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Proposes what to cut so that the class ends on time. Its button makes the cuts. */
public final class CatchUpCommand implements Command {

  private static final Spec SPEC =
      new Spec(
          "catchup",
          List.of(),
          Spec.STAGE,
          "See what to cut to end on time",
          List.of("catchup"),
          15);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    CatchUp found = CatchUp.of(session.plan(), session.run(), call.now());
    Line ends = Line.of("The class ends ").clock(call.timeline().end(), session.plan().zone());
    if (found.needless()) {
      boolean early = found.late().plus(CatchUp.TOLERANCE).isNegative();
      return Decision.tell(
          Content.text(
              ends.plain(early ? ", early. Nothing to catch up." : ", on time. All is well.")));
    }
    String late = ", " + Times.minutes(found.late()) + " late. ";
    if (found.cuts().isEmpty()) {
      Line nothing =
          ends.plain(late + "The plan allows no cuts in what is left. You can still shorten or")
              .plain(" leave out what you choose: ")
              .code("extend -3 SEGMENT")
              .plain(" or ")
              .code("skip SEGMENT")
              .plain(".");
      return Decision.tell(Content.text(nothing));
    }
    return Decision.tell(offer(call, found, ends.plain(late)));
  }

  private static Content offer(Call call, CatchUp found, Line lead) {
    Session session = call.inClass();
    Line line = cuts(lead, found.cuts());
    Instant then = call.timeline().end().minus(found.late()).plus(found.still());
    line = line.plain(": ends ").clock(then, session.plan().zone());
    line =
        line.plain(
            found.enough()
                ? ", on time."
                : ", " + Times.minutes(found.still()) + " late; the plan allows no more.");
    Duration saved = found.late().minus(found.still());
    return Content.text(line)
        .and(
            Buttons.main(
                session.id(), "Save " + Times.minutes(saved), "cut " + Cuts.of(found).line()));
  }

  /** “Leave out A (−4 min) and shorten B to 6 min (−2 min)”. */
  private static Line cuts(Line lead, List<Cut> cuts) {
    Line line = lead;
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      String joint = i == 0 ? "" : i == cuts.size() - 1 ? " and " : ", ";
      String verb = cut.leftOut() ? "leave out " : "shorten ";
      String to = cut.leftOut() ? "" : " to " + Times.minutes(cut.allotted().minus(cut.by()));
      line =
          line.plain(joint + (i == 0 ? Standing.capital(verb) : verb))
              .strong(cut.segment().title())
              .plain(to + " (−" + Times.minutes(cut.by()) + ")");
    }
    return line;
  }
}
