package dev.callboard.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.testing.TestDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskCommandTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.typesDirectly("priya", "desk")).contains("No open class has you on its team.");
    desk.types("priya", "open hybrid-meetings");
  }

  @Test
  void team_isGivenALinkAlone() {
    assertThat(desk.types("fay", "desk")).contains("For you alone: the link works once");
    assertThat(desk.answer().plainText()).contains("Facilitating Hybrid Meetings");
    assertThat(desk.shows(desk.backstage()).toString()).doesNotContain("callboard.example.com");
  }

  @Test
  void teamInADirectChat_isLedToItsOnlyClass() {
    assertThat(desk.typesDirectly("priya", "desk")).contains("For you alone");
    assertThat(links()).contains("/desk/hybrid-meetings-1124");
  }

  @Test
  void learnersAndStrangers_areGivenNothing() {
    assertThat(desk.typesInClass("ana", "desk")).startsWith("Commands are for the team");
    assertThat(desk.typesDirectly("ana", "desk")).startsWith("Commands are for the team");
    assertThat(desk.types("nobody", "desk")).contains("does not name you");
    assertThat(desk.typesDirectly("nobody", "desk")).contains("No open class has you on its team.");
  }

  private String links() {
    return desk.answer().blocks().stream()
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .filter(Button.Open.class::isInstance)
        .map(button -> ((Button.Open) button).url().toString())
        .toList()
        .toString();
  }
}
