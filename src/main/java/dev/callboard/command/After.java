package dev.callboard.command;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import java.util.List;

/** The state a decision will lead to, for what it wants to show at once. */
public final class After {

  private After() {}

  public static Session of(Call call, Event... events) {
    Session session = call.inClass();
    for (Event event : List.of(events)) {
      session =
          session.after(new Recorded(session.seq() + 1, call.now(), call.caller().key(), event));
    }
    return session;
  }
}
