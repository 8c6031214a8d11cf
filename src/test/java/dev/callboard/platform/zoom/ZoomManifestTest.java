package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.Commands;
import dev.callboard.testing.ZoomEvents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Zoom's own validator answers ok to bad redirects, missing scopes and unknown keys, so what is
 * known of its rules is held here.
 */
class ZoomManifestTest {

  private static final Path SHIPPED = Path.of("manifests/zoom/manifest.json");
  private static final URI OWN = URI.create("https://bot.example.org");

  private static ZoomManifest manifest(URI url) {
    return new ZoomManifest(Commands.vocabulary(Commands.registry()), url);
  }

  private final JsonNode root = ZoomWire.read(manifest(OWN).json());
  private final JsonNode inner = root.path("manifest");

  @Test
  void shippedManifest_isWhatTheCommandsSay() throws IOException {
    assertThat(Files.readString(SHIPPED)).isEqualTo(manifest(ZoomManifest.PLACEHOLDER_URL).json());
  }

  @Test
  void keys_areThoseZoomKnowsAndAllOfThem() {
    assertThat(keys(root))
        .containsExactlyInAnyOrder(
            "app_type", "app_name", "contact_name", "contact_email", "company_name", "manifest");
    assertThat(keys(inner))
        .containsExactlyInAnyOrder("display_information", "oauth_information", "features");
    assertThat(keys(inner.path("oauth_information")))
        .containsExactlyInAnyOrder(
            "usage",
            "development_redirect_uri",
            "production_redirect_uri",
            "oauth_allow_list",
            "strict_mode",
            "subdomain_strict_mode",
            "scopes",
            "scope_description");
    assertThat(keys(inner.path("features")))
        .containsExactlyInAnyOrder(
            "products",
            "development_home_uri",
            "production_home_uri",
            "domain_allow_list",
            "team_chat_subscription",
            "event_subscription");
    assertThat(keys(inner.at("/features/team_chat_subscription/slash_command")))
        .containsExactlyInAnyOrder(
            "command",
            "command_hints",
            "enable_add_to_channel",
            "enable_mention",
            "development_message_url",
            "production_message_url",
            "sender_type",
            "welcome_msg");
  }

  private static List<String> keys(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }

  /** An app is of one class, and so are its scopes and its events. */
  @Test
  void everything_isForTheAdministratorsOfTheAccount() {
    assertThat(root.path("app_type").asText()).isEqualTo("general");
    assertThat(inner.at("/oauth_information/usage").asText()).isEqualTo("ADMIN_MANAGEMENT");
    assertThat(inner.at("/features/event_subscription/events/0/event_usage").asText())
        .isEqualTo("EVENT_FOR_ADMIN");
    assertThat(inner.at("/oauth_information/scopes").findValuesAsText("scope"))
        .contains("imchat:bot")
        .allMatch(scope -> scope.equals("imchat:bot") || scope.endsWith(":admin"));
  }

  @Test
  void addresses_areTheServersOwn() {
    String address = "https://bot.example.org/zoom/events";
    JsonNode command = inner.at("/features/team_chat_subscription/slash_command");
    JsonNode events = inner.at("/features/event_subscription/events/0");

    assertThat(command.path("production_message_url").asText()).isEqualTo(address);
    assertThat(command.path("development_message_url").asText()).isEqualTo(address);
    assertThat(events.path("production_webhook_url").asText()).isEqualTo(address);
    assertThat(events.path("development_webhook_url").asText()).isEqualTo(address);
    assertThat(inner.at("/features/domain_allow_list/0/domain").asText())
        .isEqualTo("bot.example.org");
    assertThat(manifest(OWN).json()).doesNotContain("callboard.example.com");
  }

  @Test
  void hints_areTheWordsThatCanBeTyped() {
    JsonNode hints =
        inner.at("/features/team_chat_subscription/slash_command").path("command_hints");
    List<String> words = Commands.registry().menu().stream().map(spec -> spec.usage()).toList();

    assertThat(hints).hasSizeBetween(5, 12);
    assertThat(hints.findValuesAsText("usage_hint"))
        .doesNotHaveDuplicates()
        .allMatch(words::contains)
        .anyMatch(usage -> usage.startsWith("page"))
        .anyMatch(usage -> usage.startsWith("help"));
    assertThat(hints.findValuesAsText("description")).noneMatch(String::isBlank);
  }

  /** What Zoom is asked to tell is understood; {@link ZoomSightingsTest} reads each of them. */
  @Test
  void events_areAllUnderstood() {
    List<String> events =
        inner
            .at("/features/event_subscription/events/0/event_types")
            .valueStream()
            .map(JsonNode::asText)
            .toList();

    assertThat(events)
        .doesNotHaveDuplicates()
        .contains("meeting.participant_joined", "meeting.ended", "webinar.participant_left")
        .allSatisfy(
            event -> assertThat(ZoomEvents.of(event).path("event").asText()).isEqualTo(event));
  }
}
