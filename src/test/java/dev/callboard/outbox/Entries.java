package dev.callboard.outbox;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Terms;
import dev.callboard.session.SessionId;
import java.time.Instant;

/** Entries of one backstage room, committed at noon. */
final class Entries {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  static final Destination ROOM = new Destination.Room(new Place("slack", "T01", "C05"));
  private static final Message TEAM =
      new Message(new Audience.Team(), Content.text("The poll is ready"));
  private static final SessionId SESSION = new SessionId("hybrid");

  private Entries() {}

  static Entry of(long id, Outgoing change) {
    return new Entry(id, SESSION, change, 0, NOON, NOON);
  }

  static Entry post(long id, String key) {
    return post(id, key, Terms.NONE);
  }

  static Entry post(long id, String key, Terms terms) {
    return of(id, new Outgoing.Post(key, ROOM, TEAM, terms));
  }

  static Entry prompt(long id, String key) {
    return post(id, key, Terms.PROMPT);
  }

  /** What one person waits for. */
  static Entry reply(long id, String key) {
    return post(id, key, new Terms(Importance.REPLY, null, null));
  }

  /** An edit of a card. */
  static Entry edit(long id, String key) {
    return of(id, new Outgoing.Edit(key, ROOM, TEAM));
  }

  static Entry removal(long id, String key) {
    return of(id, new Outgoing.Remove(key, ROOM));
  }
}
