package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import dev.callboard.chat.Span.Clock;
import dev.callboard.chat.Span.Code;
import dev.callboard.chat.Span.Link;
import dev.callboard.chat.Span.Plain;
import dev.callboard.chat.Span.Strong;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line as a text object, for the blocks that take no rich text. Slack's markup cannot be escaped,
 * so a line whose words would be taken for markup becomes plain text. Pure.
 */
final class Mrkdwn {

  /** Bold, italics, strike, code, an emoji's name, or a quote at the start of a line. */
  private static final Pattern MARKUP =
      Pattern.compile("[*_~`]|:[a-z+][a-z0-9_+'-]*:|^[ \\t\\x0B\\f]*>", Pattern.MULTILINE);

  private final StringBuilder text = new StringBuilder();

  private Mrkdwn() {}

  /** The line as a text object of {@code max} characters at most. */
  static JsonObject text(Line line, int max) {
    return object(new Mrkdwn().written(line), line.plainText(), max);
  }

  /** A label in bold and under it its value. */
  static JsonObject fact(String label, Line value, int max) {
    Line whole = Line.empty().strong(label).plain("\n");
    String written = new Mrkdwn().written(new Line(List.of(new Strong(SlackText.oneLine(label)))));
    String below = new Mrkdwn().written(value);
    return object(
        written == null || below == null ? null : written + "\n" + below,
        whole.plainText() + value.plainText(),
        max);
  }

  private static JsonObject object(@Nullable String markup, String plain, int max) {
    if (markup == null || markup.length() > max) {
      return BlockKit.plainText(plain, max);
    }
    JsonObject object = BlockKit.typed("mrkdwn");
    object.addProperty("text", markup);
    object.addProperty("verbatim", true);
    return object;
  }

  private @Nullable String written(Line line) {
    List<Span> spans = line.spans();
    for (int i = 0; i < spans.size(); i++) {
      char following = i + 1 < spans.size() ? firstOf(spans.get(i + 1)) : ' ';
      if (!write(spans.get(i), following)) {
        return null;
      }
    }
    return text.toString();
  }

  private boolean write(Span span, char following) {
    return switch (span) {
      case Plain plain -> plain(plain.text());
      case Strong strong -> wrapped('*', strong.text(), following);
      case Code code -> wrapped('`', code.text(), following);
      case Link link -> link(link);
      case Clock clock -> clock(clock);
    };
  }

  private boolean plain(String words) {
    String clean = SlackText.clean(words);
    text.append(SlackText.escape(clean));
    return !MARKUP.matcher(clean).find();
  }

  /** Slack sees a mark only where it touches no letter or digit on its outer side. */
  private boolean wrapped(char mark, String words, char following) {
    String clean = SlackText.clean(words);
    String inner = clean.strip();
    boolean spaceBefore = !clean.startsWith(inner);
    boolean spaceAfter = !clean.endsWith(inner);
    boolean free =
        (spaceBefore
                || text.isEmpty()
                || !Character.isLetterOrDigit(text.charAt(text.length() - 1)))
            && (spaceAfter || !Character.isLetterOrDigit(following));
    if (inner.isEmpty() || !free) {
      return plain(words);
    }
    text.append(spaceBefore ? " " : "").append(mark).append(SlackText.escape(inner));
    text.append(mark).append(spaceAfter ? " " : "");
    return !MARKUP.matcher(inner).find() && inner.indexOf('\n') < 0;
  }

  private boolean link(Link link) {
    String label = SlackText.oneLine(link.label());
    if (!RichText.linkable(link.url()) || label.isEmpty()) {
      return plain(link.label());
    }
    text.append('<').append(SlackText.escape(link.url().toASCIIString()));
    text.append('|').append(SlackText.escape(label)).append('>');
    return !MARKUP.matcher(label).find();
  }

  private boolean clock(Clock clock) {
    String classTime = RichText.time(clock);
    text.append(classTime).append(" (<!date^").append(clock.at().getEpochSecond());
    text.append("^{time}|").append(classTime).append("> for you)");
    return true;
  }

  private static char firstOf(Span span) {
    String words = new Line(List.of(span)).plainText();
    return words.isEmpty() ? ' ' : words.charAt(0);
  }
}
