package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.Pace;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsPaceTest {

  private final TeamsKit kit =
      new TeamsKit(new RecordingDoor(), SettableClock.at("2026-11-24T14:12:00Z"));

  @AfterEach
  void close() {
    kit.close();
  }

  /**
   * Send, per bot per conversation, edits too: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in 3600 s;
   * token bucket 1/s burst 5. Whole app per tenant: 30 requests a second, of which 5 are left for
   * others than messages.
   */
  @Test
  void pace_isWhatTeamsTakes() {
    Duration second = Duration.ofSeconds(1);
    assertThat(kit.adapter().pace())
        .isEqualTo(
            new Pace(
                new Rate(
                    5,
                    second,
                    new Window(7, second),
                    new Window(8, Duration.ofSeconds(2)),
                    new Window(60, Duration.ofSeconds(30)),
                    new Window(1_800, Duration.ofHours(1))),
                new Rate(25, Duration.ofMillis(40), new Window(25, second)),
                null,
                Pace.Refusal.LANE));
  }
}
