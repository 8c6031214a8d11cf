package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.lobby.NowPanel;
import dev.callboard.platform.lobby.NowPanel.Now;
import dev.callboard.platform.lobby.NowPanel.State;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LobbyFittingsTest {

  private final TestDesk bot = TestDesk.hybrid();
  private final NowPanel panel = LobbyFittings.panel(bot.desk()::classAt, bot.clock());

  @Test
  void panel_followsTheClass() {
    assertThat(panel.now("hybrid")).isEmpty();

    bot.types("priya", "open hybrid");
    assertThat(now().state()).isEqualTo(State.OPEN);
    assertThat(now().starts()).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
    assertThat(now().segment()).isNull();

    pass(10);
    bot.types("priya", "start");
    assertThat(now().state()).isEqualTo(State.RUNNING);
    assertThat(now().next()).startsWith("Poll 1");
    assertThat(now().behind()).isEqualTo(Duration.ZERO);

    bot.types("priya", "end");
    assertThat(now().state()).isEqualTo(State.ENDED);
    assertThat(now().segment()).isNull();
  }

  @Test
  void segmentEnteredAgain_goesOnWhereItWas() {
    bot.types("priya", "open hybrid");
    pass(10);
    bot.types("priya", "start");
    pass(2);
    bot.types("priya", "next");
    pass(1);
    bot.types("priya", "back");
    pass(1);

    assertThat(now().segment())
        .isEqualTo(
            new NowPanel.Stretch(
                "Welcome",
                Instant.parse("2026-11-24T14:01:00Z"),
                Instant.parse("2026-11-24T14:06:00Z")));
  }

  private Now now() {
    return panel.now("hybrid").orElseThrow();
  }

  private void pass(long minutes) {
    bot.clock().advance(Duration.ofMinutes(minutes));
  }
}
