package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callboard.platform.teams.bf.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTextTest {

  private static final String BOT = "28:bot";

  private static Turn turn(String botName, String text, Turn.Mention... mentions) {
    return new Turn(
        "message",
        "1",
        "",
        "",
        "",
        "",
        "msteams",
        "https://smba.trafficmanager.net/emea/",
        new Turn.Account("29:fay", "Fay", false),
        new Turn.Account(BOT, botName, false),
        new Turn.Conversation("19:x@thread.v2", "groupChat", "t1", ""),
        text,
        List.of(mentions),
        List.of(),
        MissingNode.getInstance());
  }

  private static String mentioned(String text) {
    return TeamsText.line(turn("Callboard", text, new Turn.Mention(BOT, "<at>Callboard</at>")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page 12",
        "/page 12",
        " / page 12 ",
        "Page 12",
        "page   12\n",
        "<at>Callboard</at> page 12",
        "<at>Callboard</at>page 12",
        "<at>Callboard</at>&nbsp;page&nbsp;12",
        "<at>Callboard</at>\u00a0page\u00a012",
        "<at>Callboard</at> /page 12\n",
        "/page 12 <at>Callboard</at>",
        "page <at>Callboard</at> 12",
        "\r\n<at>Callboard</at>\r\npage 12\r\n",
        "<at>Callboard</at> <at>Callboard</at> page 12",
        "<AT>Callboard</AT> page 12",
        "<at id=\"0\">Callboard</at> page 12",
        "<at id=\"0\">callboard</at> page 12",
        "/Callboard page 12",
        "/callboard page 12",
        "/class page 12",
        "page\u200b 12"
      })
  void whateverSurroundsIt_theLineIsTheSame(String text) {
    assertThat(mentioned(text)).isEqualToIgnoringCase("page 12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say 2 &lt; 3 &amp; 4 &gt; 3 | say 2 < 3 & 4 > 3",
        "say &amp;lt;b&amp;gt; | say &lt;b&gt;",
        "say &lt;at&gt;Callboard&lt;/at&gt; | say <at>Callboard</at>",
        "note &quot;good&quot; &#39;pace&#39; | note \"good\" 'pace'",
        "say a/b // c | say a/b // c",
        "//page 12 | /page 12"
      })
  void entities_areUndoneOnce(String text, String line) {
    assertThat(mentioned(text)).isEqualTo(line);
  }

  /** The SDK takes the name for a regular expression and fails on this one. */
  @ParameterizedTest
  @ValueSource(strings = {"Callboard (Test", "Call[board]", "C*llb+ard?", "$1\\E", "日本 ボット"})
  void nameOfTheBot_isNoRegularExpression(String name) {
    String tag = "<at>" + name + "</at>";

    assertThat(TeamsText.line(turn(name, tag + " page 12", new Turn.Mention(BOT, tag))))
        .isEqualTo("page 12");
    assertThat(TeamsText.line(turn(name, "<at id=\"1\">" + name + "</at> page 12")))
        .isEqualTo("page 12");
  }

  @Test
  void somebodyElseWhoIsMentioned_staysByName() {
    Turn turn =
        turn(
            "Callboard",
            "<at>Callboard</at> mark <at>Lea Learner</at> late",
            new Turn.Mention(BOT, "<at>Callboard</at>"),
            new Turn.Mention("29:lea", "<at>Lea Learner</at>"));

    assertThat(TeamsText.line(turn)).isEqualTo("mark Lea Learner late");
  }

  /**
   * A name cut into two mentions when it is clicked twice, or text of a mention that is not there.
   */
  @Test
  void mentionThatTheTextDoesNotHave_doesNoHarm() {
    Turn turn =
        turn(
            "Callboard", "page 12", new Turn.Mention(BOT, ""), new Turn.Mention(BOT, "<at>x</at>"));

    assertThat(TeamsText.line(turn)).isEqualTo("page 12");
  }

  @Test
  void severalLines_stay() {
    assertThat(mentioned("<at>Callboard</at> say one  \r\n\r\n  two\n")).isEqualTo("say one\ntwo");
  }

  @Test
  void wordThatBeginsLikeTheBot_isACommand() {
    assertThat(mentioned("/classes")).isEqualTo("classes");
    assertThat(mentioned("/callboards")).isEqualTo("callboards");
  }

  @Test
  void mentionAlone_isAnEmptyLine() {
    assertThat(mentioned("<at>Callboard</at>&nbsp;\n")).isEmpty();
  }
}
