package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.callboard.Commands;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.Vocabulary.Word;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constraints of Slack's manifest schema, as far as Callboard's manifest touches them. */
class SlackManifestTest {

  private static final Path SHIPPED = Path.of("manifests/slack/manifest.yaml");
  private static final Vocabulary WORDS = Commands.vocabulary(Commands.registry());

  static Stream<SlackManifest> variants() {
    return Stream.of(
        SlackManifest.overHttp(WORDS, SlackManifest.PLACEHOLDER),
        SlackManifest.inSocketMode(WORDS));
  }

  @Test
  void shippedFile_isWhatTheGeneratorWrites() throws IOException {
    assertThat(SHIPPED)
        .content()
        .isEqualTo(SlackManifest.overHttp(WORDS, SlackManifest.PLACEHOLDER).yaml());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void yamlAndJson_sayTheSame(SlackManifest manifest) throws IOException {
    assertThat(new YAMLMapper().readTree(manifest.yaml()))
        .isEqualTo(JsonMapper.builder().build().readTree(manifest.json()));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void names_haveTheLengthsSlackTakes(SlackManifest manifest) throws IOException {
    JsonNode root = tree(manifest);
    JsonNode about = root.get("display_information");
    assertThat(about.get("name").asText()).hasSizeBetween(1, 35);
    assertThat(about.get("description").asText()).hasSizeBetween(1, 140);
    assertThat(about.get("long_description").asText()).hasSizeBetween(175, 4_000);
    assertThat(about.get("background_color").asText()).matches("#[0-9a-f]{6}");
    assertThat(root.at("/features/bot_user/display_name").asText()).hasSizeBetween(1, 80);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void commands_areOnesThatSlackTakes(SlackManifest manifest) throws IOException {
    JsonNode commands = tree(manifest).at("/features/slash_commands");
    List<String> names = new ArrayList<>();
    for (JsonNode command : commands) {
      String name = command.get("command").asText();
      names.add(name);
      assertThat(name).matches("/[a-z][a-z0-9-]{0,30}");
      assertThat(SlackCommands.reserved()).doesNotContain(name.substring(1));
      assertThat(command.get("description").asText()).hasSizeBetween(1, 2_000);
      assertThat(command.path("usage_hint").asText("x")).hasSizeBetween(1, 1_000);
      assertThat(command.get("should_escape").asBoolean()).isTrue();
      assertThat(fields(command))
          .isSubsetOf("command", "url", "description", "usage_hint", "should_escape");
    }
    assertThat(names).doesNotHaveDuplicates().contains("/class", "/page", "/next");
    assertThat(names).hasSize(11);
  }

  @Test
  void reservedWord_getsALongerName() {
    Word open = new Word("open", "open [PLAN]", "Open a class", List.of(), true);
    Word page = new Word("page", "page [NUMBER]", "Post a page", List.of(), true);
    SlackCommands commands = new SlackCommands(new Vocabulary(List.of(open, page)));

    assertThat(SlackCommands.name(open)).isEqualTo("/class-open");
    assertThat(SlackCommands.name(page)).isEqualTo("/page");
    assertThat(commands.line("/class-open", "hybrid")).isEqualTo("open hybrid");
    assertThat(commands.line("/page", "")).isEqualTo("page");
    assertThat(commands.line("/class", "page 12")).isEqualTo("page 12");
    assertThat(commands.line("/kurs", "page 12")).isEqualTo("page 12");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void scopes_areThoseTheEventsAndCallsNeed(SlackManifest manifest) throws IOException {
    JsonNode root = tree(manifest);
    assertThat(texts(root.at("/oauth_config/scopes/bot")))
        .containsExactlyInAnyOrder(
            "commands",
            "app_mentions:read",
            "im:history",
            "im:write",
            "chat:write",
            "calls:write",
            "files:write",
            "channels:history",
            "channels:read",
            "groups:history",
            "groups:read",
            "users:read",
            "users:read.email");
    assertThat(texts(root.at("/settings/event_subscriptions/bot_events")))
        .containsExactlyInAnyOrder(
            "app_home_opened",
            "app_mention",
            "member_joined_channel",
            "message.channels",
            "message.groups",
            "message.im",
            "user_huddle_changed");
  }

  @Test
  void http_namesTheServerEverywhere() throws IOException {
    String url = SlackManifest.PLACEHOLDER.toString();
    JsonNode root = tree(SlackManifest.overHttp(WORDS, SlackManifest.PLACEHOLDER));
    assertThat(root.at("/settings/event_subscriptions/request_url").asText()).isEqualTo(url);
    assertThat(root.at("/settings/interactivity/request_url").asText()).isEqualTo(url);
    assertThat(root.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
    assertThat(root.findValuesAsText("url")).hasSize(11).containsOnly(url);
  }

  @Test
  void socketMode_namesNoServer() throws IOException {
    SlackManifest manifest = SlackManifest.inSocketMode(WORDS);
    assertThat(tree(manifest).at("/settings/socket_mode_enabled").asBoolean()).isTrue();
    assertThat(tree(manifest).at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
    assertThat(manifest.json()).doesNotContain("url");
  }

  /** An unknown property anywhere makes Slack refuse the whole manifest. */
  @ParameterizedTest
  @MethodSource("variants")
  void properties_areAllKnown(SlackManifest manifest) throws IOException {
    JsonNode root = tree(manifest);
    assertThat(fields(root))
        .isSubsetOf("_metadata", "display_information", "features", "oauth_config", "settings");
    assertThat(fields(root.get("features"))).isSubsetOf("app_home", "bot_user", "slash_commands");
    assertThat(fields(root.at("/features/app_home")))
        .isSubsetOf("home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled");
    assertThat(fields(root.get("settings")))
        .isSubsetOf(
            "event_subscriptions",
            "interactivity",
            "org_deploy_enabled",
            "socket_mode_enabled",
            "token_rotation_enabled");
  }

  private static JsonNode tree(SlackManifest manifest) throws IOException {
    return JsonMapper.builder().build().readTree(manifest.json());
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
