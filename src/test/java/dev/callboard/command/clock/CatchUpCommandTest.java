package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.plan.Reading;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample hour: 5, 5, 8 (7), 4 to leave out, 10 (8), 12 (10), 6 (4), 8 (6), 2. */
class CatchUpCommandTest {

  private final TestDesk bot = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), sample());

  private static Plan sample() {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("config/plans/hybrid-meetings.yaml"));
      Reading reading =
          new PlanReader(Commands.registry().words()).read("hybrid", "hybrid.yaml", bytes);
      return reading.usable().orElseThrow();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  @BeforeEach
  void thirdSegmentSixMinutesLate() {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
    bot.clock().advance(Duration.ofMinutes(5));
    bot.types("priya", "next");
    bot.clock().advance(Duration.ofMinutes(11));
    bot.types("priya", "next");
  }

  @Test
  void catchup_proposesTheFewestCuts() {
    assertThat(bot.types("priya", "catchup"))
        .isEqualTo(
            "The class ends 15:06, 6 min late. Leave out Gallery walk (−4 min) and shorten Q&A"
                + " to 6 min (−2 min): ends 15:00, on time.");
  }

  @Test
  void itsButton_makesExactlyTheseCuts() {
    bot.types("priya", "catchup");

    assertThat(bot.presses("priya", "Save 6 min"))
        .isEqualTo(
            "Gallery walk is left out. Q&A takes 6 min. 6 min behind the clock, ends 15:00.");
    assertThat(bot.types("priya", "catchup"))
        .isEqualTo("The class ends 15:00, on time. All is well.");
  }

  @Test
  void whoLeadsWhatWasCut_isTold_butNotWhoCutIt() {
    bot.types("priya", "catchup");
    bot.presses("priya", "Save 6 min");

    assertThat(bot.told("fay").stream().filter(text -> text.contains("catch up")))
        .containsExactly("14:16 To catch up: Q&A takes 6 min. 6 min behind the clock, ends 15:00.");
  }

  @Test
  void undo_takesThemBackAsAWhole() {
    bot.types("priya", "catchup");
    bot.presses("priya", "Save 6 min");

    assertThat(bot.presses("priya", "Undo"))
        .isEqualTo("All is as it was. 6 min behind the clock, ends 15:06.");
  }

  @Test
  void cutsThatSomebodyMadeSince_areNotMadeTwice() {
    bot.types("priya", "catchup");
    String proposal = bot.buttons().getFirst().line();
    bot.types("ravi", "skip gallery-walk");
    bot.types("ravi", "extend 2 qa");

    assertThat(bot.types("priya", proposal))
        .isEqualTo(
            "I cut nothing, for things have changed since: “Gallery walk” is left out already;"
                + " “Q&A” has 10 min now, not 8 min.");
    assertThat(bot.presses("priya", "Catch up")).startsWith("The class ends 15:04");
  }

  @Test
  void segmentThatHasBegunSince_isNotLeftOut() {
    bot.types("priya", "catchup");
    String proposal = bot.buttons().getFirst().line();
    bot.clock().advance(Duration.ofMinutes(8));
    bot.types("priya", "next");

    assertThat(bot.types("priya", proposal)).contains("“Gallery walk” has begun");
  }

  @Test
  void timeWonElsewhere_isNotCutOnceMore() {
    bot.types("priya", "catchup");
    String proposal = bot.buttons().getFirst().line();
    bot.types("ravi", "extend -5 breakout");

    assertThat(bot.types("priya", proposal)).contains("the class is only 1 min late now");
  }

  @Test
  void whatThePlanDoesNotAllow_isLeftToThePeople() {
    bot.clock().advance(Duration.ofMinutes(28));

    assertThat(bot.types("priya", "catchup"))
        .contains("26 min late. Leave out", "14 min late; the plan allows no more.");
    assertThat(bot.types("priya", "cut qa")).startsWith("I propose what to cut");
  }

  /** Real clocks do not begin on the second. */
  @Test
  void cutsReckonedWithFractionsOfASecond_areMade() {
    String plan =
        """
        title: A class
        zone: Europe/London
        start: "10:00"
        slot: 60
        people:
          - {key: priya, name: Priya Nair, role: producer}
        segments:
          - {title: One, minutes: 20}
          - {title: Two, minutes: 10, cuttable: true, fixed-end: "10:30"}
          - {title: Three, minutes: 30}
        """;
    TestDesk desk =
        new TestDesk(
            SettableClock.at("2026-11-24T10:00:00.500Z"),
            new PlanReader(Commands.registry().words())
                .read("cut", "cut.yaml", plan.getBytes(StandardCharsets.UTF_8))
                .usable()
                .orElseThrow());
    desk.types("priya", "open cut");
    desk.types("priya", "start");
    desk.types("priya", "insert \"Film\" 10 after three");
    assertThat(desk.types("priya", "catchup")).contains("Leave out Two");

    assertThat(desk.presses("priya", "Save 10 min")).startsWith("Two is left out.");
  }
}
