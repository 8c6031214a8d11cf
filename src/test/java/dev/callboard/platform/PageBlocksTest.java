package dev.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageBlocksTest {

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "x/y"})
  void addressThatIsNotOfTheWeb_isOnlyText(String url) {
    String wire =
        PageBlocks.of(
                Content.of(
                    new Block.Text(Line.empty().link("the handout", URI.create(url))),
                    new Block.Actions(List.of(new Button.Open("Open it", URI.create(url))))))
            .toString();

    assertThat(wire).contains("the handout").doesNotContain("url").doesNotContain("Open it");
  }

  @Test
  void clock_isToldAsMomentAndAsText() {
    Instant at = Instant.parse("2026-07-01T13:05:00Z");

    String wire =
        PageBlocks.of(Content.text(Line.empty().clock(at, ZoneId.of("Europe/London")))).toString();

    assertThat(wire).contains("14:05", "2026-07-01T13:05:00Z", "Europe/London");
  }

  @Test
  void cut_keepsCharactersWhole() {
    assertThat(PageBlocks.cut("ab😀cd", 4)).isEqualTo("ab…");
    assertThat(PageBlocks.cut("abcd", 4)).isEqualTo("abcd");
    assertThat(PageBlocks.cut("abcde", 4)).isEqualTo("abc…");
  }

  @Test
  void file_isToldWithItsBytesAndAHarmlessName() {
    String wire =
        PageBlocks.of(
                Content.text("Attendance")
                    .and(new Block.File("../\u202Eroll.csv", "text/csv", "bmFtZQ==")))
            .toString();

    assertThat(wire)
        .contains(
            "{\"type\":\"file\",\"name\":\".._roll.csv\",\"mediaType\":\"text/csv\","
                + "\"base64\":\"bmFtZQ==\"}");
  }

  @Test
  void meeting_isItsTitleAndAButton() {
    String wire =
        PageBlocks.of(
                Content.of(
                    new Block.MeetingLink(
                        "zoom-987",
                        "Hybrid meetings",
                        URI.create("https://zoom.example.com/j/987"))))
            .toString();

    assertThat(wire)
        .contains("Hybrid meetings", "\"label\":\"Join\"", "https://zoom.example.com/j/987");
  }
}
