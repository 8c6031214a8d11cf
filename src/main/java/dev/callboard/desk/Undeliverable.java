package dev.callboard.desk;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.command.Lost;
import dev.callboard.session.Session;
import java.util.ArrayList;
import java.util.List;

/** The report backstage about a message that did not arrive. */
final class Undeliverable {

  /** Keys of these reports begin so; one that fails is not reported again. */
  static final String KEY = "undelivered-";

  private Undeliverable() {}

  static List<Outgoing> report(Session session, Outgoing change, String sentence) {
    Message message =
        new Message(
            new Audience.Team(),
            Content.of(
                new Text(Line.empty().strong("Not delivered. ").plain(sentence)),
                new Small(Line.of(Lost.what(session, change)))));
    List<Outgoing> reports = new ArrayList<>();
    for (Place place : session.rooms().backstages()) {
      String key = KEY + (session.seq() + 1) + "." + reports.size();
      reports.add(new Outgoing.Post(key, new Destination.Room(place), message));
    }
    return reports;
  }
}
