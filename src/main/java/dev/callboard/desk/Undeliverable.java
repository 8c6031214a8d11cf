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
import dev.callboard.command.Decision;
import dev.callboard.command.Lost;
import dev.callboard.command.clock.Unreached;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of a class that did not arrive, and what is done about them: they are written down, the
 * backstage reads of them, and prompts go another way at once. Pure.
 *
 * @param changes the newest last
 * @param sentence why, for the producer
 */
record Undeliverable(List<Outgoing> changes, String sentence) {

  /** Keys of the reports begin so; one that fails is not reported again. */
  private static final String KEY = "undelivered-";

  Undeliverable {
    changes = changes.stream().filter(change -> !change.key().startsWith(KEY)).toList();
  }

  /** Nothing when only reports were lost: the backstage cannot be reached, as the outbox logged. */
  Decision decide(Session session, Instant now) {
    if (changes.isEmpty()) {
      return Decision.of();
    }
    List<Event> events = new ArrayList<>();
    changes.forEach(change -> events.add(new Event.Undelivered(change.key(), sentence)));
    Decision relayed = Unreached.decide(session, changes, now);
    events.addAll(relayed.events());
    return Decision.of(events.toArray(Event[]::new)).saying(relayed.out()).saying(report(session));
  }

  private List<Outgoing> report(Session session) {
    Message message =
        new Message(
            new Audience.Team(),
            Content.of(
                new Text(Line.empty().strong("Not delivered. ").plain(sentence)),
                new Small(Line.of(Lost.what(session, changes.getLast())))));
    List<Outgoing> reports = new ArrayList<>();
    for (Place place : session.rooms().backstages()) {
      String key = KEY + (session.seq() + 1) + "." + reports.size();
      reports.add(new Outgoing.Post(key, new Destination.Room(place), message));
    }
    return reports;
  }
}
