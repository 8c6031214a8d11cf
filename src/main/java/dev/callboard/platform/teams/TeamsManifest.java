package dev.callboard.platform.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The app manifest for Teams, version 1.29: the first in which words can be picked behind a slash
 * and private answers shown inside a shared chat. Pure.
 *
 * @param appId the bot's application id, a GUID
 * @param url where the server is reached
 */
public record TeamsManifest(Vocabulary vocabulary, String appId, URI url) {

  /** Stands for one's own bot in the manifest that is shipped. */
  public static final String PLACEHOLDER_ID = "00000000-0000-4000-8000-000000000000";

  /** Stands for the address of one's own server. */
  public static final URI PLACEHOLDER_URL = URI.create("https://callboard.example.com");

  /** What a command list may hold. */
  private static final int WORDS = 12;

  private static final int LONGEST_TITLE = 32;

  private static final String SCHEMA =
      "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json";

  /** Each with what it is for. */
  private static final List<String> PERMISSIONS =
      List.of(
          "OnlineMeeting.ReadBasic.Chat", // that a meeting begins and ends, and which it is
          "OnlineMeetingParticipant.Read.Chat", // who comes and who leaves
          "ChatMessage.Read.Chat"); // commands typed without a mention where there is no slash menu

  /** The manifest as JSON. */
  public String json() {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root()) + "\n";
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /**
   * The package to upload.
   *
   * @param icons pictures by name, {@code color.png} and {@code outline.png}
   */
  public byte[] zip(Map<String, byte[]> icons) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "manifest.json", json().getBytes(StandardCharsets.UTF_8));
      put(zip, "color.png", icons.getOrDefault("color.png", new byte[0]));
      put(zip, "outline.png", icons.getOrDefault("outline.png", new byte[0]));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private ObjectNode root() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", SCHEMA).put("manifestVersion", "1.29").put("version", "1.2.0");
    root.put("id", appId);
    root.putObject("developer")
        .put("name", "Callboard")
        .put("websiteUrl", url.toString())
        .put("privacyUrl", url.resolve("/privacy").toString())
        .put("termsOfUseUrl", url.resolve("/terms").toString());
    root.putObject("name")
        .put("short", "Callboard")
        .put("full", "Callboard for virtual classroom producers");
    root.putObject("description")
        .put("short", "The notice board behind your virtual classroom.")
        .put(
            "full",
            "Callboard stands beside the producer of a virtual class: it opens and runs the class"
                + " clock, welcomes learners, posts links and workbook pages and keeps notes. It"
                + " reads messages only to find commands, and keeps none of them.");
    root.putObject("icons").put("outline", "outline.png").put("color", "color.png");
    root.put("accentColor", "#1F5FAF");
    root.putArray("bots").add(bot());
    tabs(root.putArray("staticTabs"));
    root.putArray("permissions").add("identity").add("messageTeamMembers");
    root.putArray("validDomains").add(url.getHost());
    root.put("defaultInstallScope", "meetings");
    root.putObject("defaultGroupCapability")
        .put("meetings", "bot")
        .put("groupchat", "bot")
        .put("team", "bot");
    root.putObject("webApplicationInfo").put("id", appId).put("resource", resource());
    ArrayNode permissions =
        root.putObject("authorization").putObject("permissions").putArray("resourceSpecific");
    PERMISSIONS.forEach(
        name -> permissions.addObject().put("name", name).put("type", "Application"));
    return root;
  }

  /** By what the Teams client asks for tokens of this app; the same as its Application ID URI. */
  String resource() {
    return "api://" + url.getAuthority() + "/botid-" + appId;
  }

  /** The board for oneself, and the desk of a class beside its meeting. */
  private void tabs(ArrayNode tabs) {
    tab(tabs, "classes", "Classes").putArray("scopes").add("personal");
    ObjectNode desk = tab(tabs, "desk", "Desk");
    desk.putArray("scopes").add("groupChat");
    desk.putArray("context").add("meetingSidePanel");
  }

  private ObjectNode tab(ArrayNode tabs, String id, String name) {
    return tabs.addObject()
        .put("entityId", id)
        .put("name", name)
        .put("contentUrl", url.resolve("/desk/teams").toString())
        .put("websiteUrl", url.resolve("/desk").toString());
  }

  private ObjectNode bot() {
    ObjectNode bot = JsonNodeFactory.instance.objectNode();
    bot.put("botId", appId);
    bot.putArray("scopes").add("personal").add("team").add("groupChat");
    bot.put("isNotificationOnly", false).put("supportsTargetedMessages", true);
    ArrayNode lists = bot.putArray("commandLists");
    list(lists, Stream.of("groupChat", "team"), Stream.of("slash", "mention"));
    list(lists, Stream.of("personal"), Stream.of("mention"));
    return bot;
  }

  private void list(ArrayNode lists, Stream<String> scopes, Stream<String> triggers) {
    ObjectNode list = lists.addObject();
    ArrayNode scopeNames = list.putArray("scopes");
    scopes.forEach(scopeNames::add);
    ArrayNode triggerNames = list.putArray("triggers");
    triggers.forEach(triggerNames::add);
    ArrayNode commands = list.putArray("commands");
    words()
        .forEach(word ->
            commands.addObject().put("title", cut(word.word())).put("description", word.summary()));
  }

  /** The most typed words, and help, which everybody must find. */
  private Stream<Vocabulary.Word> words() {
    List<Vocabulary.Word> all = vocabulary.words();
    Stream<Vocabulary.Word> help = all.stream().filter(word -> word.word().equals("help"));
    Stream<Vocabulary.Word> others =
        all.stream().filter(word -> !word.word().equals("help")).limit(WORDS - 1L);
    return Stream.concat(others, help);
  }

  private static String cut(String title) {
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
  }
}
