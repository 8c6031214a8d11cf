package dev.callboard.plan;

import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in an author's words what a YAML parser complains of in its own. */
final class YamlWords {

  /**
   * One kind of slip.
   *
   * @param sign what the parser's complaint contains, in lower case
   * @param opening whether to point to where the thing began, not to where the parser gave up
   */
  private record Slip(String sign, boolean opening, String sentence) {}

  private static final List<Slip> SLIPS =
      List.of(
          new Slip(
              "but got ?",
              false,
              "a question mark inside { } or [ ] (expected: quotes around the text)"),
          new Slip(
              "expected the node content",
              false,
              "a comma or bracket where a value belongs (expected: quotes around a text with"
                  + " signs)"),
          new Slip("\\t(tab)", false, "a tab (expected: blanks)"),
          new Slip(
              "mapping values are not allowed",
              false,
              "a colon too many, or a wrong indentation (expected: quotes around a text that"
                  + " contains a colon)"),
          new Slip(
              "found unexpected end of stream",
              true,
              "a quote that is never closed (expected: one more quote)"),
          new Slip("expected ',' or ']'", true, "a list that is never closed (expected: a ])"),
          new Slip("expected ',' or '}'", true, "a map that is never closed (expected: a })"),
          new Slip(
              "expected <block end>",
              false,
              "a wrong indentation, or a quote too few above (expected: what belongs together, one"
                  + " below another)"),
          new Slip(
              "could not find expected ':'", true, "a word without a colon (expected: key: value)"),
          new Slip(
              "cannot start any token",
              false,
              "a text that begins with a sign (expected: quotes around it)"),
          new Slip(
              "expected alphabetic or numeric character",
              true,
              "a lone & or * (expected: quotes around the text)"),
          new Slip("escape", false, "a backslash that means nothing (expected: single quotes)"));

  private YamlWords() {}

  static Unreadable of(MarkedYAMLException exception) {
    String complaint = String.valueOf(exception.getProblem()).toLowerCase(Locale.ROOT);
    for (Slip slip : SLIPS) {
      if (complaint.contains(slip.sign())) {
        return new Unreadable(line(exception, slip.opening()), slip.sentence());
      }
    }
    return new Unreadable(
        line(exception, false), "no valid YAML (expected: key: value, or a list with dashes)");
  }

  private static int line(MarkedYAMLException exception, boolean opening) {
    Mark context = exception.getContextMark();
    Mark mark = opening && context != null ? context : exception.getProblemMark();
    return mark == null ? 0 : mark.getLine() + 1;
  }
}
