package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Call;
import dev.callboard.session.Accounts;
import dev.callboard.session.Session;
import java.util.List;

/** Private words to those of the team whom a change of the clock concerns. */
final class Words {

  private Words() {}

  /** Tells a person, unless they made the change themselves or nobody knows a private way. */
  static List<Outgoing> to(Call call, String person, Line line) {
    Session session = call.inClass();
    if (person.equals(call.caller().key())) {
      return List.of();
    }
    String key = "word-" + (session.seq() + 1) + "." + person;
    Message message = new Message(new Audience.One(person), Content.text(line));
    return Accounts.route(session, person).stream()
        .<Outgoing>map(route -> new Outgoing.Post(key, route, message))
        .toList();
  }
}
