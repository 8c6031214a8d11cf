package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZoomRendererTest {

  private static final URI HANDOUT = URI.create("https://example.com/hand_out.pdf?a=1&b=2");

  private static JsonNode drawn(Block... blocks) {
    JsonNode message = ZoomRenderer.message(Content.of(blocks));
    assertThat(ZoomWire.faults(message.toString())).isEmpty();
    return message.path("content");
  }

  private static JsonNode body(JsonNode content, int index) {
    return content.path("body").path(index);
  }

  private static Block text(String words) {
    return new Block.Text(Line.of(words));
  }

  @Test
  void heading_isTheHeadAndSoTheNotification() {
    JsonNode content = drawn(new Block.Heading("Poll 1"), text("Vote now"));

    assertThat(content.path("head").path("text").asText()).isEqualTo("Poll 1");
    assertThat(body(content, 0).path("text").asText()).isEqualTo("Vote now");
  }

  @Test
  void shortRemark_isTheHeadAlone() {
    JsonNode content = drawn(text("5 minutes left"));

    assertThat(content.path("head").path("text").asText()).isEqualTo("5 minutes left");
    assertThat(content.has("body")).isFalse();
  }

  @Test
  void words_areMarkedWhereNoneCouldBeTakenForMarkup() {
    Line line =
        Line.of("Read ")
            .link("the handout", HANDOUT)
            .plain(", then type ")
            .code("page 7")
            .strong(" now")
            .plain(".");
    JsonNode content = drawn(new Block.Heading("Next"), new Block.Text(line));

    assertThat(body(content, 0).path("text").asText())
        .isEqualTo("Read <" + HANDOUT + "|the handout>, then type `page 7` *now*.");
    assertThat(body(content, 0).path("is_markdown_support").asBoolean()).isTrue();
  }

  /** Zoom's markup cannot be escaped, and a name must not lose or gain a letter either. */
  @Test
  void oneNameWithMarks_makesTheWholeMessagePlain() {
    JsonNode content =
        drawn(
            new Block.Heading("Hello"),
            text("*Pat_Learner* <!all>"),
            new Block.Text(Line.of("See ").link("it", HANDOUT).strong(" now").code("page 7")));

    assertThat(body(content, 0).path("text").asText()).isEqualTo("*Pat_Learner* <!all>");
    assertThat(body(content, 0).path("is_markdown_support").asBoolean(true)).isFalse();
    assertThat(body(content, 1).path("text").asText())
        .isEqualTo("See it (" + HANDOUT + ") now“page 7”");
  }

  @Test
  void markInsideAWord_isLeftOut() {
    JsonNode content =
        drawn(
            new Block.Heading("x"),
            new Block.Text(Line.of("un").strong("believ").plain("able").code(" ")));

    assertThat(body(content, 0).path("text").asText()).isEqualTo("unbelievable");
  }

  @Test
  void addressTypedByPeople_staysAsItIs() {
    JsonNode content = drawn(text("Files are at https://example.com/a_b_c?x=~y today"));

    assertThat(content.path("head").path("text").asText())
        .contains("https://example.com/a_b_c?x=~y");
  }

  @Test
  void clock_namesTheZoneOnce() {
    Instant at = Instant.parse("2026-11-24T14:15:00Z");
    ZoneId london = ZoneId.of("Europe/London");
    JsonNode content =
        drawn(
            new Block.Heading("x"),
            new Block.Text(Line.of("From ").clock(at, london).plain(" to ").clock(at, london)));

    assertThat(body(content, 0).path("text").asText()).isEqualTo("From 14:15 GMT to 14:15");
  }

  @Test
  void facts_areFieldsUnlessTheyAreTooLongOrLinks() {
    JsonNode content =
        drawn(
            new Block.Heading("x"),
            new Block.Facts(
                List.of(
                    new Block.Fact("Left", Line.of("2:10")),
                    new Block.Fact("Page", Line.empty().link("Workbook", HANDOUT)),
                    new Block.Fact("Note", Line.of("n".repeat(300))))));

    assertThat(body(content, 0).path("items").path(0).path("value").asText()).isEqualTo("2:10");
    assertThat(body(content, 1).path("text").asText())
        .isEqualTo("*Page*: <" + HANDOUT + "|Workbook>");
    assertThat(body(content, 2).path("text").asText()).hasSize(308);
  }

  @Test
  void factsAlone_haveWordsForTheNotification() {
    JsonNode content = drawn(new Block.Facts(List.of(new Block.Fact("Left", Line.of("2:10")))));

    assertThat(content.path("head").path("text").asText()).isEqualTo("Left: 2:10");
  }

  @Test
  void longText_isSeveralOnes() {
    String words = "word ".repeat(500).strip();
    JsonNode content = drawn(text(words));

    assertThat(content.path("body")).hasSize(3);
    assertThat(String.join(" ", content.findValuesAsText("text"))).isEqualTo(words);
  }

  /** A link that is cut in two is none, so what is long has its addresses written out. */
  @Test
  void longLineWithLinks_isPlain() {
    Line line = Line.of("word ".repeat(300)).link("the handout", HANDOUT);

    JsonNode content = drawn(new Block.Text(line));

    assertThat(content.toString()).contains("the handout (" + HANDOUT + ")").doesNotContain("<");
  }

  @Test
  void tooMuch_endsWithASignAndKeepsItsButtons() {
    Block[] blocks =
        IntStream.range(0, 60).mapToObj(i -> text("word ".repeat(300) + i)).toArray(Block[]::new);
    Content content = Content.of(blocks).and(new Button.Press("Status", "@hybrid-1 status"));

    JsonNode message = ZoomRenderer.message(content);

    assertThat(ZoomWire.faults(message.toString())).isEmpty();
    assertThat(message.toString()).contains("more than Zoom can show").contains("Status");
  }

  @Test
  void buttons_standInRowsOfFive() {
    Button[] seven =
        IntStream.range(0, 7)
            .mapToObj(i -> (Button) new Button.Press("Page " + i, "@hybrid-1 page " + i))
            .toArray(Button[]::new);

    JsonNode content = drawn(new Block.Heading("x"), new Block.Actions(List.of(seven)));

    assertThat(body(content, 0).path("items")).hasSize(5);
    assertThat(body(content, 1).path("items")).hasSize(2);
    assertThat(body(content, 1).path("items").path(1).path("value").asText())
        .isEqualTo("@hybrid-1 page 6");
  }

  @Test
  void buttonThatOpensAPage_isALine() {
    JsonNode content =
        drawn(
            new Block.Heading("x"),
            new Block.Actions(
                List.of(
                    new Button.Open("Handout", HANDOUT),
                    new Button.Open("Evil", URI.create("javascript:alert(1)")),
                    new Button.Press("Undo", "undo", Button.Style.DANGER))));

    assertThat(body(content, 0).path("link").asText()).isEqualTo(HANDOUT.toString());
    assertThat(content.toString()).doesNotContain("javascript");
    assertThat(body(content, 1).path("items").path(0).path("style").asText()).isEqualTo("Danger");
  }

  /** Half a line would do something else than what is meant. */
  @Test
  void buttonWhoseLineIsTooLong_isLeftOut() {
    JsonNode content =
        drawn(
            new Block.Heading("x"),
            new Block.Actions(
                List.of(
                    new Button.Press("Long", "say " + "x".repeat(300)),
                    new Button.Press("Short", "status"))));

    assertThat(content.toString()).doesNotContain("Long").contains("Short");
  }

  @Test
  void file_isNamedWithTheWayToIt() {
    JsonNode content =
        drawn(new Block.Heading("Roll"), new Block.File("roll.csv", "text/csv", "YQ=="));

    assertThat(body(content, 0).path("text").asText())
        .startsWith("roll.csv")
        .contains("callboard report SESSION --csv");
  }
}
