package dev.callboard.store;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Commits that tests make, and many callers at once. */
final class Commits {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

  private Commits() {}

  /** The one room of a class. */
  static Rooms rooms(String room) {
    return new Rooms(List.of(place(room)), List.of());
  }

  /** Opens a class whose only room is {@code room}. */
  static Commit open(String session, String room) {
    return events(session, 0, null, new Event.Opened(SamplePlans.hybrid(), rooms(room), NOON));
  }

  /** Says something in a class, and posts it in the lane of {@code room}. */
  static Commit say(String session, long expected, @Nullable String delivery, String room) {
    Recorded said =
        new Recorded(expected + 1, NOON, "priya", new Event.Posted(1, Event.PostKind.SAY, "Hello"));
    List<Outgoing> out = List.of(post("post-" + (expected + 1), room));
    return new Commit(new SessionId(session), expected, List.of(said), delivery, out, NOON);
  }

  static Commit events(
      String session, long expected, @Nullable String delivery, Event... happened) {
    List<Recorded> events =
        IntStream.range(0, happened.length)
            .mapToObj(i -> new Recorded(expected + i + 1, NOON, "priya", happened[i]))
            .toList();
    return new Commit(new SessionId(session), expected, events, delivery, List.of(), NOON);
  }

  static Outgoing post(String key, String room) {
    return new Outgoing.Post(
        key,
        new Destination.Room(place(room)),
        new Message(new Audience.Learners(), Content.text(key)));
  }

  static Place place(String room) {
    return new Place("slack", "T01", room);
  }

  static String lane(String room) {
    return place(room).toString();
  }

  /** Does work on a thread each, all at once; tells what came of it, in order. */
  static <T> List<T> together(List<Callable<T>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> all = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(work)) {
        all.add(one.get());
      }
      return all;
    }
  }
}
