package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Line;
import dev.callboard.platform.Samples;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import dev.callboard.testing.StatusCard;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsRendererTest {

  private static final URI HANDOUT = URI.create("https://example.com/handout.pdf");

  private static ObjectNode message(Content content) {
    ObjectNode message = TeamsRenderer.message(content, Eyes.ALL);
    assertThat(TeamsWire.faults(message.toString())).isEmpty();
    return message;
  }

  private static ObjectNode message(Line line) {
    return message(Content.text(line));
  }

  private static JsonNode body(ObjectNode message) {
    return TeamsWire.card(message).path("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Welcome!", "*a* _b_ [c](https://example.com/) <at>all</at>", "one\ntwo"})
  void wordsAlone_areAPlainMessage(String words) {
    ObjectNode message = message(Content.text(words));

    assertThat(message.path("textFormat").asText()).isEqualTo("plain");
    assertThat(message.path("text").asText()).isEqualTo(words);
  }

  @Test
  void harmlessWordsWithALink_areAMessageInMarkdown() {
    Line line = Line.of("Read ").link("the handout", HANDOUT).plain(", then ").strong("page 7");

    ObjectNode message = message(line.plain(" or ").code("page 8"));

    assertThat(message.path("textFormat").asText()).isEqualTo("markdown");
    assertThat(message.path("text").asText())
        .isEqualTo("Read [the handout](" + HANDOUT + "), then **page 7** or `page 8`");
  }

  /**
   * Some clients show a backslash before a mark, so nothing is escaped: other elements are used.
   */
  @Test
  void wordsThatLookLikeMarkup_areRichTextInACard() {
    ObjectNode message = message(Line.of("5 * 3 = ").strong("15_"));

    assertThat(body(message).path(0).path("type").asText()).isEqualTo("RichTextBlock");
    assertThat(body(message).findValuesAsText("text")).containsExactly("5 * 3 = ", "15_");
    assertThat(body(message).toString()).doesNotContain("\\\\");
  }

  /** Links inside rich text have been dead in some releases of the client. */
  @Test
  void linkBesideMarkup_isAButton() {
    ObjectNode message = message(Line.of("Read ").link("handout_v2 [draft]", HANDOUT));

    assertThat(body(message).path(1).path("actions").path(0).path("type").asText())
        .isEqualTo("Action.OpenUrl");
    assertThat(body(message).path(1).path("actions").path(0).path("url").asText())
        .isEqualTo(HANDOUT.toString());
    assertThat(message.toString()).doesNotContain("selectAction");
  }

  @Test
  void addressThatIsNoWebPage_isNotOpened() {
    ObjectNode message =
        message(
            Content.text(Line.of("See ").link("x_y", URI.create("javascript:alert(1)")))
                .and(new Button.Open("Go", URI.create("file:///etc/passwd"))));

    assertThat(message.toString()).doesNotContain("OpenUrl", "](javascript:", "file:");
  }

  @Test
  void bracketsInAnAddress_doNotEndTheLink() {
    ObjectNode message =
        message(Line.of("See ").link("it", URI.create("https://example.com/a_(b)")));

    assertThat(message.path("text").asText()).isEqualTo("See [it](https://example.com/a_%28b%29)");
  }

  @Test
  void time_isToldInTheClassZoneAndInTheReadersOwn() {
    ObjectNode message =
        message(
            Line.of("Starts ")
                .clock(Instant.parse("2026-11-24T14:15:00.5Z"), ZoneId.of("Europe/London"))
                .plain(", ends ")
                .clock(Instant.parse("2026-11-24T15:00:00Z"), ZoneId.of("Europe/London")));

    assertThat(String.join("", body(message).findValuesAsText("text")))
        .isEqualTo("Starts 14:15 GMT ({{TIME(2026-11-24T14:15:00Z)}} for you), ends 15:00");
  }

  @Test
  void foreignMacro_isBroken() {
    ObjectNode message =
        message(Content.text(Line.of("x ").strong("{{DATE(2026-11-24T14:00:00Z)}}")));

    assertThat(TeamsWire.harmless(message.toString())).isTrue();
  }

  @Test
  void linesOfAParagraph_areLinesOnTheScreen() {
    assertThat(body(message(Line.of("one\n").strong("two*").plain("\n\nthree"))))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.path("type").asText()).isEqualTo("RichTextBlock"));
    assertThat(message(Line.of("one\ntwo ").link("it", HANDOUT)).path("text").asText())
        .isEqualTo("one\n\ntwo [it](" + HANDOUT + ")");
  }

  @Test
  void facts_areATableWhereNothingCanBeMisread() {
    Content bare =
        Content.of(new Block.Facts(List.of(new Block.Fact("Left", Line.of("2:10 min")))));
    Content strange =
        Content.of(new Block.Facts(List.of(new Block.Fact("Who", Line.of("*Lea* <at>x</at>")))));

    assertThat(body(message(bare)).path(0).path("facts").path(0).path("value").asText())
        .isEqualTo("2:10 min");
    assertThat(body(message(strange)).path(0).path("type").asText()).isEqualTo("RichTextBlock");
  }

  @Test
  void button_worksInOldClientsToo() {
    ObjectNode message =
        message(Content.text("Post it?").and(new Button.Press("Post", "@h page 7")));

    JsonNode action = body(message).path(1).path("actions").path(0);
    assertThat(action.path("type").asText()).isEqualTo("Action.Execute");
    assertThat(action.path("fallback").path("data")).isEqualTo(action.path("data"));
    assertThat(TeamsActions.read(action.path("data")))
        .contains(new TeamsActions.Pressed("@h page 7", Via.BUTTON, Eyes.ALL));
  }

  @Test
  void manyButtons_standInRowsOfSix() {
    List<Button> buttons =
        IntStream.range(0, 14)
            .<Button>mapToObj(i -> new Button.Press("Page " + i, "page " + i))
            .toList();

    assertThat(body(message(Content.text("Which?").and(new Block.Actions(buttons)))))
        .extracting(row -> row.path("actions").size())
        .containsExactly(0, 6, 6, 2);
  }

  @Test
  void cutContent_saysThatItWasCutAndKeepsItsButtons() {
    String wire = message(Samples.tooLong()).toString();

    assertThat(wire).contains("more than Teams can show", "Action.Execute");
  }

  @Test
  void form_asksWithAFieldAndCarriesItsLine() {
    ObjectNode card =
        TeamsRenderer.form(new Form("Note", "What was it?", "old text", "Keep", "@h note"));

    JsonNode field = card.path("body").path(1);
    assertThat(field.path("type").asText()).isEqualTo("Input.Text");
    assertThat(field.path("value").asText()).isEqualTo("old text");
    ObjectNode sent = card.findParent("verb").path("data").deepCopy();
    assertThat(TeamsActions.read(sent.put("answer", "too fast")).orElseThrow().line())
        .isEqualTo("@h note too fast");
  }

  @Test
  void statusCard_looksAsWrittenDown() {
    StatusCard.assertWrittenDown("teams.json", message(StatusCard.midClass()).toString());
  }

  /** Teams takes no file from a bot in a shared chat. */
  @Test
  void file_isNamedWithWhereItIs() {
    Content content =
        Content.text("Attendance").and(new Block.File("roll.csv", "text/csv", "bmFtZQ=="));

    String wire = TeamsRenderer.message(content, Eyes.ALL).toString();

    assertThat(TeamsWire.faults(wire)).isEmpty();
    assertThat(wire).contains("roll.csv", "callboard report").doesNotContain("bmFtZQ==");
  }

  @Test
  void meeting_isItsTitleAndAButton() {
    Content content =
        Content.of(
            new Block.MeetingLink(
                "zoom-987", "Hybrid meetings", URI.create("https://zoom.example.com/j/987")));

    String wire = TeamsRenderer.message(content, Eyes.ALL).toString();

    assertThat(TeamsWire.faults(wire)).isEmpty();
    assertThat(wire)
        .contains("Hybrid meetings", "\"title\":\"Join\"", "https://zoom.example.com/j/987");
  }
}
