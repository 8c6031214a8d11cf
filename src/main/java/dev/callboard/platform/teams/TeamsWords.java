package dev.callboard.platform.teams;

import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words fit for Teams. Its clients do not agree on how markdown is escaped (some show the
 * backslashes), so markdown is used only for words that hold nothing any of them could read as
 * markup; whatever holds more is drawn by elements that know no markup. Pure.
 */
final class TeamsWords {

  /** What might be read as markup, anywhere in a line or at its beginning. */
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*_~\\[\\]<>#|^{}]|&\\S|!\\[|(?m:^\\s*(?:[-+=>]|\\d+[.)]))");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n]]");
  private static final DateTimeFormatter HOURS_MINUTES =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter WITH_ZONE =
      DateTimeFormatter.ofPattern("HH:mm z", Locale.UK);

  private TeamsWords() {}

  /** Whether no client would see markup in any text of the line, beside what it is given here. */
  static boolean bare(Line line) {
    boolean marked = false;
    for (Span span : line.spans()) {
      boolean before = marked;
      marked = span instanceof Span.Strong || span instanceof Span.Code;
      if ((before && marked) || !bare(span)) {
        return false;
      }
    }
    return true;
  }

  private static boolean bare(Span span) {
    return switch (span) {
      case Span.Plain plain -> bare(plain.text());
      case Span.Strong strong -> bare(strong.text()) && solid(strong.text());
      case Span.Code code -> bare(code.text()) && solid(code.text());
      case Span.Link link -> bare(link.label()) && solid(link.label());
      case Span.Clock clock -> true;
    };
  }

  static boolean bare(String text) {
    return !MARKUP.matcher(text).find();
  }

  /** Marks around blanks or signs, or across lines, are no marks to some. */
  private static boolean solid(String text) {
    return !text.isEmpty()
        && Character.isLetterOrDigit(text.codePointAt(0))
        && Character.isLetterOrDigit(text.codePointBefore(text.length()))
        && !text.contains("\n");
  }

  /** A link in markdown; brackets in the address would end it early. */
  static String link(String label, URI url) {
    String address = url.toASCIIString().replace("(", "%28").replace(")", "%29");
    return TeamsActions.web(url) ? "[" + label + "](" + address + ")" : label;
  }

  /** Text for an element of a card: its one macro is broken up, control characters are blanks. */
  static String inert(String text) {
    return CONTROLS.matcher(text).replaceAll(" ").replace("{{", "{\u200b{");
  }

  /** A time in the class zone, and in the reader's own as their client knows it. */
  static String clock(Instant at, ZoneId zone) {
    return WITH_ZONE.format(at.atZone(zone))
        + " ({{TIME("
        + at.truncatedTo(ChronoUnit.SECONDS)
        + ")}} for you)";
  }

  /** A time in the class zone alone, after one that named the zone. */
  static String shortClock(Instant at, ZoneId zone) {
    return HOURS_MINUTES.format(at.atZone(zone));
  }
}
