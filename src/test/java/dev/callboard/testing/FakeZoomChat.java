package dev.callboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's Team Chat, as far as a chatbot uses it: posts, edits, removals, messages that one person
 * alone sees in a channel, chats of two. It keeps what each conversation shows and fails on demand.
 * Thread-safe.
 */
public final class FakeZoomChat {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Set<String> channels = new HashSet<>();
  private final Map<String, String> users = new HashMap<>();
  private final List<Shown> shown = new ArrayList<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private int nextId = 1;
  private boolean withoutChats;
  private boolean withoutWhispers;

  /**
   * A message on somebody's screen.
   *
   * @param onlyFor the id of the one user who sees it; null when all at the address do
   */
  private record Shown(String id, String to, @Nullable String onlyFor, JsonNode body) {}

  /**
   * A call that goes wrong.
   *
   * @param status the answer; 0 cuts the connection instead
   * @param code Zoom's own number of the trouble
   */
  public record Fault(int status, int code, @Nullable String retryAfter) {}

  public synchronized void channel(String jid) {
    channels.add(jid);
  }

  /** Makes a user known who can be written to. */
  public synchronized void user(String id, String jid) {
    users.put(id, jid);
  }

  /** The next call that is not refused for its token fails. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** Failures that did not come to pass will not. */
  public synchronized void forgetFaults() {
    faults.clear();
  }

  /** From now on nobody takes a chat of two. */
  public synchronized void refuseChats() {
    withoutChats = true;
  }

  /** From now on nothing is shown in a channel to one person alone. */
  public synchronized void refuseWhispers() {
    withoutWhispers = true;
  }

  /** What a channel shows everybody in it. */
  public synchronized List<JsonNode> shownToAll(String channel) {
    return shown.stream()
        .filter(message -> message.to().equals(channel) && message.onlyFor() == null)
        .map(Shown::body)
        .toList();
  }

  /** What one person alone sees: in channels, and in their chat with the bot. */
  public synchronized List<JsonNode> shownTo(String user) {
    String jid = users.getOrDefault(user, "");
    return shown.stream()
        .filter(message -> user.equals(message.onlyFor()) || message.to().equals(jid))
        .map(Shown::body)
        .toList();
  }

  synchronized FakeZoom.Answer answer(String method, String path, JsonNode body) {
    Fault fault = faults.poll();
    if (fault != null) {
      return new FakeZoom.Answer(fault.status(), error(fault.code()), fault.retryAfter());
    }
    String id = path.replaceFirst(".*/messages/?", "");
    return switch (method) {
      case "POST" -> post(body);
      case "PUT" -> put(id, body);
      default -> delete(id);
    };
  }

  private FakeZoom.Answer post(JsonNode body) {
    String to = body.path("to_jid").asText("");
    JsonNode only = body.path("visible_to_user");
    boolean complete =
        body.path("robot_jid").asText("").equals(FakeZoom.BOT)
            && body.path("account_id").asText("").equals(FakeZoom.ACCOUNT)
            && body.path("content").isObject()
            && !body.path("content").isEmpty();
    if (!complete || (only.isTextual() && !channels.contains(to))) {
      return refused(400, 300);
    }
    boolean person = users.containsValue(to);
    if (!person && !channels.contains(to)) {
      return refused(404, 1001);
    }
    boolean nobody = only.isTextual() && !users.containsKey(only.asText());
    if ((person && withoutChats) || nobody || (only.isTextual() && withoutWhispers)) {
      return refused(403, 403);
    }
    String id = "msg-" + nextId++;
    shown.add(new Shown(id, to, only.isTextual() ? only.asText() : null, body));
    ObjectNode told = JSON.createObjectNode().put("message_id", id).put("to_jid", to);
    return new FakeZoom.Answer(201, told, null);
  }

  /** Who sees a message does not change by an edit that keeps silent about it. */
  private FakeZoom.Answer put(String id, JsonNode body) {
    for (int i = 0; i < shown.size(); i++) {
      Shown old = shown.get(i);
      if (old.id().equals(id)) {
        boolean same =
            body.path("to_jid").asText("").equals(old.to())
                && body.path("visible_to_user")
                    .asText("")
                    .equals(old.onlyFor() == null ? "" : old.onlyFor());
        if (!same) {
          return refused(400, 300);
        }
        shown.set(i, new Shown(id, old.to(), old.onlyFor(), body));
        return new FakeZoom.Answer(200, JSON.createObjectNode().put("message_id", id), null);
      }
    }
    return refused(404, 300);
  }

  private FakeZoom.Answer delete(String id) {
    return shown.removeIf(old -> old.id().equals(id))
        ? new FakeZoom.Answer(200, null, null)
        : refused(404, 300);
  }

  private static FakeZoom.Answer refused(int status, int code) {
    return new FakeZoom.Answer(status, error(code), null);
  }

  private static ObjectNode error(int code) {
    return JSON.createObjectNode().put("code", code).put("message", "Refused, see the code");
  }
}
