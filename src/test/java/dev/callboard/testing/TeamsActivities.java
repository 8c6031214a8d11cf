package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Activities in the shape Teams sends them, one file per kind under {@code fixtures/teams}, told by
 * Fay, the facilitator, in the chat of a meeting unless the name says otherwise. Change what a test
 * is about with the methods of {@link ObjectNode}; {@link FakeTeams} puts its own address in.
 */
public final class TeamsActivities {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TeamsActivities() {}

  /** The activity of one file, such as {@code message-mention}. */
  public static ObjectNode of(String name) {
    try (InputStream file =
        TeamsActivities.class.getResourceAsStream("/fixtures/teams/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("fixture: " + name + " (expected: a file of that name)");
      }
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Typed to the bot in a chat of two. */
  public static ObjectNode personal(String id, String line) {
    return of("message-personal").put("id", id).put("text", line);
  }

  /** Typed after a mention of the bot. */
  public static ObjectNode mention(String id, String line) {
    return of("message-mention").put("id", id).put("text", "<at>Callboard</at> " + line + "\n");
  }

  /** Chosen from the slash menu: only the bot and the person see it. */
  public static ObjectNode targeted(String id, String line) {
    return of("message-targeted").put("id", id).put("text", line);
  }

  /** Typed with a slash, for everybody to see, where the bot hears all messages. */
  public static ObjectNode slash(String id, String line) {
    return of("message-chatter").put("id", id).put("text", "/" + line);
  }

  /** A button pressed on a card of the room. */
  public static ObjectNode execute(String id, String line) {
    ObjectNode activity = of("invoke-execute").put("id", id);
    data(activity).withObject("/callboard").put("line", line);
    return activity;
  }

  /** A button pressed on a card that only the person sees. */
  public static ObjectNode executePrivately(String id, String line) {
    ObjectNode activity = execute(id, line);
    data(activity).withObject("/callboard").put("eyes", "one");
    return activity;
  }

  /** A form filled in. */
  public static ObjectNode form(String id, String line, String answer) {
    ObjectNode activity = executePrivately(id, line);
    data(activity).put("form", true).put("answer", answer);
    return activity;
  }

  /** What the pressed button of an invoke carries. */
  public static ObjectNode data(ObjectNode invoke) {
    return invoke.withObject("/value/action/data");
  }
}
