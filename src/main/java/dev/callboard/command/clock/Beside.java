package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Terms;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Accounts;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * Those beside a person who cannot be told something: the producers, each alone, and when nobody
 * knows a private way to them either, the backstage.
 *
 * @param key what the keys of the posts begin with
 * @param person who cannot be told
 */
record Beside(Session session, String key, String person, Terms terms) {

  List<Outgoing> tell(Content content) {
    List<Outgoing> out = new ArrayList<>();
    for (String producer : producers()) {
      Accounts.route(session, producer)
          .ifPresent(route -> out.add(post(producer, route, new Audience.One(producer), content)));
    }
    if (out.isEmpty()) {
      for (Place place : session.rooms().backstages()) {
        String number = String.valueOf(out.size());
        out.add(post(number, new Destination.Room(place), new Audience.Team(), content));
      }
    }
    return out;
  }

  /** Keys of the producers but for the person. */
  List<String> producers() {
    return session
        .plan()
        .withRole(Role.PRODUCER)
        .map(Member::key)
        .filter(producer -> !producer.equals(person))
        .toList();
  }

  private Outgoing post(String which, Destination to, Audience audience, Content content) {
    return new Outgoing.Post(key + "." + which, to, new Message(audience, content), terms);
  }
}
