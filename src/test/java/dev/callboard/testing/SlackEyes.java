package dev.callboard.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a message as Slack's clients do, to see whether a foreign text in it does more than stand
 * there: pings somebody, formats something, or hides an address behind a label.
 */
public final class SlackEyes {

  /** The only brackets that the house itself writes: links to its resources, and times. */
  private static final Pattern OWN =
      Pattern.compile(
          "<https://example\\.com/[^<>|]*\\|[^<>]*>|<!date\\^\\d+\\^\\{time}\\|[\\d:]+>");

  private static final Pattern MARKUP =
      Pattern.compile("[*_~`]|:[a-z]+:|^\\s*>", Pattern.MULTILINE);

  private static final Set<String> RICH = Set.of("text", "link", "date");

  private final String name;

  private SlackEyes(String name) {
    this.name = name;
  }

  /** Whether a person or thing called {@code name} is only a name in this message. */
  public static boolean harmless(String wire, String name) {
    JsonObject message = JsonParser.parseString(wire).getAsJsonObject();
    String fallback = message.get("text").getAsString();
    return fallback.indexOf('<') < 0
        && fallback.indexOf('>') < 0
        && new SlackEyes(name).harmless(message.get("blocks"));
  }

  private boolean harmless(JsonElement element) {
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().allMatch(this::harmless);
    }
    if (!element.isJsonObject()) {
      return true;
    }
    JsonObject object = element.getAsJsonObject();
    String type = object.has("type") ? object.get("type").getAsString() : "";
    return switch (type) {
      case "mrkdwn" -> markup(object.get("text").getAsString());
      case "plain_text" -> plain(object);
      case "rich_text_section" ->
          object.getAsJsonArray("elements").asList().stream()
              .allMatch(each -> rich(each.getAsJsonObject()));
      default -> object.asMap().values().stream().allMatch(this::harmless);
    };
  }

  private boolean markup(String text) {
    String foreign = OWN.matcher(text).replaceAll("");
    return foreign.indexOf('<') < 0
        && foreign.indexOf('>') < 0
        && !(MARKUP.matcher(name).find() && text.contains(escaped(name)));
  }

  private static boolean plain(JsonObject object) {
    String text = object.get("text").getAsString();
    return text.indexOf('<') < 0
        && text.indexOf('>') < 0
        && !(object.has("emoji") && object.get("emoji").getAsBoolean());
  }

  /** A link may show another text than its address only when the house made it. */
  private static boolean rich(JsonObject element) {
    String type = element.get("type").getAsString();
    boolean honest =
        !type.equals("link")
            || !element.has("text")
            || element.get("url").getAsString().startsWith("https://example.com/");
    return RICH.contains(type) && honest;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
