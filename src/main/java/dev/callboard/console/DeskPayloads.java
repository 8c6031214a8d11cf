package dev.callboard.console;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Person;
import dev.callboard.console.Visits.Visit;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageBlocks;
import java.io.IOException;
import java.util.Optional;

/** What the pages send and are told, as JSON. */
final class DeskPayloads {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private DeskPayloads() {}

  /**
   * Something pressed or typed.
   *
   * @param id by which the page sends it again when the answer was lost
   */
  record Act(String id, String words, Via via) {}

  /** Empty for what our pages do not send. */
  static Optional<Act> act(byte[] body) {
    JsonNode sent = parse(body);
    String id = sent.path("id").asText();
    String line = sent.path("line").asText();
    String answer = sent.path("answer").asText();
    boolean fits =
        id.matches("[A-Za-z0-9-]{8,64}")
            && !line.isBlank()
            && line.length() <= PageBlocks.LONGEST_LINE
            && answer.length() <= PageBlocks.LONGEST_LINE;
    if (!fits) {
      return Optional.empty();
    }
    Via via =
        switch (sent.path("kind").asText()) {
          case "type" -> Via.TYPED;
          case "form" -> Via.FORM;
          default -> Via.BUTTON;
        };
    return Optional.of(new Act(id, via == Via.FORM ? line + " " + answer : line, via));
  }

  /** The token of a link; empty when none was sent. */
  static String token(byte[] body) {
    return parse(body).path("token").asText();
  }

  /**
   * What a tab sends of itself.
   *
   * @param token of the one before it
   * @param chat where it is open; empty where the client did not say
   */
  record InTab(String token, String chat) {}

  static InTab tab(byte[] body) {
    JsonNode sent = parse(body);
    return new InTab(sent.path("token").asText(), sent.path("chat").asText());
  }

  /** Where somebody goes on who came in by a tab. */
  static String go(String path) {
    return PageAnswers.write(JSON.createObjectNode().put("go", path));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.createObjectNode();
    }
  }

  /** Who is signed in. */
  static String me(Pass pass) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", PageBlocks.cut(pass.person().name()))
            .put("platform", pass.person().platform())
            .put("until", pass.until().toString());
    return PageAnswers.write(node);
  }

  /** Whom a link lets in, by the name of the class that it leads to if they may see that. */
  static String whom(Person person, Optional<Visit> visit) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("name", PageBlocks.cut(visit.map(Visit::name).orElse(person.name())))
            .put("platform", person.platform());
    visit.ifPresent(there ->
        node.put("class", PageBlocks.cut(there.session().plan().title()))
            .put("role", there.role().team() ? there.role().word() : ""));
    return PageAnswers.write(node);
  }

  /**
   * A class with whom it is told to, and what they may do.
   *
   * @param told as the feed tells it
   */
  static String desk(Visit visit, Words words, String told) {
    ObjectNode you =
        JSON.createObjectNode()
            .put("key", visit.key())
            .put("name", PageBlocks.cut(visit.name()))
            .put("role", visit.role().word());
    words.of(visit.role(), visit.session()).forEach(you.putArray("may")::add);
    return "{\"you\":" + PageAnswers.write(you) + ",\"desk\":" + told + "}";
  }

  /** All rows of a board. */
  static String rows(Board.Now now) {
    ObjectNode node =
        JSON.createObjectNode().put("clock", now.at().toString()).put("pending", now.pending());
    RowPayload.tell(node, now.rows());
    node.set("own", now.own());
    return PageAnswers.write(node);
  }
}
