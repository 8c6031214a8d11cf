package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callboard.Commands;
import dev.callboard.testing.Npm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TeamsManifestTest {

  private static final Path SHIPPED = Path.of("manifests/teams");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static TeamsManifest manifest(String appId, URI url) {
    return new TeamsManifest(Commands.vocabulary(Commands.registry()), appId, url);
  }

  private static TeamsManifest placeholder() {
    return manifest(TeamsManifest.PLACEHOLDER_ID, TeamsManifest.PLACEHOLDER_URL);
  }

  @Test
  void shippedManifest_isWhatTheCommandsSay() throws IOException {
    assertThat(Files.readString(SHIPPED.resolve("manifest.json"))).isEqualTo(placeholder().json());
  }

  @Test
  void manifest_isValidByMicrosoftsOwnSchema() throws IOException {
    Path npm =
        Npm.install(
            "The test of the Teams manifest against Microsoft's schema",
            "@microsoft/app-manifest@1.1.2",
            "fs-extra@11");
    JsonNode schema =
        JSON.readTree(
            npm.resolve(
                    "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29/"
                        + "MicrosoftTeams.schema.json")
                .toFile());
    JsonNode sound = JSON.readTree(placeholder().json());

    assertThat(faults(schema, sound)).isEmpty();
    assertThat(faults(schema, ((ObjectNode) sound.deepCopy()).put("unknown", 1))).isNotEmpty();
  }

  private static List<String> faults(JsonNode schema, JsonNode manifest) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
        .getSchema(readable(schema))
        .validate(manifest)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** Java's regular expressions know no {@code \b} inside brackets; it means a backspace there. */
  private static JsonNode readable(JsonNode node) {
    JsonNode copy = node.deepCopy();
    for (JsonNode parent : copy.findParents("pattern")) {
      String pattern = parent.path("pattern").asText();
      ((ObjectNode) parent)
          .set(
              "pattern",
              parent.path("pattern").isTextual()
                  ? new TextNode(pattern.replaceAll("(\\[[^\\]]*)\\\\b", "$1\\\\x08"))
                  : parent.path("pattern"));
    }
    return copy;
  }

  @Test
  void commandLists_fitTeamsLimitsAndOfferHelp() throws IOException {
    JsonNode lists = JSON.readTree(placeholder().json()).at("/bots/0/commandLists");

    assertThat(lists).hasSizeLessThanOrEqualTo(3);
    for (JsonNode list : lists) {
      assertThat(list.path("commands")).hasSizeBetween(1, 12);
      assertThat(list.path("commands").findValuesAsText("title")).contains("page", "help");
    }
  }

  /** Each lets the bot hear of something it acts on; nothing more is asked for. */
  @Test
  void permissions_areThoseThatMeetingsAndCommandsNeed() throws IOException {
    JsonNode permissions =
        JSON.readTree(placeholder().json()).at("/authorization/permissions/resourceSpecific");

    assertThat(permissions.findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "OnlineMeeting.ReadBasic.Chat",
            "OnlineMeetingParticipant.Read.Chat",
            "ChatMessage.Read.Chat");
    assertThat(permissions.findValuesAsText("type")).containsOnly("Application");
  }

  /** Tabs ask for tokens by the resource, which names the server's own address. */
  @Test
  void tabs_areTheBoardForOneselfAndTheDeskBesideAMeeting() throws IOException {
    JsonNode manifest = JSON.readTree(placeholder().json());
    JsonNode tabs = manifest.path("staticTabs");

    assertThat(tabs).hasSize(2);
    assertThat(tabs.findValuesAsText("contentUrl"))
        .containsOnly("https://callboard.example.com/desk/teams");
    assertThat(tabs.at("/0/scopes").toString()).isEqualTo("[\"personal\"]");
    assertThat(tabs.at("/1/context").toString()).isEqualTo("[\"meetingSidePanel\"]");
    assertThat(manifest.at("/webApplicationInfo/resource").asText())
        .isEqualTo("api://callboard.example.com/botid-" + TeamsManifest.PLACEHOLDER_ID);
    assertThat(manifest.at("/validDomains/0").asText()).isEqualTo("callboard.example.com");
  }

  @Test
  void pictures_haveTheSizesTeamsWants() throws IOException {
    BufferedImage color = ImageIO.read(SHIPPED.resolve("color.png").toFile());
    BufferedImage outline = ImageIO.read(SHIPPED.resolve("outline.png").toFile());

    assertThat(List.of(color.getWidth(), color.getHeight())).containsExactly(192, 192);
    assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
    assertThat(outline.getRGB(0, 0) >>> 24).isZero();
  }

  @Test
  void zip_holdsTheManifestOfOnesOwnBotAndBothPictures() throws IOException {
    String appId = "11111111-2222-3333-4444-555555555555";
    byte[] zip =
        manifest(appId, URI.create("https://bot.example.org"))
            .zip(Map.of("color.png", new byte[] {1}, "outline.png", new byte[] {2}));

    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        if (entry.getName().equals("manifest.json")) {
          JsonNode manifest = JSON.readTree(in.readAllBytes());
          assertThat(manifest.at("/bots/0/botId").asText()).isEqualTo(appId);
          assertThat(manifest.at("/validDomains/0").asText()).isEqualTo("bot.example.org");
        }
      }
    }
    assertThat(names).containsExactly("manifest.json", "color.png", "outline.png");
  }
}
