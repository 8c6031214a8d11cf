package dev.callboard.platform.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callboard.chat.Brief;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.Vocabulary.Word;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The app manifest to paste at api.slack.com/apps: what Callboard asks of a workspace and nothing
 * more. Pure.
 */
public final class SlackManifest {

  /** Stands for the address of one's own server in the manifest that is shipped. */
  public static final URI PLACEHOLDER = URI.create("https://callboard.example.com/slack/events");

  private static final int LONGEST_HINT = 1_000;
  private static final int LONGEST_SUMMARY = 2_000;

  private static final String HEADER =
      """
      # Made by: callboard manifest slack --url https://your.server
      # Paste it at https://api.slack.com/apps under "Create New App", "From a manifest". The URLs
      # in it must be those of your own server.
      """;

  private static final String SOCKET_HEADER =
      """
      # Made by: callboard manifest slack
      # Paste it at https://api.slack.com/apps under "Create New App", "From a manifest".
      """;

  /** Each with what needs it. */
  private static final List<String> SCOPES =
      List.of(
          "app_mentions:read", // app_mention
          "calls:write", // cards of meetings that are held elsewhere
          "channels:history", // message.channels: where a huddle is held
          "channels:read", // member_joined_channel in public channels
          "chat:write", // posts, edits, removals, messages for one person in a channel
          "commands",
          "files:write", // attendance as a file
          "groups:history", // message.groups: where a huddle is held
          "groups:read", // member_joined_channel in private channels
          "im:history", // message.im
          "im:write", // direct chats that Callboard begins
          "users:read", // names; user_huddle_changed
          "users:read.email"); // who of the plan somebody is

  private static final List<String> EVENTS =
      List.of(
          "app_home_opened",
          "app_mention",
          "member_joined_channel",
          "message.channels",
          "message.groups",
          "message.im",
          "user_huddle_changed");

  private final Vocabulary vocabulary;
  private final @Nullable URI url;

  private SlackManifest(Vocabulary vocabulary, @Nullable URI url) {
    this.vocabulary = vocabulary;
    this.url = url;
  }

  /**
   * For a server that Slack can reach.
   *
   * @param url where the adapter's path is
   */
  public static SlackManifest overHttp(Vocabulary vocabulary, URI url) {
    return new SlackManifest(vocabulary, url);
  }

  /** For a server that Slack cannot reach: it opens a socket to Slack instead. */
  public static SlackManifest inSocketMode(Vocabulary vocabulary) {
    return new SlackManifest(vocabulary, null);
  }

  public String yaml() {
    return (url == null ? SOCKET_HEADER : HEADER)
        + written(
            YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build());
  }

  public String json() {
    return written(JsonMapper.builder().build());
  }

  private String written(ObjectMapper mapper) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root()).strip() + "\n";
    } catch (JsonProcessingException impossible) { // maps, lists and texts alone
      throw new IllegalStateException(impossible);
    }
  }

  private Map<String, Object> root() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("_metadata", inOrder("major_version", 1, "minor_version", 1));
    root.put("display_information", about());
    root.put("features", features());
    root.put("oauth_config", Map.of("scopes", Map.of("bot", SCOPES)));
    root.put("settings", settings());
    return root;
  }

  private static Map<String, Object> about() {
    return inOrder(
        "name", "Callboard",
        "description", "The notice board behind your virtual classroom",
        "long_description",
            "Callboard stands beside the producer of a virtual class. Typed words or buttons open"
                + " and start the class, go on to the next segment, welcome learners, post links"
                + " and workbook pages, and keep notes. Timing prompts go to the facilitator alone;"
                + " learners never see what is said backstage.",
        "background_color", "#1f3a5f");
  }

  private Map<String, Object> features() {
    return inOrder(
        "app_home",
            inOrder(
                "home_tab_enabled", true,
                "messages_tab_enabled", true,
                "messages_tab_read_only_enabled", false),
        "bot_user", inOrder("display_name", "Callboard", "always_online", true),
        "slash_commands", commands());
  }

  private List<Map<String, Object>> commands() {
    List<Map<String, Object>> commands = new ArrayList<>();
    String words =
        vocabulary.words().stream().map(Word::word).limit(8).collect(Collectors.joining(" | "));
    commands.add(command(SlackCommands.CLASS, "Run a virtual class", words + " | help"));
    for (Word word : SlackCommands.own(vocabulary)) {
      String hint = word.usage().substring(word.word().length()).strip();
      commands.add(command(SlackCommands.name(word), word.summary(), hint));
    }
    return commands;
  }

  private Map<String, Object> command(String name, String summary, String hint) {
    Map<String, Object> command = new LinkedHashMap<>();
    command.put("command", name);
    if (url != null) {
      command.put("url", url.toString());
    }
    command.put("description", Brief.of(summary, LONGEST_SUMMARY));
    if (!hint.isEmpty()) {
      command.put("usage_hint", Brief.of(hint, LONGEST_HINT));
    }
    command.put("should_escape", true);
    return command;
  }

  private Map<String, Object> settings() {
    Map<String, Object> subscriptions = new LinkedHashMap<>();
    Map<String, Object> interactivity = new LinkedHashMap<>();
    interactivity.put("is_enabled", true);
    if (url != null) {
      subscriptions.put("request_url", url.toString());
      interactivity.put("request_url", url.toString());
    }
    subscriptions.put("bot_events", EVENTS);
    return inOrder(
        "event_subscriptions",
        subscriptions,
        "interactivity",
        interactivity,
        "org_deploy_enabled",
        false,
        "socket_mode_enabled",
        url == null,
        "token_rotation_enabled",
        false);
  }

  private static Map<String, Object> inOrder(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
