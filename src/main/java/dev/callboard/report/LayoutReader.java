package dev.callboard.report;

import dev.callboard.chat.Spelling;
import dev.callboard.plan.Findings;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Reading.Severity;
import dev.callboard.plan.Spot;
import dev.callboard.plan.Unreadable;
import dev.callboard.plan.YamlDocument;
import dev.callboard.session.attendance.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a layout and says everything that is wrong with it at once, each with its line. */
final class LayoutReader {

  /** The most bytes a layout may have. */
  static final int LARGEST = 64 * 1024;

  private static final int MOST_COLUMNS = 100;
  private static final List<String> KEYS =
      List.of("title", "separator", "bom", "guests", "columns");
  private static final List<String> COLUMN_KEYS = List.of("name", "value", "words");
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');
  private static final List<String> STATUS =
      Arrays.stream(Status.values()).map(Status::word).toList();
  private static final List<String> FIELDS = Field.ALL.stream().map(Field::id).toList();

  private final String name;
  private final Spot root;
  private final Findings findings;

  private LayoutReader(String name, YamlDocument document) {
    this.name = name;
    root = document.root();
    findings = document.findings();
  }

  /**
   * Reads one file.
   *
   * @param name what the layout is called
   * @param file how findings name the file
   */
  static LayoutReading read(String name, String file, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refused(file, 0, "the file is larger than 64 KiB (expected: a layout)");
    }
    if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
      return refused(file, 0, "the file is empty (expected: a layout)");
    }
    try {
      return new LayoutReader(name, YamlDocument.read(file, bytes)).reading();
    } catch (Unreadable unreadable) {
      return refused(file, unreadable.line(), unreadable.reason());
    }
  }

  static LayoutReading refused(String file, int line, String message) {
    return new LayoutReading(null, List.of(new Finding(Severity.MISTAKE, file, line, message)));
  }

  private LayoutReading reading() {
    keys(root, KEYS);
    String title = text(root, "title", "what the layout is for, up to 120 characters");
    String separator = root.text("separator").orElse("comma");
    if (root.get("separator").present() && !SEPARATORS.containsKey(separator)) {
      mistake(root.get("separator"), shown(root.get("separator")), "comma, semicolon or tab");
    }
    flag("bom");
    flag("guests");
    List<Layout.Column> columns = columns();
    if (findings.mistaken()) {
      return new LayoutReading(null, findings.sorted());
    }
    CsvFile file = new CsvFile(SEPARATORS.getOrDefault(separator, ','), root.yes("bom"));
    return new LayoutReading(
        new Layout(name, title, file, root.yes("guests"), columns), findings.sorted());
  }

  private void flag(String key) {
    Spot spot = root.get(key);
    if (spot.present() && !spot.node().isBoolean()) {
      mistake(spot, shown(spot), "true or false");
    }
  }

  private List<Layout.Column> columns() {
    List<Spot> spots = root.each("columns");
    if (spots.isEmpty() || spots.size() > MOST_COLUMNS) {
      mistake(root.get("columns"), spots.size() + " columns", "from 1 to " + MOST_COLUMNS);
    }
    List<Layout.Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Spot spot : spots) {
      Layout.Column column = column(spot);
      columns.add(column);
      if (!column.name().isEmpty() && !names.add(column.name())) {
        mistake(spot.get("name"), "“" + column.name() + "”", "a name that no other column has");
      }
    }
    return columns;
  }

  private Layout.Column column(Spot spot) {
    keys(spot, COLUMN_KEYS);
    String heading = text(spot, "name", "what stands over the column");
    String value = text(spot, "value", "a text with fields, such as \"{email}\"");
    Spot at = spot.get("value");
    if (!Template.closed(value)) {
      mistake(at, "“" + value + "”", "a } for each {, around the name of a field");
    }
    for (String field : Template.names(value)) {
      if (Field.named(field).isEmpty()) {
        findings.mistake(
            at.pointer(), at.unknown(field, FIELDS, "one of " + String.join(", ", FIELDS)));
      }
    }
    Template template = Template.parse(value).orElseGet(() -> new Template(List.of()));
    return new Layout.Column(heading, template, words(spot.get("words"), value));
  }

  private Map<String, String> words(Spot words, String value) {
    Map<String, String> map = new LinkedHashMap<>();
    if (!words.present()) {
      return map;
    }
    if (!value.equals("{status}")) {
      mistake(words, "words for “" + value + "”", "words beside value: \"{status}\" alone");
    }
    words
        .entries()
        .forEach((word, spot) -> {
          if (!STATUS.contains(word)) {
            findings.mistake(
                spot.pointer(), words.unknown(word, STATUS, "one of " + String.join(", ", STATUS)));
          }
          if (spot.text().isEmpty()) {
            mistake(spot, shown(spot), "a text; in quotes if it is true or false");
          }
          map.put(word, spot.text().orElse(""));
        });
    STATUS.stream()
        .filter(word -> !map.containsKey(word))
        .forEach(word -> mistake(words, "no word for " + word, "one for each status"));
    return map;
  }

  private void keys(Spot spot, List<String> known) {
    if (!spot.node().isObject()) {
      mistake(spot, shown(spot), "a map with " + String.join(", ", known));
      return;
    }
    spot.entries()
        .forEach((key, entry) -> {
          if (!known.contains(key)) {
            String hint =
                Spelling.nearest(key, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("expected: " + String.join(", ", known));
            findings.mistake(entry.pointer(), entry.name() + ": unknown key (" + hint + ")");
          }
        });
  }

  private String text(Spot spot, String key, String expected) {
    String text = spot.text(key).orElse("");
    if (spot.node().isObject() && (text.isEmpty() || text.length() > 120)) {
      mistake(spot.get(key), shown(spot.get(key)), expected);
    }
    return text;
  }

  private void mistake(Spot spot, String found, String expected) {
    String where = spot.name().isEmpty() ? "the file" : spot.name();
    findings.mistake(spot.pointer(), where + ": " + found + " (expected: " + expected + ")");
  }

  private static String shown(Spot spot) {
    if (!spot.present()) {
      return "missing";
    }
    return spot.node().isContainerNode() ? "a list or a map" : "“" + spot.node().asText() + "”";
  }
}
