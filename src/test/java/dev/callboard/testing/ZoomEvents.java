package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Events in the shape Zoom sends them, one file per event under {@code fixtures/zoom}: Fay, the
 * facilitator, in Team Chat, and Pat, a guest of whom Zoom knows a name only, in the meeting.
 * Change what a test is about with the methods of {@link ObjectNode}; {@link FakeZoom} signs them.
 */
public final class ZoomEvents {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long FIRST = 1_795_529_400_000L;

  private ZoomEvents() {}

  /** The event of one file, such as {@code meeting.participant_joined}. */
  public static ObjectNode of(String name) {
    try (InputStream file =
        ZoomEvents.class.getResourceAsStream("/fixtures/zoom/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("fixture: " + name + " (expected: a file of that name)");
      }
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Typed behind the slash command in the class room. */
  public static ObjectNode typed(String id, String line) {
    return said("bot_notification", id, line);
  }

  /** Typed to the bot in a chat of two. */
  public static ObjectNode direct(String id, String line) {
    return said("bot_notification-direct", id, line);
  }

  private static ObjectNode said(String name, String id, String line) {
    ObjectNode event = of(name);
    payload(event).put("cmd", line).put("timestamp", FIRST + Math.floorMod(id.hashCode(), 60_000));
    return event;
  }

  /** A button pressed on a card of the class room. */
  public static ObjectNode pressed(String id, String line) {
    ObjectNode event = of("interactive_message_actions");
    payload(event).put("timestamp", FIRST + Math.floorMod(id.hashCode(), 60_000));
    payload(event).withObject("/actionItem").put("value", line);
    return event;
  }

  /** Pat comes in by this connection. */
  public static ObjectNode joined(String connection, Instant at) {
    ObjectNode event = of("meeting.participant_joined");
    participant(event).put("user_id", connection).put("join_time", at.toString());
    return event;
  }

  /** Pat leaves by this connection. */
  public static ObjectNode left(String connection, Instant at) {
    ObjectNode event = of("meeting.participant_left");
    participant(event).put("user_id", connection).put("leave_time", at.toString());
    return event;
  }

  /** Zoom's question whether the secret is known, with this token. */
  public static ObjectNode challenge(String token) {
    ObjectNode event = of("endpoint.url_validation");
    payload(event).put("plainToken", token);
    return event;
  }

  /** An event of any name that holds nothing it should. */
  public static ObjectNode shapeless(String name) {
    ObjectNode event = JSON.createObjectNode().put("event", name).put("event_ts", "x");
    event.putArray("payload").add(name);
    return event;
  }

  public static ObjectNode payload(ObjectNode event) {
    return event.withObject("/payload");
  }

  /** The meeting of an event. */
  public static ObjectNode object(ObjectNode event) {
    return event.withObject("/payload/object");
  }

  public static ObjectNode participant(ObjectNode event) {
    return event.withObject("/payload/object/participant");
  }
}
