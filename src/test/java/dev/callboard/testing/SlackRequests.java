package dev.callboard.testing;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Requests as Slack sends them, made from the fixtures and signed by Slack's own SDK at the time of
 * the clock. Fay does everything in the class room unless a method says otherwise. Thread-safe.
 */
public final class SlackRequests {

  /** Gives out response URLs. */
  @FunctionalInterface
  interface Ways {
    String to(String channel, String user, @Nullable String original);
  }

  /** What a button stands on. */
  public enum Spot {
    EPHEMERAL,
    CHANNEL,
    DIRECT,
    HOME,
    MODAL
  }

  private final InstantSource clock;
  private final Ways ways;
  private final AtomicInteger deliveries = new AtomicInteger();

  SlackRequests(InstantSource clock, Ways ways) {
    this.clock = clock;
    this.ways = ways;
  }

  public WebhookRequest slash(String command, String text) {
    return slash(next(), command, text);
  }

  /** A slash command with this trigger, which names the delivery. */
  public WebhookRequest slash(String trigger, String command, String text) {
    return slash(Map.of("trigger_id", trigger, "command", command, "text", text));
  }

  /** The slash command of the fixture with some fields changed. */
  public WebhookRequest slash(Map<String, String> changes) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : fixture("slash_command.form").strip().split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    fields.put("response_url", encoded(ways.to(FakeSlack.CLASS_ROOM, FakeSlack.FAY, null)));
    changes.forEach((name, value) -> fields.put(name, encoded(value)));
    StringBuilder form = new StringBuilder();
    fields.forEach((name, value) ->
        form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(value));
    return signed(form.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A click on a button that carries this value, on a message only Fay sees. */
  public WebhookRequest button(String trigger, String value) {
    return button(trigger, value, Spot.EPHEMERAL, "1795000000.000300");
  }

  public WebhookRequest button(String trigger, String value, Spot spot, String messageTs) {
    JsonObject click = json("block_actions.json");
    click.addProperty("trigger_id", trigger);
    click.getAsJsonArray("actions").get(0).getAsJsonObject().addProperty("value", value);
    JsonObject container = click.getAsJsonObject("container");
    container.addProperty("message_ts", messageTs);
    container.addProperty("is_ephemeral", spot == Spot.EPHEMERAL);
    String channel = spot == Spot.DIRECT ? "D07" : FakeSlack.CLASS_ROOM;
    container.addProperty("channel_id", channel);
    click.getAsJsonObject("channel").addProperty("id", channel);
    click.addProperty("response_url", ways.to(channel, FakeSlack.FAY, messageTs));
    if (spot == Spot.HOME || spot == Spot.MODAL) {
      onView(click, spot);
    }
    return interaction(click);
  }

  /** A form as the app opened it, filled in and sent. */
  public WebhookRequest modal(String view, JsonObject opened, String answer) {
    JsonObject sent = json("view_submission.json");
    JsonObject state = sent.getAsJsonObject("view");
    state.addProperty("id", view);
    state.addProperty("private_metadata", opened.get("private_metadata").getAsString());
    state.addProperty("callback_id", opened.get("callback_id").getAsString());
    JsonObject input =
        opened.getAsJsonArray("blocks").get(0).getAsJsonObject().getAsJsonObject("element");
    String block =
        opened.getAsJsonArray("blocks").get(0).getAsJsonObject().get("block_id").getAsString();
    JsonObject value = new JsonObject();
    value.addProperty("type", "plain_text_input");
    value.addProperty("value", answer);
    JsonObject action = new JsonObject();
    action.add(input.get("action_id").getAsString(), value);
    JsonObject values = new JsonObject();
    values.add(block, action);
    state.getAsJsonObject("state").add("values", values);
    return interaction(sent);
  }

  /** Fay mentions the app in the class room. */
  public WebhookRequest mention(String event, String text) {
    return said("app_mention.json", event, text);
  }

  /** Fay writes to the app directly. */
  public WebhookRequest dm(String event, String text) {
    return said("message_im.json", event, text);
  }

  /** An event as the fixture has it. */
  public WebhookRequest event(String fixture) {
    return event(json(fixture));
  }

  /** An event as changed by the test. */
  public WebhookRequest event(JsonObject envelope) {
    return signed(envelope.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The JSON of a fixture, to be changed at will. */
  public static JsonObject json(String fixture) {
    return JsonParser.parseString(fixture(fixture)).getAsJsonObject();
  }

  /** A request with the payload in a form field, as clicks and forms come. */
  public WebhookRequest interaction(JsonObject payload) {
    return signed(("payload=" + encoded(payload.toString())).getBytes(StandardCharsets.UTF_8));
  }

  public WebhookRequest signed(byte[] body) {
    return signed(body, clock.instant(), FakeSlack.SIGNING_SECRET);
  }

  /** The same bytes signed at another time, or with another secret. */
  public WebhookRequest signed(byte[] body, Instant at, Secret secret) {
    String timestamp = Long.toString(at.getEpochSecond());
    Map<String, List<String>> headers = new HashMap<>();
    boolean json = body.length > 0 && body[0] == '{';
    headers.put(
        "content-type", List.of(json ? "application/json" : "application/x-www-form-urlencoded"));
    headers.put("x-slack-request-timestamp", List.of(timestamp));
    headers.put("x-slack-signature", List.of(signature(secret, timestamp, body)));
    return new WebhookRequest("POST", "/slack/events", "", headers, body);
  }

  /** By Slack's SDK; it signs texts only, so bytes that are none are signed by hand. */
  private static String signature(Secret secret, String timestamp, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
        ? new SlackSignature.Generator(secret.value()).generate(timestamp, text)
        : byHand(secret, timestamp, body);
  }

  private static String byHand(Secret secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }

  private WebhookRequest said(String fixture, String event, String text) {
    JsonObject envelope = json(fixture);
    envelope.addProperty("event_id", event);
    envelope.getAsJsonObject("event").addProperty("text", text);
    return event(envelope);
  }

  private static void onView(JsonObject click, Spot spot) {
    JsonObject view = new JsonObject();
    view.addProperty("id", "V09");
    view.addProperty("type", spot == Spot.HOME ? "home" : "modal");
    click.add("view", view);
    click.remove("channel");
    click.remove("message");
    click.remove("response_url");
    JsonObject container = new JsonObject();
    container.addProperty("type", "view");
    container.addProperty("view_id", "V09");
    click.add("container", container);
    click.add("state", JsonNull.INSTANCE);
  }

  private String next() {
    return "12.34." + deliveries.incrementAndGet();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String fixture(String name) {
    try (InputStream stream = SlackRequests.class.getResourceAsStream("/fixtures/slack/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
