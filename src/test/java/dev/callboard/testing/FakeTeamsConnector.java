package dev.callboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Bot Connector's conversations, as far as Callboard uses them: posts, edits, removals,
 * messages for one person inside a shared chat, chats of two, members, meetings. It keeps what each
 * conversation shows and every call made, and fails on demand. Thread-safe.
 */
public final class FakeTeamsConnector {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final int SILENT = -1;

  private static final int MOST_CHARACTERS = 50_000;

  private final Map<String, Set<String>> rosters = new HashMap<>();
  private final Map<String, ObjectNode> members = new HashMap<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, ObjectNode> meetings = new HashMap<>();
  private final Map<String, List<Shown>> shown = new LinkedHashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<Call> calls = new ArrayList<>();
  private long nextId = 1_764_000_001_000L;
  private boolean withoutTargeted;
  private boolean withoutChats;
  private boolean blind;

  /**
   * A message on somebody's screen.
   *
   * @param onlyFor the one person who sees it; null when all of the conversation do
   */
  public record Shown(String id, ObjectNode activity, @Nullable String onlyFor) {}

  /** A request as it came. */
  public record Call(String method, URI uri, @Nullable String authorization, JsonNode body) {
    /** The path without its encoding. */
    public String path() {
      return URLDecoder.decode(uri.getRawPath(), StandardCharsets.UTF_8);
    }

    public boolean targeted() {
      return "isTargetedActivity=true".equals(uri.getRawQuery());
    }
  }

  /**
   * A call that goes wrong.
   *
   * @param status the answer; 0 cuts the connection instead, -1 leaves it open without an answer
   */
  public record Fault(int status, @Nullable String retryAfter) {
    /** The call is taken and never answered. */
    public static Fault silent() {
      return new Fault(SILENT, null);
    }
  }

  /** An answer; a null body is none. */
  record Answer(int status, @Nullable JsonNode body, @Nullable String retryAfter) {}

  /** Puts people into a conversation, and the conversation into the world. */
  public synchronized void room(String conversation, String... people) {
    rosters.computeIfAbsent(conversation, id -> new TreeSet<>()).addAll(List.of(people));
  }

  /** Makes a person known; {@code told} is what the members interface says of them. */
  public synchronized void person(String id, ObjectNode told) {
    members.put(id, told.put("id", id));
  }

  /** Gives somebody an id in the directory, by which they are found too. */
  public synchronized void directory(String objectId, String person) {
    accounts.put(objectId, person);
    ObjectNode told = members.get(person);
    if (told != null) {
      told.put("aadObjectId", objectId);
    }
  }

  private String account(String asked) {
    return accounts.getOrDefault(asked, asked);
  }

  /** Makes a meeting known; {@code told} is what the meetings interface says of it. */
  public synchronized void meeting(String id, ObjectNode told) {
    meetings.put(id, told);
  }

  /** The next call that is not refused for its token fails. */
  public synchronized void failNext(Fault fault) {
    faults.add(fault);
  }

  /** Failures that did not come to pass will not. */
  public synchronized void forgetFaults() {
    faults.clear();
  }

  /** From now on Teams shows nothing inside shared chats to one person alone. */
  public synchronized void refuseTargeted() {
    withoutTargeted = true;
  }

  /** From now on a message for one person inside a shared chat is shown to all in it. */
  public synchronized void ignoreTargeted() {
    blind = true;
  }

  /** From now on nobody has the app in a chat of their own. */
  public synchronized void refuseChats() {
    withoutChats = true;
  }

  /** What a conversation shows everybody in it. */
  public synchronized List<ObjectNode> shownToAll(String conversation) {
    return shown.getOrDefault(conversation, List.of()).stream()
        .filter(message -> message.onlyFor() == null)
        .map(Shown::activity)
        .toList();
  }

  /** What one person alone sees: in shared chats, and in their chat with the bot. */
  public synchronized List<ObjectNode> shownTo(String person) {
    List<ObjectNode> all = new ArrayList<>();
    for (Map.Entry<String, List<Shown>> conversation : shown.entrySet()) {
      boolean own = conversation.getKey().equals(chat(person));
      conversation.getValue().stream()
          .filter(message -> own || person.equals(message.onlyFor()))
          .forEach(message -> all.add(message.activity()));
    }
    return all;
  }

  /** Every call so far, refused ones too. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public synchronized List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** The conversation of a person and the bot. */
  public static String chat(String person) {
    return "a:" + person.substring(3) + "-and-callboard";
  }

  synchronized Answer answer(Call call, boolean tokenGood) {
    calls.add(call);
    if (!tokenGood) {
      return error(401, "Unauthorized");
    }
    Fault fault = faults.poll();
    if (fault != null) {
      ObjectNode body = (ObjectNode) error(fault.status(), "Scripted").body();
      return new Answer(fault.status(), body, fault.retryAfter());
    }
    if (call.uri().getRawPath().contains("/v1/meetings/")) {
      ObjectNode told = meetings.get(call.path().replaceFirst("^.*/v1/meetings/", ""));
      return told == null ? error(404, "MeetingNotFound") : new Answer(200, told, null);
    }
    List<String> path =
        List.of(call.uri().getRawPath().replaceFirst("^.*/v3/conversations/?", "").split("/"))
            .stream()
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    if (path.getFirst().isEmpty()) {
      return open(call.body());
    }
    if (!rosters.containsKey(path.getFirst())) {
      return error(404, "ConversationNotFound");
    }
    if (path.size() == 3 && path.get(1).equals("members")) {
      boolean inIt = rosters.get(path.getFirst()).contains(account(path.get(2)));
      return inIt ? member(account(path.get(2))) : error(404, "MemberNotFoundInConversation");
    }
    if (path.size() == 2 && path.get(1).equals("pagedmembers")) {
      return page(List.copyOf(rosters.get(path.getFirst())), call.uri());
    }
    return switch (call.method()) {
      case "POST" -> post(path.getFirst(), call);
      case "PUT" -> put(path.getFirst(), path.getLast(), call);
      case "DELETE" -> delete(path.getFirst(), path.getLast());
      default -> error(405, "MethodNotAllowed");
    };
  }

  private Answer open(JsonNode body) {
    String person = account(body.path("members").path(0).path("id").asText(""));
    if (body.path("bot").path("id").asText("").isBlank() || body.path("tenantId").isMissingNode()) {
      return error(400, "BadArgument");
    }
    if (withoutChats || !members.containsKey(person)) {
      return error(403, "ForbiddenOperationException");
    }
    rosters.computeIfAbsent(chat(person), id -> new TreeSet<>()).add(person);
    return named(201, chat(person));
  }

  private Answer post(String conversation, Call call) {
    ObjectNode activity = (ObjectNode) call.body();
    String recipient = activity.path("recipient").path("id").asText("");
    if (activity.toString().length() > MOST_CHARACTERS) {
      return error(413, "MessageSizeTooBig");
    }
    boolean targeted = call.targeted() && !blind;
    if (targeted && (recipient.isEmpty() || conversation.startsWith("a:"))) {
      return error(400, "BadArgument");
    }
    boolean member = rosters.getOrDefault(conversation, Set.of()).contains(recipient);
    if (targeted && (withoutTargeted || !member)) {
      return error(403, "BotNotInConversationRoster");
    }
    String onlyFor = targeted ? recipient : null;
    if (activity.has("text") && activity.has("attachments")) {
      show(conversation, activity.deepCopy().without("attachments"), onlyFor);
      show(conversation, activity.deepCopy().without("text"), onlyFor);
      return new Answer(202, null, null);
    }
    return named(201, show(conversation, activity, onlyFor));
  }

  private String show(String conversation, ObjectNode activity, @Nullable String onlyFor) {
    String id = Long.toString(nextId++);
    shown
        .computeIfAbsent(conversation, key -> new ArrayList<>())
        .add(new Shown(id, activity, onlyFor));
    return id;
  }

  private Answer put(String conversation, String id, Call call) {
    List<Shown> messages = shown.getOrDefault(conversation, List.of());
    for (int i = 0; i < messages.size(); i++) {
      Shown old = messages.get(i);
      if (old.id().equals(id)) {
        if (call.targeted() != (old.onlyFor() != null)) {
          return error(400, "INVALID_TARGETED_MESSAGE_ID");
        }
        if (call.targeted() && call.body().has("recipient")) {
          return error(400, "BadArgument");
        }
        messages.set(i, new Shown(id, (ObjectNode) call.body(), old.onlyFor()));
        return named(200, id);
      }
    }
    return error(404, "ActivityNotFoundInConversation");
  }

  private Answer delete(String conversation, String id) {
    boolean removed =
        shown.getOrDefault(conversation, new ArrayList<>()).removeIf(old -> old.id().equals(id));
    return removed ? new Answer(200, null, null) : error(404, "ActivityNotFoundInConversation");
  }

  private Answer member(String person) {
    ObjectNode told = members.get(person);
    return told == null ? error(404, "MemberNotFoundInConversation") : new Answer(200, told, null);
  }

  /** Two pages, whatever size was asked for. */
  private Answer page(List<String> roster, URI asked) {
    boolean second = String.valueOf(asked.getRawQuery()).contains("continuationToken=two");
    int half = (roster.size() + 1) / 2;
    ObjectNode body = JSON.createObjectNode();
    List<String> part = second ? roster.subList(half, roster.size()) : roster.subList(0, half);
    part.stream()
        .filter(members::containsKey)
        .forEach(person -> body.withArray("members").add(members.get(person)));
    return new Answer(200, second ? body : body.put("continuationToken", "two"), null);
  }

  private static Answer named(int status, String id) {
    return new Answer(status, JSON.createObjectNode().put("id", id), null);
  }

  private static Answer error(int status, String code) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("code", code).put("message", "Refused, see the code");
    return new Answer(status, body, null);
  }
}
