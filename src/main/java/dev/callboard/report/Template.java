package dev.callboard.report;

import dev.callboard.report.AttendanceTable.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with fields in braces, such as {@code mailto:{email}}. When all its fields are empty, so
 * is all of it: a {@code mailto:} alone is nobody's address.
 */
public record Template(List<Part> parts) {

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

  /** What it is made of. */
  public sealed interface Part {
    record Text(String text) implements Part {}

    record Value(Field field) implements Part {}
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /** Names in braces, in their order, fields or not. */
  static List<String> names(String text) {
    return FIELD.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Whether each brace has its other one. */
  static boolean closed(String text) {
    String rest = FIELD.matcher(text).replaceAll("");
    return !rest.contains("{") && !rest.contains("}");
  }

  /** The template of a text all of whose names are fields; empty for any other. */
  static Optional<Template> parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = FIELD.matcher(text);
    int from = 0;
    while (matcher.find()) {
      Optional<Field> field = Field.named(matcher.group(1));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      parts.add(new Part.Text(text.substring(from, matcher.start())));
      parts.add(new Part.Value(field.get()));
      from = matcher.end();
    }
    parts.add(new Part.Text(text.substring(from)));
    return Optional.of(new Template(parts));
  }

  private Stream<Field> fields() {
    return parts.stream()
        .filter(Part.Value.class::isInstance)
        .map(part -> ((Part.Value) part).field());
  }

  String of(Entry entry) {
    boolean nothing =
        fields().findAny().isPresent() && fields().allMatch(f -> f.of(entry).isEmpty());
    if (nothing) {
      return "";
    }
    StringBuilder made = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Text text -> made.append(text.text());
        case Part.Value value -> made.append(value.field().of(entry));
      }
    }
    return made.toString();
  }
}
