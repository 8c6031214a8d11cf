package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Welcome 5, Poll 1 10, Activity 30, Q&A 15: skipped, moved, inserted, gone back to. */
class RunningOrderTest {

  private final TestDesk bot = TestDesk.hybrid();

  private void start() {
    bot.types("priya", "open hybrid");
    bot.clock().advance(Duration.ofMinutes(10));
    bot.types("priya", "start");
  }

  @Test
  void skip_leavesTheRunningSegmentForTheNext() {
    start();
    bot.clock().advance(Duration.ofMinutes(2));

    assertThat(bot.types("priya", "skip")).startsWith("Poll 1 · Fay till 14:12. 3 min ahead");
    assertThat(bot.presses("priya", "Back to Welcome")).startsWith("Welcome · Fay till 14:05");
  }

  @Test
  void skipAhead_leavesOutAndBringsBack() {
    start();

    assertThat(bot.types("priya", "skip Pol 1"))
        .isEqualTo("Poll 1 is left out. On time, ends 14:50.");
    assertThat(bot.shows(bot.backstage()).getFirst()).contains("Next: Activity · Fay · 14:05");
    assertThat(bot.presses("priya", "Undo")).isEqualTo("Poll 1 is back. On time, ends 15:00.");
  }

  @Test
  void skipTwice_saysSo() {
    start();
    bot.types("priya", "skip activity");

    assertThat(bot.types("priya", "skip activity")).isEqualTo("“Activity” is left out already.");
    assertThat(bot.presses("priya", "Bring it back")).startsWith("Activity is back.");
  }

  @Test
  void skipOfTheLast_offersToEnd() {
    start();
    bot.types("priya", "skip poll-1");
    bot.types("priya", "skip activity");
    bot.types("priya", "next");

    assertThat(bot.types("priya", "skip"))
        .isEqualTo("Nothing comes after this segment, so there is nothing to go on to.");
    assertThat(bot.presses("priya", "End class")).startsWith("Closed");
  }

  @Test
  void skipBeforeTheStart_isSeenOnTheCard() {
    bot.types("priya", "open hybrid");

    assertThat(bot.types("priya", "skip poll-1"))
        .isEqualTo("Poll 1 is left out. The class ends 14:50.");
    assertThat(bot.shows(bot.backstage()).getFirst()).contains("Poll 1 · left out · Fay");
    assertThat(bot.types("priya", "skip")).contains("has not started yet");
  }

  @Test
  void move_changesWhatIsNext() {
    start();

    assertThat(bot.types("priya", "move q&a after welcome"))
        .isEqualTo("Q&A comes after Welcome now. On time, ends 15:00.");
    assertThat(bot.types("priya", "next")).startsWith("Q&A · Fay till 14:15. 5 min ahead");
  }

  @Test
  void moveUndone_isWhereItWas() {
    start();
    bot.types("priya", "move qa next");

    assertThat(bot.presses("priya", "Undo"))
        .isEqualTo("Q&A comes after Activity now. On time, ends 15:00.");
  }

  @Test
  void moveToTheFront_worksUntilTheClassRuns() {
    bot.types("priya", "open hybrid");
    assertThat(bot.types("priya", "move qa first")).startsWith("Q&A comes first now.");
    assertThat(bot.presses("priya", "Undo")).startsWith("Q&A comes after Activity now.");
    start();

    assertThat(bot.types("priya", "move qa first"))
        .isEqualTo("The class has begun, so nothing can come first any more.");
    assertThat(bot.presses("priya", "next")).startsWith("Q&A comes after Welcome now.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "move poll-1 after activity  | Poll 1 comes after Activity now. On time, ends 15:00.",
        "move qa before activity     | Q&A comes after Poll 1 now. On time, ends 15:00.",
        "move poll 1 last            | Poll 1 comes after Q&A now. On time, ends 15:00.",
        "move poll 1 to last         | Poll 1 comes after Q&A now. On time, ends 15:00.",
        "move poll-1 next            | “Poll 1” is there already.",
        "move qa after qa            | “Q&A” is there already.",
        "move welcome last           | “Welcome” is running. Only what lies ahead can be moved.",
        "move qa after banana        | No segment is called “banana”. There is welcome, poll-1,"
            + " activity, qa.",
        "move banana after qa        | No segment is called “banana”. There is welcome, poll-1,"
            + " activity, qa.",
        "move qa                     | Where shall “Q&A” go?",
        "move                        | move needs SEGMENT after SEGMENT.",
      })
  void places_areReadAsPeopleWriteThem(String line, String answer) {
    start();
    assertThat(bot.types("priya", line).lines()).first().isEqualTo(answer);
  }

  @Test
  void moveToThePast_isRefused() {
    start();
    bot.types("priya", "next");

    assertThat(bot.types("priya", "move qa after welcome"))
        .isEqualTo("The class is past that place.");
    assertThat(bot.presses("priya", "Make it next")).startsWith("Q&A comes after Poll 1 now.");
  }

  @Test
  void insert_comesNextUnlessItIsToldWhere() {
    start();

    assertThat(bot.types("priya", "insert \"A film\" 10"))
        .isEqualTo("A film, 10 min, comes after Welcome. On time, ends 15:10.");
    assertThat(bot.types("priya", "insert Quiz 5 min after activity"))
        .isEqualTo("Quiz, 5 min, comes after Activity. On time, ends 15:15.");
    assertThat(bot.types("priya", "next")).startsWith("A film · Fay till 14:10.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert \"Take 5 after lunch\" 10          | Take 5 after lunch, 10 min, comes after Welc",
        "insert \"Take 5 after lunch\" 10 after qa | Take 5 after lunch, 10 min, comes after Q&A",
        "insert 10 \"Take 5 after lunch\"          | Take 5 after lunch, 10 min, comes after Welc",
        "insert \"Part 2\" after poll-1 5          | Part 2, 5 min, comes after Poll 1",
        "insert \"Part 2\" 5 min After \"Poll 1\"  | Part 2, 5 min, comes after Poll 1",
        "insert “Part 2” 5                         | Part 2, 5 min, comes after Welcome",
        "insert „Teil 2“ 5                         | Teil 2, 5 min, comes after Welcome",
        "insert «Partie 2» 5                       | Partie 2, 5 min, comes after Welcome",
        "insert « Partie 2 » 5                     | Partie 2, 5 min, comes after Welcome",
        "insert ‘Part 2’ 5                         | Part 2, 5 min, comes after Welcome",
        "insert ‘Students’ part 2’ 5               | Students’ part 2, 5 min, comes after Welcom",
        "insert \"Quiz\" and \"answers\" 5          | Quiz\" and \"answers, 5 min, comes after Wel",
        "insert Let's talk 5 after qa              | Let's talk, 5 min, comes after Q&A",
        "insert Rock 'n' roll 5                    | Rock 'n' roll, 5 min, comes after Welcome",
        "insert \"Film 5                            | Film, 5 min, comes after Welcome",
        "insert Quiz after poll-1 5                | Quiz, 5 min, comes after Poll 1",
        "insert Look after each other 5            | Look after each other, 5 min, comes after W",
      },
      quoteCharacter = '^')
  void titlesInQuotes_areTakenAsTheyStand(String line, String answer) {
    start();
    assertThat(bot.types("priya", line)).startsWith(answer);
  }

  @Test
  void insertAfterANameWithANumber_asksHowLong() {
    start();

    assertThat(bot.types("priya", "insert \"Part 2\" after poll 1"))
        .startsWith("How many minutes shall it take?");
    assertThat(bot.presses("priya", "10 min")).startsWith("Part 2, 10 min, comes after Poll 1.");
  }

  @Test
  void insertIntoThePast_isOfferedAsNextWithItsWholeTitle() {
    start();
    bot.types("priya", "next");

    assertThat(bot.types("priya", "insert \"Take 5 after lunch\" 10 after welcome"))
        .isEqualTo("The class is past “Welcome”.");
    assertThat(bot.presses("priya", "Make it next"))
        .startsWith("Take 5 after lunch, 10 min, comes after Poll 1.");
  }

  @Test
  void insertUndone_isLeftOut() {
    start();
    bot.types("priya", "insert \"A film\" 10");

    assertThat(bot.presses("priya", "Undo")).isEqualTo("A film is left out. On time, ends 15:00.");
    assertThat(bot.types("priya", "next")).startsWith("Poll 1");
  }

  @Test
  void insertOfTheSameTitle_getsANameOfItsOwn() {
    start();
    bot.types("priya", "insert Film 10");
    bot.types("priya", "insert Film 3");

    assertThat(bot.types("priya", "extend 1 film-2")).startsWith("Film takes 4 min now");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert \"A film\"         | How many minutes shall it take?",
        "insert 10                 | What shall the new segment be called?",
        "insert \"A film\" 0       | A segment takes from 1 to 240 min.",
        "insert \"A film\" 9999    | A segment takes from 1 to 240 min.",
        "insert Film 5 after lunch | No segment is called “lunch”. There is welcome, poll-1,"
            + " activity, qa.",
      })
  void insertWithoutSense_isAnsweredWithOneSentence(String line, String answer) {
    start();
    assertThat(bot.types("priya", line).lines()).first().isEqualTo(answer);
  }

  @Test
  void insertWithoutMinutes_offersSome() {
    start();
    bot.types("priya", "insert \"What comes after\"");

    assertThat(bot.presses("priya", "5 min")).startsWith("What comes after, 5 min, comes after W");
  }

  @Test
  void backByName_entersWhatWasLeftOut() {
    start();
    bot.types("priya", "skip poll-1");
    bot.types("priya", "next");

    assertThat(bot.types("priya", "back poll-1")).startsWith("Poll 1 · Fay till 14:10");
    assertThat(bot.types("priya", "back poll-1")).isEqualTo("You are in “Poll 1” already.");
    assertThat(bot.types("priya", "back qa")).isEqualTo("“Q&A” is still to come.");
  }

  @Test
  void twoWhoPressNextAtOnce_makeOneStepAndBothAreTold() {
    start();
    bot.clock().advance(Duration.ofMinutes(5));

    assertThat(bot.types("priya", "next")).startsWith("Poll 1");
    assertThat(bot.types("ravi", "next"))
        .isEqualTo("Priya Nair went on to “Poll 1” just now, so I did not go further.");
    bot.clock().advance(Duration.ofSeconds(3));
    assertThat(bot.types("ravi", "next")).startsWith("Activity");
  }

  @Test
  void nextOfTheCardPressedTwice_makesOneStep() {
    start();
    bot.types("priya", "status");
    String press = pressed("Next");

    assertThat(bot.types("priya", press)).startsWith("Poll 1");
    assertThat(bot.types("priya", press))
        .isEqualTo("You are in “Poll 1” already, so I did not go further.");
    assertThat(bot.presses("priya", "Next")).startsWith("Activity");
  }

  @Test
  void nextOfACardThatTheClassHasLeft_goesNoFurther() {
    start();
    bot.types("priya", "status");
    String press = pressed("Next");
    bot.clock().advance(Duration.ofMinutes(5));
    bot.types("ravi", "next");
    bot.clock().advance(Duration.ofMinutes(9));

    assertThat(bot.types("priya", press))
        .isEqualTo("You are in “Poll 1” already, so I did not go further.");
    assertThat(bot.types("priya", "next")).startsWith("Activity");
    assertThat(bot.types("priya", "next")).startsWith("Q&A");
  }

  @ParameterizedTest
  @CsvSource({"resume", "back", "help", "next"})
  void everyNextOnAMessage_isOfTheSegmentItWasDrawnFor(String line) {
    start();
    if (line.equals("resume")) {
      bot.types("priya", "pause");
    }
    bot.types("priya", line);

    assertThat(bot.buttons())
        .filteredOn(button -> button.label().equals("Next"))
        .extracting(Button.Press::line)
        .isNotEmpty()
        .allMatch(press -> press.contains(" next from "));
  }

  private String pressed(String label) {
    return bot.buttons().stream()
        .filter(button -> button.label().equals(label))
        .map(Button.Press::line)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void status_refreshesTheCardBackstageInPlace() {
    start();
    bot.clock().advance(Duration.ofMinutes(4));

    assertThat(bot.types("priya", "status")).contains("Now: Welcome, 1:00 left of 5 min · Fay");
    assertThat(bot.shows(bot.backstage())).singleElement().asString().contains("1:00 left");
  }
}
