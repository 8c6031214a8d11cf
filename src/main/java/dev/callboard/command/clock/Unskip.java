package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.session.Event.Restored;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import java.util.List;

/** Brings back a segment that was left out. Buttons type it; menus do not show it. */
public final class Unskip implements Command {

  private static final Spec SPEC =
      new Spec(
          "unskip",
          List.of(Param.text("segment", 200)),
          Spec.STAGE,
          "Bring back a segment that was left out",
          List.of("unskip poll-1"),
          0);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Item item = Segments.named(session, call.arguments().text("segment"), key -> "unskip " + key);
    String title = item.segment().title();
    if (!item.skipped()) {
      throw new CommandException(
          "“" + title + "” is not left out.",
          Buttons.plain(session.id(), "Leave it out", "skip " + item.key()));
    }
    if (session.run().live() && isBehind(session, item)) {
      throw new CommandException(
          "The class is past “" + title + "”. You can go back to it.",
          Buttons.main(session.id(), "Back to it", "back " + item.key()));
    }
    Restored restored = new Restored(item.key());
    Standing standing = Standing.after(call, restored);
    Content answer =
        Content.text(standing.line(Line.empty().strong(title).plain(" is back.")))
            .and(standing.buttons(Buttons.plain(session.id(), "Undo", "skip " + item.key())));
    return standing.decide(answer, restored);
  }

  private static boolean isBehind(Session session, Item item) {
    int here =
        session.run().current().map(now -> session.run().order().position(now.key())).orElse(-1);
    return session.run().order().position(item.key()) < here;
  }
}
