package dev.callboard.platform.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.view.View;
import dev.callboard.chat.Brief;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns verified bytes into a request of Bolt's. Bolt's own parser throws at bodies of an
 * unexpected shape and logs them whole. Pure but for its log.
 */
final class SlackIntake {

  private static final Logger LOG = LoggerFactory.getLogger(SlackIntake.class);

  /** Events that have a listener. */
  private static final Set<String> WANTED =
      Set.of(
          "app_mention",
          "message",
          "member_joined_channel",
          "app_home_opened",
          "user_huddle_changed");

  /** Of these, events that happen in no channel. */
  private static final Set<String> CHANNELLESS = Set.of("app_home_opened", "user_huddle_changed");

  private SlackIntake() {}

  /** The request; empty for what is acknowledged without a look. */
  static Optional<Request<?>> read(WebhookRequest request) throws MalformedRequestException {
    byte[] body = request.body();
    if (body.length == 0) {
      throw new MalformedRequestException("empty");
    }
    try {
      return body[0] == '{'
          ? json(SlackForm.utf8(body, body.length), request)
          : form(SlackForm.parse(body));
    } catch (JsonParseException | IllegalStateException | NullPointerException wrongShape) {
      throw new MalformedRequestException("not of the documented shape");
    } catch (ClassCastException
        | IndexOutOfBoundsException
        | NumberFormatException
        | UnsupportedOperationException wrongType) {
      throw new MalformedRequestException("not of the documented types");
    }
  }

  /** The delivery's id, for the log; empty when the request has none. */
  static String delivery(Request<?> request) {
    return switch (request) {
      case EventRequest event -> shown(string(object(event), "event_id"));
      case SlashCommandRequest slash -> shown(slash.getPayload().getTriggerId());
      case BlockActionRequest click -> shown(String.valueOf(click.getPayload().getTriggerId()));
      case ViewSubmissionRequest sent -> shown(view(sent));
      default -> "";
    };
  }

  private static JsonObject object(EventRequest event) {
    return JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject();
  }

  private static String view(ViewSubmissionRequest sent) {
    View view = sent.getPayload().getView();
    return view == null ? "" : String.valueOf(view.getId());
  }

  static String shown(String told) {
    return Brief.of(SlackText.oneLine(told), 100);
  }

  /** Whether Slack only looks whether somebody is there; such a request may be unsigned. */
  static boolean isSslCheck(WebhookRequest request) {
    byte[] start = "ssl_check=1".getBytes(StandardCharsets.US_ASCII);
    byte[] body = request.body();
    return body.length >= start.length
        && Arrays.equals(body, 0, start.length, start, 0, start.length)
        && (body.length == start.length || body[start.length] == '&');
  }

  private static Optional<Request<?>> json(String text, WebhookRequest request)
      throws MalformedRequestException {
    JsonObject root = object(text);
    switch (type(root)) {
      case "event_callback" -> {
        String id = string(root, "event_id");
        if (id.isEmpty()
            || !(root.get("event") instanceof JsonObject event)
            || type(event).isEmpty()) {
          throw new MalformedRequestException(shown(id) + ": an event without type or id");
        }
        if (!WANTED.contains(type(event))) {
          LOG.info("{}: nothing is done at a {}", shown(id), shown(type(event)));
          return Optional.empty();
        }
        if (overheard(event, text)) {
          return Optional.empty();
        }
        if (lacks(event)) {
          LOG.info("{}: nothing is done at a {} without its parts", shown(id), type(event));
          return Optional.empty();
        }
        return Optional.of(new EventRequest(text, new RequestHeaders(request.headers())));
      }
      case "url_verification" -> {
        return Optional.of(new UrlVerificationRequest(text, new RequestHeaders(Map.of())));
      }
      case "app_rate_limited" ->
          LOG.warn(
              "slack: events are being left out, more than 30,000 an hour (minute {})",
              root.get("minute_rate_limited"));
      default -> LOG.info("{}: nothing is done at a {}", id(root, "event_id"), shown(type(root)));
    }
    return Optional.empty();
  }

  private static Optional<Request<?>> form(Map<String, String> fields)
      throws MalformedRequestException {
    String payload = fields.get("payload");
    if (payload != null) {
      return interaction(payload);
    }
    if (fields.containsKey("ssl_check") && !fields.containsKey("command")) {
      return Optional.empty();
    }
    for (String needed : new String[] {"command", "channel_id", "user_id", "trigger_id"}) {
      if (fields.getOrDefault(needed, "").isBlank()) {
        String id = fields.getOrDefault("trigger_id", "");
        throw new MalformedRequestException(shown(id) + ": a command without " + needed);
      }
    }
    return Optional.of(new SlashCommandRequest("", command(fields), new RequestHeaders(Map.of())));
  }

  private static Optional<Request<?>> interaction(String payload) throws MalformedRequestException {
    RequestHeaders none = new RequestHeaders(Map.of());
    JsonObject root = object(payload);
    return switch (type(root)) {
      case "block_actions" -> {
        String id = id(root, "trigger_id");
        if (!shaped(id, () -> root.getAsJsonArray("actions").get(0).isJsonObject())) {
          throw new MalformedRequestException(id + ": a click on nothing");
        }
        yield Optional.of(shaped(id, () -> new BlockActionRequest("", payload, none)));
      }
      case "view_submission" -> {
        String id = root.get("view") instanceof JsonObject view ? id(view, "id") : "slack";
        yield Optional.of(shaped(id, () -> new ViewSubmissionRequest("", payload, none)));
      }
      default -> {
        LOG.info("{}: nothing is done at a {}", id(root, "trigger_id"), shown(type(root)));
        yield Optional.empty();
      }
    };
  }

  private static <T> T shaped(String id, Supplier<T> part) throws MalformedRequestException {
    try {
      return part.get();
    } catch (RuntimeException odd) { // whatever Gson and Bolt throw at what they did not expect
      throw new MalformedRequestException(id + ": not of the documented shape");
    }
  }

  /** What people say to each other in channels; of messages there, only huddles matter. */
  private static boolean overheard(JsonObject event, String text) {
    boolean inAChannel = Set.of("channel", "group").contains(string(event, "channel_type"));
    return type(event).equals("message") && inAChannel && !text.contains("huddle");
  }

  /**
   * Whether somebody's event does not say who did it, or where. Bots and changed messages have no
   * user of their own and are nobody's; parts of a wrong type are Bolt's to refuse.
   */
  private static boolean lacks(JsonObject event) {
    boolean nobodys = event.has("bot_id") || event.has("subtype");
    boolean inAChannel = !CHANNELLESS.contains(type(event));
    return !nobodys && (lacks(event, "user") || (inAChannel && lacks(event, "channel")));
  }

  private static boolean lacks(JsonObject event, String name) {
    JsonElement part = event.get(name);
    return part == null
        || part.isJsonNull()
        || (part.isJsonPrimitive() && string(event, name).isBlank());
  }

  private static String id(JsonObject root, String name) {
    String id = shown(string(root, name));
    return id.isEmpty() ? "slack" : id;
  }

  private static SlashCommandPayload command(Map<String, String> fields) {
    SlashCommandPayload command = new SlashCommandPayload();
    command.setTeamId(fields.get("team_id"));
    command.setEnterpriseId(fields.get("enterprise_id"));
    command.setEnterpriseInstall("true".equals(fields.get("is_enterprise_install")));
    command.setChannelId(fields.get("channel_id"));
    command.setUserId(fields.get("user_id"));
    command.setUserName(fields.get("user_name"));
    command.setCommand(fields.get("command"));
    command.setText(fields.get("text"));
    command.setResponseUrl(fields.get("response_url"));
    command.setTriggerId(fields.get("trigger_id"));
    return command;
  }

  private static JsonObject object(String text) throws MalformedRequestException {
    JsonElement element = JsonParser.parseString(text);
    if (!element.isJsonObject() || type(element.getAsJsonObject()).isEmpty()) {
      throw new MalformedRequestException("not an object with a type");
    }
    return element.getAsJsonObject();
  }

  private static String type(JsonObject object) {
    return string(object, "type");
  }

  /** The text of a field, empty when it is missing or something else. */
  private static String string(JsonObject object, String name) {
    JsonElement element = object.get(name);
    boolean text = element != null && element.isJsonPrimitive();
    return text && element.getAsJsonPrimitive().isString() ? element.getAsString() : "";
  }
}
