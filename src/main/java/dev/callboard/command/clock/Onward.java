package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.session.Session;

/**
 * The button that goes on. It carries the segment it was drawn for: pressed twice, or on a message
 * that the class has left behind, it must not go on from the segment after.
 */
public final class Onward {

  private Onward() {}

  /** The first of the buttons under a message about a class that runs. */
  public static Button main(Session session) {
    return Buttons.main(session.id(), "Next", line(session));
  }

  static Button plain(Session session) {
    return Buttons.plain(session.id(), "Next", line(session));
  }

  private static String line(Session session) {
    return session.segment().map(segment -> "next from " + segment.key()).orElse("next");
  }
}
