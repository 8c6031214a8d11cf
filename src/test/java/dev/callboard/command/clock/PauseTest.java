package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseTest {

  private final TestDesk bot = TestDesk.hybrid();

  @BeforeEach
  void start() {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
    bot.clock().advance(Duration.ofMinutes(2));
  }

  @Test
  void pause_stopsTheSegmentAndMovesTheEnd() {
    assertThat(bot.types("priya", "pause"))
        .isEqualTo(
            "Paused. Welcome has 3:00 left. On time, ends 15:00, later by every minute of the"
                + " pause.");
    bot.clock().advance(Duration.ofMinutes(4));
    bot.types("priya", "status");
    assertThat(bot.shows(bot.backstage()).getFirst())
        .contains("Now: Welcome, 3:00 left of 5 min", "Ends: 15:04", "Paused since 14:02");
  }

  @Test
  void resume_goesOnWhereItWas() {
    bot.types("priya", "pause");
    bot.clock().advance(Duration.ofMinutes(4));

    assertThat(bot.presses("priya", "Resume"))
        .isEqualTo("On again after 4:00: Welcome till 14:09. 4 min behind the clock, ends 15:04.");
  }

  @Test
  void pauseTwice_saysSinceWhen() {
    bot.types("priya", "pause");
    bot.clock().advance(Duration.ofMinutes(1));

    assertThat(bot.types("ravi", "pause"))
        .isEqualTo("The clock stands still already, since 14:02.");
    assertThat(bot.presses("ravi", "Resume")).startsWith("On again after 1:00");
  }

  @Test
  void resumeWithoutPause_saysThatItRuns() {
    assertThat(bot.types("priya", "resume")).isEqualTo("The clock is running.");
  }

  @Test
  void nextInAPause_saysThatTheClockStillStands() {
    bot.types("priya", "pause");

    assertThat(bot.types("priya", "next")).contains("The clock still stands.");
    assertThat(bot.presses("priya", "Resume")).contains("Poll 1 till");
  }

  @Test
  void pauseOutsideTheRunningClass_isRefused() {
    bot.types("priya", "end");

    assertThat(bot.types("priya", "pause")).contains("ended at 14:02");
  }
}
