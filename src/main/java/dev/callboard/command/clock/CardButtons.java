package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.timing.Timeline;
import java.util.ArrayList;
import java.util.List;

/** What one may want to press on a class: the likeliest first, none without sense. */
final class CardButtons {

  private CardButtons() {}

  /** Before the class runs. */
  static List<Button> waiting(Session session) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Buttons.main(session.id(), "Start", "start"));
    welcome(session, buttons);
    buttons.add(Buttons.plain(session.id(), "Help", "help"));
    return buttons;
  }

  /** Of a class that was started just now. */
  static List<Button> started(Session session) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Onward.main(session));
    welcome(session, buttons);
    return buttons;
  }

  /** Learners are welcomed once. */
  private static void welcome(Session session, List<Button> into) {
    if (session.welcomed().isEmpty()) {
      into.add(Buttons.plain(session.id(), "Welcome", "welcome"));
    }
  }

  /** While it runs. */
  static List<Button> of(Session session, Timeline timeline) {
    SessionId id = session.id();
    List<Button> buttons = new ArrayList<>();
    if (session.run().paused()) {
      buttons.add(Buttons.main(id, "Resume", "resume"));
    }
    buttons.add(
        session.following().isPresent()
            ? Onward.main(session)
            : Buttons.main(id, "End class", "end"));
    session
        .segment()
        .ifPresent(now -> {
          buttons.add(Buttons.plain(id, "+5 min", "extend 5 " + now.key()));
          if (!session.run().paused()) {
            buttons.add(Buttons.plain(id, "Pause", "pause"));
          }
          if (session.preceding().isPresent()) {
            buttons.add(Buttons.plain(id, "Back", "back"));
          }
          if (!now.pages().isEmpty()) {
            buttons.add(Buttons.plain(id, "Page", "page"));
          }
        });
    buttons.add(Buttons.plain(id, "Link", "link"));
    buttons.add(Buttons.plain(id, "Note", "note"));
    buttons.add(Buttons.plain(id, "Issue", "issue"));
    if (Standing.late(session, timeline)) {
      buttons.add(Buttons.plain(id, "Catch up", "catchup"));
    }
    buttons.add(Buttons.plain(id, "Status", "status"));
    return buttons;
  }
}
