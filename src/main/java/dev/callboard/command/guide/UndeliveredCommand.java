package dev.callboard.command.guide;

import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.Decision;
import dev.callboard.command.Lost;
import dev.callboard.command.Spec;
import dev.callboard.session.Session;
import java.util.List;

/** Shows what did not reach whom it was for. */
public final class UndeliveredCommand implements Command {

  private static final int MOST = 10;

  private static final Spec SPEC =
      new Spec(
          "undelivered",
          List.of(),
          Spec.PRODUCER,
          "See what did not arrive, and why",
          List.of("undelivered"),
          33);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.inClass();
    List<Lost> lost = call.house().lost(session.id(), MOST + 1);
    if (lost.isEmpty()) {
      return Decision.tell("Everything that was said in this class has arrived or is on its way.");
    }
    Line line = Line.empty();
    for (Lost each : lost.subList(0, Math.min(MOST, lost.size()))) {
      line =
          (line.spans().isEmpty() ? line : line.plain("\n"))
              .clock(each.at(), session.plan().zone())
              .plain("  ")
              .strong(Lost.what(session, each.change()))
              .plain(" · " + each.sentence());
    }
    Content content = Content.of(new Heading("Not delivered"), new Text(line));
    return Decision.tell(
        lost.size() <= MOST ? content : content.and(new Text(Line.of("… and more before that."))));
  }
}
