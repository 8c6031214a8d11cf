package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import dev.callboard.chat.Span.Clock;
import dev.callboard.chat.Span.Code;
import dev.callboard.chat.Span.Link;
import dev.callboard.chat.Span.Plain;
import dev.callboard.chat.Span.Strong;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line as {@code rich_text}, in which words are only words: nothing in them is markup, so foreign
 * text needs no escape and cannot mention anybody. Pure.
 */
final class RichText {

  private static final DateTimeFormatter HOURS_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

  /** Slack makes no links of itself here; what ends a sentence does not belong to the address. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]']");

  private final List<JsonObject> blocks = new ArrayList<>();
  private JsonArray section = new JsonArray();
  private int room = BlockKit.TEXT;

  private RichText() {}

  /** One block, or several when the line is longer than a block takes. */
  static List<JsonObject> blocks(Line line) {
    RichText text = new RichText();
    line.spans().forEach(text::add);
    text.close();
    return text.blocks;
  }

  static boolean linkable(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return List.of("http", "https", "mailto").contains(scheme)
        && url.toASCIIString().length() <= BlockKit.URL;
  }

  /** The time on the clocks of the class. */
  static String time(Clock clock) {
    return HOURS_MINUTES.format(clock.at().atZone(clock.zone()));
  }

  private void add(Span span) {
    switch (span) {
      case Plain plain -> words(SlackText.clean(plain.text()));
      case Strong strong -> text(SlackText.clean(strong.text()), "bold");
      case Code code -> text(SlackText.clean(code.text()), "code");
      case Link link -> link(link);
      case Clock clock -> clock(clock);
    }
  }

  private void words(String words) {
    if (!words.contains("://")) {
      text(words, null);
      return;
    }
    Matcher matcher = ADDRESS.matcher(words);
    int from = 0;
    while (matcher.find()) {
      text(words.substring(from, matcher.start()), null);
      address(matcher.group());
      from = matcher.end();
    }
    text(words.substring(from), null);
  }

  private void address(String address) {
    if (address.length() > BlockKit.URL) {
      text(address, null);
      return;
    }
    JsonObject element = BlockKit.typed("link");
    element.addProperty("url", address);
    put(element, address.length());
  }

  private void link(Link link) {
    String label = SlackText.oneLine(link.label());
    if (!linkable(link.url())) {
      text(label, null);
      return;
    }
    JsonObject element = BlockKit.typed("link");
    element.addProperty("url", link.url().toASCIIString());
    if (!label.isEmpty()) {
      element.addProperty("text", Brief.of(label, BlockKit.TEXT));
    }
    put(element, Math.min(label.length(), BlockKit.TEXT));
  }

  private void clock(Clock clock) {
    text(time(clock) + " (", null);
    JsonObject element = BlockKit.typed("date");
    element.addProperty("timestamp", clock.at().getEpochSecond());
    element.addProperty("format", "{time}");
    element.addProperty("fallback", time(clock));
    put(element, "00:00 PM".length());
    text(" for you)", null);
  }

  private void text(String words, @Nullable String style) {
    String rest = words;
    while (!rest.isEmpty()) {
      if (room == 0) {
        close();
      }
      int length = piece(rest);
      JsonObject element = BlockKit.typed("text");
      element.addProperty("text", rest.substring(0, length));
      if (style != null) {
        JsonObject styles = new JsonObject();
        styles.addProperty(style, true);
        element.add("style", styles);
      }
      put(element, length);
      rest = rest.substring(length);
    }
  }

  /** How much fits: all of it, or up to the last space, or as much as there is room for. */
  private int piece(String words) {
    if (words.length() <= room) {
      return words.length();
    }
    int space = words.lastIndexOf(' ', room - 1);
    int end = space > room / 2 ? space + 1 : room;
    return end > 1 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
  }

  private void put(JsonObject element, int length) {
    if (length > room) {
      close();
    }
    section.add(element);
    room -= Math.min(length, room);
  }

  private void close() {
    if (!section.isEmpty()) {
      blocks.add(BlockKit.richText(section));
    }
    section = new JsonArray();
    room = BlockKit.TEXT;
  }
}
