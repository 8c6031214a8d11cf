package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.After;
import dev.callboard.command.Call;
import dev.callboard.command.Decision;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import java.util.List;
import java.util.function.Function;

/** Writes down what somebody decided about the roll, and brings the card up to date. */
final class Registered {

  private Registered() {}

  /**
   * @param answer made of the class as it is once the events have happened
   */
  static Decision decide(Call call, Function<Session, Content> answer, Event... events) {
    Session session = After.of(call, events);
    return Decision.of(events).saying(card(session, call)).answering(answer.apply(session));
  }

  private static List<Outgoing> card(Session session, Call call) {
    return session.register().told().rolled() ? RollCard.show(session, call.now()) : List.of();
  }
}
