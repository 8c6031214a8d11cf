package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Block.Fact;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines as elements of a card. A line with links becomes a text block in markdown where that is
 * safe; clients have broken links inside rich text more than once, so where it is not, each link
 * gets a button. All other lines become rich text, which knows no markup. Pure.
 */
final class TeamsLines {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TeamsLines() {}

  /** How large a line is written. */
  enum Size {
    DEFAULT,
    SMALL
  }

  static ObjectNode heading(String title) {
    String text = title.replace('\n', ' ');
    if (TeamsWords.bare(text)) {
      return textBlock(TeamsWords.inert(text))
          .put("size", "Large")
          .put("weight", "Bolder")
          .put("style", "heading");
    }
    return richText(
        List.of(run(TeamsWords.inert(text)).put("size", "Large").put("weight", "Bolder")));
  }

  static List<ObjectNode> line(Line line, Size size) {
    if (links(line).isEmpty()) {
      return rows(line, size);
    }
    if (TeamsWords.bare(line)) {
      ObjectNode text = textBlock(markdown(line));
      return List.of(size == Size.SMALL ? text.put("size", "Small").put("isSubtle", true) : text);
    }
    List<ObjectNode> elements = new ArrayList<>(rows(line, size));
    elements.addAll(linkRow(line));
    return elements;
  }

  /** Labelled values: a table where every client reads them alike, else a line each. */
  static List<ObjectNode> facts(List<Fact> facts) {
    boolean bare =
        facts.stream()
            .allMatch(fact -> TeamsWords.bare(fact.label()) && TeamsWords.bare(fact.value()));
    if (bare) {
      ObjectNode set = JSON.objectNode().put("type", "FactSet");
      ArrayNode rows = set.putArray("facts");
      facts.forEach(fact ->
          rows.addObject()
              .put("title", TeamsWords.inert(fact.label()))
              .put("value", markdown(fact.value())));
      return List.of(set);
    }
    List<ObjectNode> elements = new ArrayList<>();
    for (Fact fact : facts) {
      Line row = Line.empty().strong(fact.label() + ": ");
      for (Span span : fact.value().spans()) {
        row = row.with(span);
      }
      elements.addAll(rows(row, Size.DEFAULT));
      elements.addAll(linkRow(fact.value()));
    }
    return elements;
  }

  /** A bare line in markdown. */
  static String markdown(Line line) {
    StringBuilder text = new StringBuilder();
    boolean zoneTold = false;
    for (Span span : line.spans()) {
      switch (span) {
        case Span.Plain plain -> text.append(TeamsWords.inert(plain.text()).replace("\n", "\n\n"));
        case Span.Strong strong -> text.append("**").append(strong.text()).append("**");
        // Cards know no fixed-width markdown; bold sets the words off as well.
        case Span.Code code -> text.append("**").append(code.text()).append("**");
        case Span.Link link -> text.append(TeamsWords.link(link.label(), link.url()));
        case Span.Clock clock -> {
          text.append(clock(clock, zoneTold));
          zoneTold = true;
        }
      }
    }
    return text.toString();
  }

  private static List<ObjectNode> rows(Line line, Size size) {
    List<ObjectNode> elements = new ArrayList<>();
    List<ObjectNode> row = new ArrayList<>();
    boolean zoneTold = false;
    for (Span span : line.spans()) {
      String[] parts = words(span, zoneTold).split("\n", -1);
      zoneTold = zoneTold || span instanceof Span.Clock;
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          finish(row, elements);
        }
        if (!parts[i].isEmpty()) {
          row.add(styled(run(parts[i]), span, size));
        }
      }
    }
    finish(row, elements);
    return elements;
  }

  private static void finish(List<ObjectNode> row, List<ObjectNode> elements) {
    if (!row.isEmpty()) {
      ObjectNode element = richText(row);
      elements.add(elements.isEmpty() ? element : element.put("spacing", "Small"));
      row.clear();
    }
  }

  private static String words(Span span, boolean zoneTold) {
    return switch (span) {
      case Span.Plain plain -> TeamsWords.inert(plain.text());
      case Span.Strong strong -> TeamsWords.inert(strong.text());
      case Span.Code code -> TeamsWords.inert(code.text());
      case Span.Link link -> TeamsWords.inert(link.label());
      case Span.Clock clock -> clock(clock, zoneTold);
    };
  }

  private static String clock(Span.Clock clock, boolean zoneTold) {
    return zoneTold
        ? TeamsWords.shortClock(clock.at(), clock.zone())
        : TeamsWords.clock(clock.at(), clock.zone());
  }

  private static ObjectNode styled(ObjectNode run, Span span, Size size) {
    if (size == Size.SMALL) {
      run.put("size", "Small").put("isSubtle", true);
    }
    return switch (span) {
      case Span.Strong strong -> run.put("weight", "Bolder");
      case Span.Code code -> run.put("fontType", "Monospace");
      case Span.Link link -> run.put("color", "Accent");
      case Span.Plain plain -> run;
      case Span.Clock clock -> run;
    };
  }

  private static List<ObjectNode> linkRow(Line line) {
    List<ObjectNode> actions =
        links(line).stream()
            .flatMap(link -> TeamsActions.open(link.label(), link.url()).stream())
            .toList();
    if (actions.isEmpty()) {
      return List.of();
    }
    ObjectNode row = JSON.objectNode().put("type", "ActionSet");
    ArrayNode all = row.putArray("actions");
    actions.forEach(all::add);
    return List.of(row);
  }

  private static List<Span.Link> links(Line line) {
    return line.spans().stream()
        .filter(Span.Link.class::isInstance)
        .map(Span.Link.class::cast)
        .toList();
  }

  private static ObjectNode textBlock(String text) {
    return JSON.objectNode().put("type", "TextBlock").put("text", text).put("wrap", true);
  }

  private static ObjectNode richText(List<ObjectNode> runs) {
    ObjectNode block = JSON.objectNode().put("type", "RichTextBlock");
    block.putArray("inlines").addAll(runs);
    return block;
  }

  private static ObjectNode run(String text) {
    return JSON.objectNode().put("type", "TextRun").put("text", text);
  }
}
