package dev.callboard.platform.zoom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.Vocabulary;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The General app for Zoom, as its Marketplace takes it: the slash command, the events and what the
 * app may do. Pure.
 *
 * @param url where the server is reached
 */
public record ZoomManifest(Vocabulary vocabulary, URI url) {

  /** Stands for the address of one's own server. */
  public static final URI PLACEHOLDER_URL = URI.create("https://callboard.example.com");

  private static final int HINTS = 12;

  /**
   * Each with what it is for. What the app may read of people and reports belongs to the
   * Server-to-Server app, which has no manifest.
   */
  private static final List<String> SCOPES =
      List.of(
          "imchat:bot", // to be spoken to in Team Chat, and to answer
          "meeting:read:meeting:admin", // events of meetings
          "webinar:read:webinar:admin"); // events of webinars

  /** The manifest as JSON. */
  public String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root()) + "\n";
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private ObjectNode root() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("app_type", "general")
        .put("app_name", "Callboard")
        .put("contact_name", "Callboard")
        .put("contact_email", "callboard@" + url.getHost())
        .put("company_name", "Callboard");
    ObjectNode manifest = root.putObject("manifest");
    manifest
        .putObject("display_information")
        .put("display_name", "Callboard")
        .put("description", "The notice board behind your virtual classroom");
    manifest.set("oauth_information", oauth());
    manifest.set("features", features());
    return root;
  }

  private ObjectNode oauth() {
    ObjectNode oauth = JsonNodeFactory.instance.objectNode();
    String back = url.resolve("/").toString();
    oauth.put("usage", "ADMIN_MANAGEMENT");
    oauth.put("development_redirect_uri", back).put("production_redirect_uri", back);
    oauth.putArray("oauth_allow_list").add(back);
    oauth.put("strict_mode", true).put("subdomain_strict_mode", true);
    ArrayNode scopes = oauth.putArray("scopes");
    SCOPES.forEach(scope -> scopes.addObject().put("scope", scope).put("optional", false));
    oauth.put(
        "scope_description",
        "Answers commands in Team Chat, and keeps the roll of the classes it is told of.");
    return oauth;
  }

  private ObjectNode features() {
    ObjectNode features = JsonNodeFactory.instance.objectNode();
    String home = url.resolve("/").toString();
    features.putArray("products").add("ZOOM_CHAT").add("ZOOM_MEETING");
    features.put("development_home_uri", home).put("production_home_uri", home);
    features
        .putArray("domain_allow_list")
        .addObject()
        .put("domain", url.getHost())
        .put("explanation", "The Callboard server");
    features.set("team_chat_subscription", chat());
    features.set("event_subscription", events());
    return features;
  }

  private ObjectNode chat() {
    ObjectNode chat = JsonNodeFactory.instance.objectNode();
    chat.put("enable", true).put("enable_support_channel", false);
    ObjectNode command = chat.putObject("slash_command").put("command", "callboard");
    ArrayNode hints = command.putArray("command_hints");
    hinted()
        .forEach(word ->
            hints.addObject().put("description", word.summary()).put("usage_hint", word.usage()));
    command.put("enable_add_to_channel", true).put("enable_mention", true);
    command
        .put("development_message_url", address())
        .put("production_message_url", address())
        .put("sender_type", "zoom");
    command.putObject("welcome_msg").put("title", "Callboard").put("body", "Type /callboard help");
    chat.putArray("shortcuts");
    return chat;
  }

  private ObjectNode events() {
    ObjectNode subscription = JsonNodeFactory.instance.objectNode();
    subscription.put("enable", true);
    ObjectNode events = subscription.putArray("events").addObject();
    events
        .put("subscription_id", "callboard")
        .put("subscription_name", "Callboard classes")
        .put("event_usage", "EVENT_FOR_ADMIN");
    ArrayNode types = events.putArray("event_types");
    ZoomSightings.EVENTS.forEach(types::add);
    types.add(ZoomChat.MENTION);
    events.put("development_webhook_url", address()).put("production_webhook_url", address());
    return subscription;
  }

  private String address() {
    return url.resolve("/zoom/events").toString();
  }

  /** The most typed words, and help, which everybody must find. */
  private Stream<Vocabulary.Word> hinted() {
    List<Vocabulary.Word> all = vocabulary.words();
    return Stream.concat(
        all.stream().filter(word -> !word.word().equals("help")).limit(HINTS - 1L),
        all.stream().filter(word -> word.word().equals("help")));
  }
}
