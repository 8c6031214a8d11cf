package dev.callboard.platform.zoom;

import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lines as texts of Team Chat. Its markup cannot be escaped, so it is used only in messages no word
 * of which could be taken for markup; all others are plain text, with markup switched off. Pure.
 */
final class ZoomLines {

  private static final DateTimeFormatter HOURS_MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter WITH_ZONE =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.UK);

  private ZoomLines() {}

  /** How a message is written. */
  enum Style {
    MARKED,
    PLAIN
  }

  /** Whether no word of the line could be taken for markup. */
  static boolean bare(Line line) {
    return line.spans().stream().noneMatch(ZoomLines::marked);
  }

  private static boolean marked(Span span) {
    return switch (span) {
      case Span.Plain plain -> ZoomWords.marked(plain.text());
      case Span.Strong strong -> ZoomWords.marked(strong.text()) || strong.text().contains("\n");
      case Span.Code code -> ZoomWords.markedCode(code.text());
      case Span.Link link -> ZoomWords.marked(link.label()) || link.label().contains("|");
      case Span.Clock clock -> false;
    };
  }

  static String text(Line line, Style style) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = line.spans();
    boolean zoneTold = false;
    for (int i = 0; i < spans.size(); i++) {
      boolean free = i + 1 == spans.size() || !Character.isLetterOrDigit(first(spans.get(i + 1)));
      switch (spans.get(i)) {
        case Span.Plain plain -> text.append(ZoomWords.clean(plain.text()));
        case Span.Strong strong when style == Style.MARKED && free ->
            wrap(text, '*', strong.text());
        case Span.Strong strong -> text.append(ZoomWords.clean(strong.text()));
        case Span.Code code when style == Style.MARKED && free -> wrap(text, '`', code.text());
        case Span.Code code -> text.append('“').append(ZoomWords.clean(code.text())).append('”');
        case Span.Link link -> text.append(link(link, style));
        case Span.Clock clock -> {
          text.append(clock(clock.at(), clock.zone(), zoneTold));
          zoneTold = true;
        }
      }
    }
    return text.toString();
  }

  /** Marks count only where they touch no letter on their outer side and no blank within. */
  private static void wrap(StringBuilder text, char mark, String words) {
    String clean = ZoomWords.clean(words);
    String inner = clean.strip();
    boolean blankBefore = !clean.startsWith(inner);
    boolean free =
        blankBefore || text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1));
    if (inner.isEmpty() || !free) {
      text.append(clean);
      return;
    }
    text.append(blankBefore ? " " : "").append(mark).append(inner).append(mark);
    text.append(clean.endsWith(inner) ? "" : " ");
  }

  private static String link(Span.Link link, Style style) {
    String label = ZoomWords.oneLine(link.label());
    String address = address(link.url());
    if (!web(link.url()) || label.isEmpty()) {
      return label;
    }
    if (style == Style.MARKED) {
      return "<" + address + "|" + label + ">";
    }
    return label.equals(address) ? address : label + " (" + address + ")";
  }

  static boolean web(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
  }

  /** Without what would end a link early. */
  static String address(URI url) {
    return url.toASCIIString().replace("|", "%7C").replace(">", "%3E").replace("<", "%3C");
  }

  /** A time in the class zone; the first of a line names the zone. */
  private static String clock(Instant at, ZoneId zone, boolean zoneTold) {
    return (zoneTold ? HOURS_MINUTES : WITH_ZONE).format(at.atZone(zone));
  }

  private static char first(Span span) {
    String words = new Line(List.of(span)).plainText();
    return words.isEmpty() ? ' ' : words.charAt(0);
  }
}
