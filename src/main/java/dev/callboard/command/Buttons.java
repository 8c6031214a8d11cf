package dev.callboard.command;

import dev.callboard.chat.Button;
import dev.callboard.chat.Button.Style;
import dev.callboard.session.SessionId;

/** Buttons that act on one class, however old the message they stand on. */
public final class Buttons {

  private Buttons() {}

  public static Button plain(SessionId session, String label, String line) {
    return new Button.Press(label, "@" + session + " " + line, Style.PLAIN);
  }

  public static Button main(SessionId session, String label, String line) {
    return new Button.Press(label, "@" + session + " " + line, Style.MAIN);
  }

  public static Button danger(SessionId session, String label, String line) {
    return new Button.Press(label, "@" + session + " " + line, Style.DANGER);
  }
}
