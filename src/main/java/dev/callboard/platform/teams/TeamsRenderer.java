package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Block;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Line;
import dev.callboard.chat.Span;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import dev.callboard.platform.teams.TeamsLines.Size;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Contents as Teams shows them: words alone as a message, plain or in markdown where no client can
 * misread it; everything else as one Adaptive Card. Never both in one activity, for Teams makes two
 * messages of that and names neither. Pure.
 */
final class TeamsRenderer {

  static final String CARD = "application/vnd.microsoft.card.adaptive";

  /** Half of what a message may have in bytes, for Teams counts two for each character. */
  static final int MOST_CHARACTERS = 40_000;

  private static final String VERSION = "1.5";
  private static final int LONGEST_SUMMARY = 400;
  private static final int LONGEST_PLAIN = 6_000;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TeamsRenderer() {}

  /** The content as a message activity without addresses. */
  static ObjectNode message(Content content, Eyes eyes) {
    Content fit = TeamsFit.fit(content);
    ObjectNode activity = JSON.objectNode().put("type", "message");
    if (plain(fit)) {
      return activity.put("textFormat", "plain").put("text", fit.plainText());
    }
    if (wordsAlone(fit)) {
      return activity.put("textFormat", "markdown").put("text", markdown(fit));
    }
    return carrying(card(fit, eyes), fit.plainText());
  }

  /** A card as a message activity without addresses. */
  static ObjectNode carrying(ObjectNode card, String plainText) {
    ObjectNode activity = JSON.objectNode().put("type", "message");
    activity.put("summary", Brief.of(TeamsWords.inert(plainText), LONGEST_SUMMARY));
    activity.putArray("attachments").addObject().put("contentType", CARD).set("content", card);
    return activity;
  }

  /** The content as a card. */
  static ObjectNode card(Content content, Eyes eyes) {
    Content fit = TeamsFit.fit(content);
    ObjectNode card = empty(fit.plainText());
    ArrayNode body = card.putArray("body");
    for (Block block : fit.blocks()) {
      elements(block, eyes).forEach(body::add);
    }
    if (fit.blocks().stream().anyMatch(Block.Facts.class::isInstance)) {
      card.putObject("msteams").put("width", "Full");
    }
    return card.toString().length() <= MOST_CHARACTERS ? card : inWords(fit);
  }

  /** A question with one field. */
  static ObjectNode form(Form form) {
    ObjectNode card = empty(form.title() + ": " + form.label());
    ArrayNode body = card.putArray("body");
    body.add(TeamsLines.heading(form.title()));
    body.addObject()
        .put("type", "Input.Text")
        .put("id", "answer")
        .put("label", form.label())
        .put("value", form.answer())
        .put("isMultiline", true)
        .put("isRequired", true)
        .put("errorMessage", "Write something first")
        .put("maxLength", 4_000);
    body.add(TeamsActions.submit(form));
    return card;
  }

  /** Whether the content is short words alone, fit for the line Teams shows after a press. */
  static boolean isRemark(Content content) {
    return content.blocks().stream().allMatch(block -> block instanceof Block.Text)
        && content.plainText().length() <= 200
        && !content.plainText().contains("\n");
  }

  private static List<ObjectNode> elements(Block block, Eyes eyes) {
    return switch (block) {
      case Block.Heading heading ->
          heading.text().isBlank() ? List.of() : List.of(TeamsLines.heading(heading.text()));
      case Block.Text text -> TeamsLines.line(text.line(), Size.DEFAULT);
      case Block.Small small -> TeamsLines.line(small.line(), Size.SMALL);
      case Block.Facts facts -> TeamsLines.facts(facts.facts());
      case Block.File file -> TeamsLines.line(named(file), Size.SMALL);
      case Block.MeetingLink link ->
          link.simply().stream().flatMap(part -> elements(part, eyes).stream()).toList();
      case Block.Actions actions -> TeamsActions.rows(actions.buttons(), eyes);
    };
  }

  /** Teams takes no file from a bot in a shared chat. */
  private static Line named(Block.File file) {
    return Line.of("File: " + file.name() + ". It can be had on the server with ")
        .code("callboard report");
  }

  private static ObjectNode empty(String plainText) {
    String words = Brief.of(TeamsWords.inert(plainText), LONGEST_SUMMARY);
    return JSON.objectNode()
        .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
        .put("type", "AdaptiveCard")
        .put("version", VERSION)
        .put("fallbackText", words)
        .put("speak", words.replaceAll("[<>&]", " "));
  }

  /** What is left when even the cut content draws too large: its words. */
  private static ObjectNode inWords(Content content) {
    ObjectNode card = empty(content.plainText());
    ArrayNode body = card.putArray("body");
    Line words = Line.of(Brief.of(content.plainText(), LONGEST_PLAIN));
    TeamsLines.line(words, Size.DEFAULT).forEach(body::add);
    return card;
  }

  private static boolean plain(Content content) {
    return content.blocks().stream()
        .allMatch(block ->
            block instanceof Block.Text text
                && text.line().spans().stream().allMatch(Span.Plain.class::isInstance));
  }

  private static boolean wordsAlone(Content content) {
    return content.blocks().stream()
        .allMatch(block ->
            block instanceof Block.Text text
                && TeamsWords.bare(text.line())
                && text.line().spans().stream().noneMatch(Span.Clock.class::isInstance));
  }

  private static String markdown(Content content) {
    return content.blocks().stream()
        .map(block -> block instanceof Block.Text text ? text.line() : Line.empty())
        .map(TeamsRenderer::markdown)
        .collect(Collectors.joining("\n\n"));
  }

  /** Messages, other than cards, have a fixed-width markdown. */
  private static String markdown(Line line) {
    return line.spans().stream()
        .map(span ->
            span instanceof Span.Code code
                ? "`" + code.text() + "`"
                : TeamsLines.markdown(Line.empty().with(span)))
        .collect(Collectors.joining());
  }
}
