package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of a client that keeps people for thirty days. */
class RetentionTest {

  @TempDir Path folder;
  private TestDesk bot;

  @BeforeEach
  void classThatEnded() throws IOException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve("hybrid.yaml"), sample + "\nclient: acme\n");
    Path clients = Files.createDirectories(folder.resolve("clients"));
    Files.writeString(clients.resolve("acme.yaml"), "title: Acme\nkeep-days: 30\n");
    Plan plan =
        new PlanFolder(plans, Commands.registry().words())
            .read("hybrid")
            .orElseThrow()
            .usable()
            .orElseThrow();
    bot = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), plan);
    bot.types("priya", "open hybrid");
    bot.types("priya", "start");
    bot.joins("amara");
    bot.guestJoins("g1", "Nobody Known");
    bot.passes(Duration.ofMinutes(60));
    bot.types("priya", "end");
  }

  @Test
  void untilThen_everybodyIsKnown() {
    bot.passes(Duration.ofDays(29));

    assertThat(bot.types("priya", "why amara")).contains("Amara Bello\npresent");
  }

  @Test
  void afterThat_onlyTheTeamIs() {
    bot.passes(Duration.ofDays(31));

    assertThat(bot.types("priya", "roll"))
        .contains("Seen: 1 of 18")
        .doesNotContain("Bello", "Nobody Known");
    assertThat(bot.types("priya", "why forgotten-a")).contains("Forgotten A\npresent");
    assertThat(bot.ledger().alarms()).isEmpty();
  }

  @Test
  void whoWasForgottenBefore_isNotForgottenAgain() {
    bot.types("priya", "forget amara for good");
    bot.passes(Duration.ofMinutes(6));
    bot.types("priya", "forget #2 for good");
    bot.passes(Duration.ofDays(31));

    assertThat(bot.types("priya", "why forgotten-a")).contains("Forgotten A\npresent");
    assertThat(bot.types("priya", "roll")).doesNotContain("Ben Carter", "Nobody Known");
  }

  @Test
  void lateWordOfTheMeeting_bringsNobodyBack() {
    bot.types("priya", "forget amara for good");
    bot.passes(Duration.ofMinutes(6));

    bot.leaves("amara");

    assertThat(bot.types("priya", "roll")).doesNotContain("amara");
  }
}
