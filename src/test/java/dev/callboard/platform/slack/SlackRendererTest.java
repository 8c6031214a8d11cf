package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Button.Style;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.platform.Samples;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.StatusCard;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackRendererTest {

  private static final Instant AT = Instant.parse("2026-11-24T14:15:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static JsonObject first(Content content) {
    SlackMessage message = SlackRenderer.message(content);
    JsonObject sent = message.ephemeral();
    assertThat(BlockKitLimits.message(sent)).isEmpty();
    return message.blocks().get(0).getAsJsonObject();
  }

  private static JsonObject small(Line line) {
    return first(Content.of(new Block.Small(line)))
        .getAsJsonArray("elements")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void text_isRichTextInWhichWordsAreOnlyWords() {
    Line line =
        Line.of("Read *this* <!channel> & ")
            .strong("now")
            .plain(": ")
            .code("page 7")
            .link("handout", URI.create("https://example.com/h?a=1&b=2"));

    assertThat(first(Content.text(line)))
        .hasToString(
            """
            {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[\
            {"type":"text","text":"Read *this* <!channel> & "},\
            {"type":"text","text":"now","style":{"bold":true}},\
            {"type":"text","text":": "},\
            {"type":"text","text":"page 7","style":{"code":true}},\
            {"type":"link","url":"https://example.com/h?a=1&b=2","text":"handout"}]}]}\
            """);
  }

  @Test
  void clock_showsTheTimeOfTheClassAndTheReadersOwn() {
    assertThat(first(Content.text(Line.empty().clock(AT, LONDON))).toString())
        .contains("\"text\":\"14:15 (\"")
        .contains(
            "{\"type\":\"date\",\"timestamp\":1795529700,\"format\":\"{time}\",\"fallback\":\"14:15\"}")
        .contains("\" for you)\"");
    assertThat(small(Line.of("As of ").clock(AT, LONDON)).get("text").getAsString())
        .isEqualTo("As of 14:15 (<!date^1795529700^{time}|14:15> for you)");
  }

  @Test
  void addressInTypedText_canBeFollowed() {
    assertThat(first(Content.text("See (https://example.com/a_b), please.")).toString())
        .contains("{\"type\":\"link\",\"url\":\"https://example.com/a_b\"}")
        .contains("\"), please.\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1 min behind, mrkdwn, 1 min behind",
    "Q&A, mrkdwn, Q&amp;A",
    "a <!here> b, mrkdwn, a &lt;!here&gt; b",
    "snake_case_name, plain_text, snake_case_name",
    "*bold*, plain_text, *bold*",
    "`code`, plain_text, `code`",
    "~gone~, plain_text, ~gone~",
    "> quote, plain_text, &gt; quote",
    "well :tada: done, plain_text, well :tada: done",
    "14:15:00, mrkdwn, 14:15:00"
  })
  void wordsThatLookLikeMarkup_becomePlainText(String words, String type, String shown) {
    JsonObject text = small(Line.of(words));

    assertThat(text.get("type").getAsString()).isEqualTo(type);
    assertThat(text.get("text").getAsString()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "'Break', ' (you)', 'Break *(you)*'",
    "'Now ', 'Poll 1', 'Now *Poll 1*'",
    "'re', 'start', 'restart'",
    "'(', 'you', '(*you*'"
  })
  void boldMark_standsWhereSlackSeesIt(String before, String strong, String shown) {
    assertThat(small(Line.of(before).strong(strong)).get("text").getAsString()).isEqualTo(shown);
    assertThat(small(Line.of("x ").strong("y").plain("z")).get("text").getAsString())
        .isEqualTo("x yz");
  }

  @Test
  void facts_areFieldsTenToASection() {
    List<Block.Fact> facts = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      facts.add(new Block.Fact("Fact " + i, Line.of("value")));
    }
    SlackMessage message = SlackRenderer.message(Content.of(new Block.Facts(facts)));

    assertThat(message.blocks()).hasSize(3);
    assertThat(message.blocks().get(0).toString()).contains("\"text\":\"*Fact 0*\\nvalue\"");
    assertThat(message.blocks().get(2).getAsJsonObject().getAsJsonArray("fields")).hasSize(3);
  }

  @Test
  void buttons_carryLinesAndHaveNamesOfTheirOwn() {
    JsonObject actions =
        first(
            Content.text("x")
                .and(
                    new Button.Press("Post it", "@hybrid-1 page 7", Style.MAIN),
                    new Button.Press("Take back", "@hybrid-1 undo 1", Style.DANGER),
                    new Button.Press("Status", "@hybrid-1 status"),
                    new Button.Open("Handout", URI.create("https://example.com/h.pdf")))
                .and(new Button.Press("Next", "@hybrid-1 next")));
    String all = SlackRenderer.message(everyButton()).blocks().toString();

    assertThat(actions.get("type").getAsString()).isEqualTo("rich_text");
    assertThat(all)
        .contains("\"value\":\"@hybrid-1 page 7\",\"style\":\"primary\"")
        .contains("\"value\":\"@hybrid-1 undo 1\",\"style\":\"danger\"")
        .contains("\"action_id\":\"press-0\"")
        .contains("\"action_id\":\"open-2\",\"url\":\"https://example.com/h.pdf\"");
  }

  private static Content everyButton() {
    return Content.text("x")
        .and(
            new Button.Press("Post it", "@hybrid-1 page 7", Style.MAIN),
            new Button.Press("Take back", "@hybrid-1 undo 1", Style.DANGER),
            new Button.Open("Handout", URI.create("https://example.com/h.pdf")));
  }

  /** Half a line would do something else. */
  @Test
  void buttonWhoseLineIsTooLong_isLeftOut() {
    Content content =
        Content.text("x")
            .and(
                new Button.Press("Long", "say " + "y".repeat(2_000)),
                new Button.Open("Script", URI.create("javascript:alert(1)")));

    assertThat(SlackRenderer.message(content).blocks()).hasSize(1);
    assertThat(BlockKitLimits.message(SlackRenderer.message(content).ephemeral())).isEmpty();
  }

  @Test
  void longText_goesOnInTheNextBlockBetweenWords() {
    SlackMessage message = SlackRenderer.message(Content.text("word ".repeat(1_000)));

    assertThat(message.blocks()).hasSize(2);
    assertThat(message.blocks().get(0).toString()).contains("word \"");
    assertThat(BlockKitLimits.message(message.ephemeral())).isEmpty();
  }

  @Test
  void tooMuch_keepsTheButtonsAndSaysThatSomethingIsMissing() {
    Content content = Content.text("word ".repeat(5_000)).and(new Button.Press("Status", "status"));
    SlackMessage message = SlackRenderer.message(content);

    assertThat(BlockKitLimits.message(message.ephemeral())).isEmpty();
    assertThat(message.blocks().toString())
        .contains("the rest is too long")
        .contains("\"value\":\"status\"");
    assertThat(message.text()).endsWith("…").hasSizeLessThanOrEqualTo(4_000);
  }

  @Test
  void tooManyButtons_leaveRoomForWords() {
    SlackMessage message = SlackRenderer.message(Samples.tooLong());

    assertThat(BlockKitLimits.message(message.ephemeral())).isEmpty();
    assertThat(message.blocks().toString()).contains("word word").contains("@hybrid-1 page 0");
  }

  /** Every length around each limit, with what grows when it is escaped. */
  @ParameterizedTest
  @CsvSource({"&", "x", "\uD83D\uDCD6", "\"", "'\n'", "'a '"})
  void everyLength_fits(String unit) {
    for (int length : new int[] {1, 74, 75, 149, 150, 1_999, 2_000, 2_999, 3_000, 9_000}) {
      String text = "t" + unit.repeat(length);
      Content content =
          Content.of(
              new Block.Heading(text),
              new Block.Text(Line.of(text).strong(text).code(text)),
              new Block.Small(Line.of(text)),
              new Block.Facts(List.of(new Block.Fact(text, Line.of(text)))),
              new Block.Actions(List.of(new Button.Press(text, "say " + text))));
      assertThat(BlockKitLimits.message(SlackRenderer.message(content).ephemeral()))
          .as(unit + " x " + length)
          .isEmpty();
      assertThat(BlockKitLimits.view(SlackModal.home(content))).isEmpty();
      assertThat(BlockKitLimits.view(SlackModal.page(content))).isEmpty();
    }
  }

  @Test
  void lineBreaks_areKept() {
    assertThat(first(Content.text("one\ntwo")).toString()).contains("one\\ntwo");
    assertThat(small(Line.of("one\ntwo")).get("text").getAsString()).isEqualTo("one\ntwo");
  }

  @Test
  void emptyParts_areLeftOut() {
    Content content =
        Content.of(
            new Block.Heading(" "),
            new Block.Text(Line.empty()),
            new Block.Small(Line.of("x")),
            new Block.Facts(List.of(new Block.Fact("", Line.empty()))),
            new Block.Actions(List.of(new Button.Press(" ", "next"))));

    assertThat(SlackRenderer.message(content).blocks()).hasSize(1);
  }

  @Test
  void statusCard_looksAsWrittenDown() {
    SlackMessage message = SlackRenderer.message(StatusCard.midClass());

    assertThat(BlockKitLimits.message(message.ephemeral())).isEmpty();
    StatusCard.assertWrittenDown("slack.json", message.ephemeral().toString());
  }

  /** Where there is no card, as in answers and on the Home tab. */
  @Test
  void meeting_isItsTitleAndAButton() {
    Content content =
        Content.of(
            new Block.MeetingLink(
                "zoom-987", "Hybrid meetings", URI.create("https://zoom.example.com/j/987")));

    assertThat(SlackRenderer.message(content).blocks().toString())
        .contains("Hybrid meetings", "\"text\":\"Join\"", "https://zoom.example.com/j/987");
  }
}
