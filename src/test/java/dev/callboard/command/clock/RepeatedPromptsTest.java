package dev.callboard.command.clock;

import static dev.callboard.command.clock.PromptPlanTest.SEGMENTS;
import static dev.callboard.command.clock.PromptPlanTest.log;
import static dev.callboard.command.clock.PromptPlanTest.passes;
import static dev.callboard.command.clock.PromptPlanTest.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said again when time is given back, and what is not when it is taken away once more. */
class RepeatedPromptsTest {

  @Test
  void extensionThatIsTakenBack_repeatsNothing() {
    TestDesk desk = started("", SEGMENTS);
    desk.passes(Duration.ofSeconds(8 * 60 + 20));
    desk.types("priya", "extend 5");
    desk.passes(Duration.ofSeconds(5));
    desk.types("priya", "extend -5");
    assertThat(log(desk))
        .last()
        .isEqualTo(
            new Event.Disarmed(
                List.of(
                    reached("left/one/5", "14:05"),
                    reached("left/one/2", "14:08"),
                    reached("cue/two/priya", "14:08"))));
    passes(desk, 2);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:05 5 min left, next: Two (you)",
            "14:08 2 min left, next: Two (you)",
            "14:10 Time. Next: Two (you)");
    assertThat(desk.told("priya")).containsExactly("14:08 In 2 min: Two · Fay");
  }

  private static Event.Reached reached(String mark, String time) {
    return new Event.Reached(mark, Instant.parse("2026-11-24T" + time + ":00Z"));
  }

  @Test
  void extensionThatIsTakenBackInParts_saysAgainWhatStillLiesAMinuteLater() {
    TestDesk desk = started("", SEGMENTS);
    desk.passes(Duration.ofSeconds(8 * 60 + 20));
    desk.types("priya", "extend 5");
    desk.types("priya", "extend -3");
    passes(desk, 2);
    assertThat(desk.told("fay")).last().isEqualTo("14:10 2 min left, next: Two (you)");

    desk.types("priya", "extend 5");
    desk.types("priya", "extend -4");
    passes(desk, 3);
    assertThat(desk.told("fay")).last().isEqualTo("14:13 Time. Next: Two (you)");
    assertThat(desk.told("fay")).hasSize(4);
  }

  /** A pause moves the marks, but gives no time back. */
  @Test
  void extensionThatIsTakenBackInAPauseOrAfterIt_repeatsNothing() {
    for (String lines :
        List.of(
            "extend 5, pause, extend -5, resume",
            "extend 5, pause, resume, extend -5",
            "pause, extend 5, extend -5, resume",
            "pause, extend 5, resume, extend -5",
            "pause, resume, extend 5, extend -5")) {
      TestDesk desk = started("", SEGMENTS);
      desk.passes(Duration.ofSeconds(8 * 60 + 20));
      for (String line : lines.split(", ", -1)) {
        desk.types("priya", line);
        desk.passes(Duration.ofSeconds(line.equals("pause") ? 600 : 5));
      }
      passes(desk, 2);

      assertThat(desk.told("fay")).as(lines).hasSize(3).last().asString().contains(" Time.");
      assertThat(desk.told("priya")).as(lines).hasSize(1);
    }
  }

  @Test
  void extensionInAPause_countsAsAnyOther() {
    TestDesk desk = started("", SEGMENTS);
    desk.passes(Duration.ofSeconds(8 * 60 + 20));
    desk.types("priya", "pause");
    passes(desk, 10);
    desk.types("priya", "extend 2");
    passes(desk, 1);
    desk.types("priya", "resume");
    passes(desk, 3);

    assertThat(desk.told("fay")).hasSize(3).last().isEqualTo("14:21 2 min left, next: Two (you)");
  }
}
