package dev.callboard.command.clock;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody typed after {@code insert}: a title, the minutes, and the segment it comes after.
 * In quotes, of whatever country, neither a number nor an “after” is taken for more than the title.
 *
 * @param title empty when there is none
 * @param minutes empty when they did not say
 * @param after as typed; empty when they did not say
 */
record InsertLine(String title, Optional<Integer> minutes, Optional<String> after) {

  private static final Pattern AFTER = Pattern.compile("(?i)(.*)\\bafter\\s+(.+)");

  /** What closes a quotation that a character opens; keyboards mix them. */
  private static final Map<Character, String> CLOSING =
      Map.of(
          '"', "\"”", '“', "”\"", '„', "“”\"", '«', "»", '»', "«", '‹', "›", '›', "‹", '‘', "’'",
          '‚', "‘’", '\'', "'’");

  private static final String QUOTES = "\"“”„«»‹›‘’‚'";

  /**
   * Reads a line.
   *
   * @param segment whether a segment is called so
   */
  static InsertLine of(String typed, Predicate<String> segment) {
    for (int open = 0; open < typed.length(); open++) {
      if (CLOSING.containsKey(typed.charAt(open)) && isEdge(typed, open - 1)) {
        Optional<InsertLine> read = quoted(typed, open, segment);
        if (read.isPresent()) {
          return read.get();
        }
      }
    }
    return bare(typed, segment);
  }

  /** The same, for a button; without minutes there is none yet. */
  String line() {
    return "insert \""
        + title
        + "\""
        + minutes.map(amount -> " " + amount).orElse("")
        + after.map(segment -> " after " + segment).orElse("");
  }

  InsertLine taking(int amount) {
    return new InsertLine(title, Optional.of(amount), after);
  }

  InsertLine following(String segment) {
    return new InsertLine(title, minutes, Optional.of(segment));
  }

  InsertLine anywhere() {
    return new InsertLine(title, minutes, Optional.empty());
  }

  /** The title is what stands up to the first closing quote behind which the rest makes sense. */
  private static Optional<InsertLine> quoted(String typed, int open, Predicate<String> segment) {
    String closing = CLOSING.getOrDefault(typed.charAt(open), "");
    for (int close = open + 1; close < typed.length(); close++) {
      if (closing.indexOf(typed.charAt(close)) >= 0 && isEdge(typed, close + 1)) {
        String title = typed.substring(open + 1, close).strip();
        String rest = typed.substring(0, open) + typed.substring(close + 1);
        Optional<InsertLine> read = rest(title, rest.strip(), segment);
        if (read.isPresent()) {
          return read;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEdge(String typed, int index) {
    return index < 0 || index >= typed.length() || Character.isWhitespace(typed.charAt(index));
  }

  /** Reads {@code 10}, {@code 10 after qa} and {@code after qa 10}. */
  private static Optional<InsertLine> rest(String title, String rest, Predicate<String> segment) {
    Matcher placed = AFTER.matcher(rest);
    if (!placed.matches()) {
      return rest.isEmpty()
          ? Optional.of(new InsertLine(title, Optional.empty(), Optional.empty()))
          : amount(rest).map(all -> new InsertLine(title, Optional.of(all), Optional.empty()));
    }
    String before = placed.group(1).strip();
    String after = placed.group(2).strip();
    if (before.isEmpty()) {
      return Optional.of(
          atTheEnd(title, after, segment)
              .orElse(new InsertLine(title, Optional.empty(), Optional.of(after))));
    }
    return amount(before).map(all -> new InsertLine(title, Optional.of(all), Optional.of(after)));
  }

  /** Minutes behind the place, unless they are part of its name. */
  private static Optional<InsertLine> atTheEnd(
      String title, String after, Predicate<String> segment) {
    return Stream.of(after)
        .filter(whole -> !segment.test(whole))
        .flatMap(whole -> Minutes.of(whole).stream())
        .filter(minutes -> segment.test(minutes.rest()))
        .map(minutes ->
            new InsertLine(title, Optional.of(minutes.amount()), Optional.of(minutes.rest())))
        .findFirst();
  }

  private static Optional<Integer> amount(String words) {
    return Minutes.of(words).filter(minutes -> minutes.rest().isEmpty()).map(Minutes::amount);
  }

  private static InsertLine bare(String typed, Predicate<String> segment) {
    Matcher placed = AFTER.matcher(typed);
    if (placed.matches()) {
      String what = placed.group(1).strip();
      String after = placed.group(2).strip();
      Optional<Minutes> minutes = Minutes.of(what);
      if (minutes.isPresent()) {
        return new InsertLine(
            unquoted(minutes.get().rest()), minutes.map(Minutes::amount), Optional.of(after));
      }
      Optional<InsertLine> last = atTheEnd(unquoted(what), after, segment);
      if (last.isPresent()) {
        return last.get();
      }
    }
    Optional<Minutes> minutes = Minutes.of(typed);
    String title = minutes.map(Minutes::rest).orElse(typed);
    return new InsertLine(unquoted(title), minutes.map(Minutes::amount), Optional.empty());
  }

  /** Without a quote that was opened or closed only. */
  private static String unquoted(String title) {
    return title.replaceAll("^[" + QUOTES + "]+|[" + QUOTES + "]+$", "").strip();
  }
}
