package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom, when and what: what somebody means by the words after {@code prompt}. */
class PromptCommandTest {

  private final TestDesk desk = TestDesk.hybrid();

  @BeforeEach
  void start() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
  }

  private void passes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prompt to dan in 2 \"Look here\"",
        "prompt in 2 to dan \"Look here\"",
        "prompt in 2 min to Dan Ek Look here",
        "prompt at 14:02 to dan: Look here",
        "prompt to dan, in 2m Look here"
      })
  void nameAndTime_comeInAnyOrder(String line) {
    assertThat(desk.types("priya", line)).isEqualTo("Dan Ek alone is told at 14:02.");
    passes(2);

    assertThat(desk.told("dan")).containsExactly("14:02 Look here");
  }

  @Test
  void nameThatNobodyHas_isAskedBack() {
    assertThat(desk.types("priya", "prompt to maria in 2 \"Look here\""))
        .isEqualTo("Nobody of the team is called “maria”. Whom shall I tell?");
    assertThat(desk.buttons())
        .extracting(Button.Press::label)
        .containsExactly("Priya Nair", "Ravi Shah", "Fay Okafor", "Dan Ek", "It is the text");

    assertThat(desk.presses("priya", "Dan Ek")).isEqualTo("Dan Ek alone is told at 14:02.");
    passes(2);
    assertThat(desk.told("dan")).containsExactly("14:02 Look here");
    assertThat(desk.told("fay")).isEmpty();
  }

  @Test
  void nameAfterTheTime_isAskedBackToo() {
    assertThat(desk.types("priya", "prompt in 2 to maria \"Look here\""))
        .startsWith("Nobody of the team is called “maria”.");

    assertThat(desk.presses("priya", "Dan Ek")).isEqualTo("Dan Ek alone is told at 14:02.");
  }

  @Test
  void wordsThatOnlyBeginSo_areSentWithOnePress() {
    desk.types("priya", "prompt to be honest we are late");
    assertThat(desk.presses("priya", "It is the text")).isEqualTo("Fay Okafor alone is told now.");
    passes(0);

    assertThat(desk.told("fay")).containsExactly("14:00 to be honest we are late");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prompt at 2:45pm \"Poll\"",
        "prompt at 14h45 Poll",
        "prompt in ten \"Poll\"",
        "prompt in a minute Poll",
        "prompt at half past two \"Poll\"",
        "prompt to fay at 14h45 \"Poll\""
      })
  void timeThatIsNotRead_isAskedBackAndNothingIsSaid(String line) {
    assertThat(desk.types("priya", line)).startsWith("When do you mean?");
    passes(2);

    assertThat(desk.told("fay")).isEmpty();
    assertThat(desk.presses("priya", "Now, as it is")).isEqualTo("Fay Okafor alone is told now.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in pairs, please",
        "at the end say thanks",
        "today we close early",
        "Say \"hello\" to all",
        "in pairs, please use the tab that is called \"Chat\""
      })
  void otherWords_goAsTyped(String words) {
    assertThat(desk.types("priya", "prompt " + words)).isEqualTo("Fay Okafor alone is told now.");
    passes(0);

    assertThat(desk.told("fay")).containsExactly("14:00 " + words);
  }

  @Test
  void afterATime_wordsGoAsTyped() {
    assertThat(desk.types("priya", "prompt in 1 to close, thank them")).contains("at 14:01");
    passes(1);

    assertThat(desk.told("fay")).containsExactly("14:01 to close, thank them");
  }

  @Test
  void withoutAName_itIsForWhoLeads() {
    desk.types("priya", "lead ravi");

    assertThat(desk.types("priya", "prompt Slower")).isEqualTo("Ravi Shah alone is told now.");
    assertThat(desk.types("ravi", "prompt Slower")).isEqualTo("Fay Okafor alone is told now.");
    assertThat(desk.types("fay", "prompt Slower")).isEqualTo("Ravi Shah alone is told now.");
  }

  @Test
  void withoutANameAndForLater_itIsForWhoLeadsThen() {
    desk.types("priya", "lead ravi for poll-1");
    assertThat(desk.types("priya", "prompt in 10 \"Ask for questions\""))
        .isEqualTo("Whoever leads at 14:10 is told alone; as things stand, Fay Okafor.");
    assertThat(desk.types("ravi", "prompt in 11 Slower"))
        .isEqualTo("Whoever leads at 14:11 is told alone; as things stand, Fay Okafor.");
    assertThat(desk.types("priya", "prompt to fay in 12 Smile"))
        .isEqualTo("Fay Okafor alone is told at 14:12.");
    passes(5);
    desk.types("priya", "next");
    passes(8);

    assertThat(desk.told("ravi"))
        .contains("14:10 5 min left, next: Activity · Fay · Ask for questions");
    assertThat(desk.told("fay"))
        .contains("14:11 Slower", "14:12 Smile")
        .noneMatch(text -> text.contains("Ask"));
  }

  @Test
  void whoLeadsWhenItIsDue_isToldThoughTheyLedNotWhenItWasAskedFor() {
    desk.types("priya", "prompt at 14:10 Poll");
    passes(9);
    desk.types("priya", "lead dan");
    assertThat(desk.types("priya", "lead ravi")).startsWith("Ravi Shah leads Welcome");
    passes(2);

    assertThat(desk.told("ravi")).contains("14:10 Poll");
    assertThat(desk.types("priya", "prompt in 2 Poll")).endsWith("as things stand, Ravi Shah.");
    assertThat(desk.types("priya", "end"))
        .contains("1 prompt was still ahead: “Poll” for Ravi Shah at 14:13.");
  }

  @Test
  void facilitatorWhoLeads_remindsThemselves() {
    assertThat(desk.types("fay", "prompt in 5 Drink"))
        .isEqualTo("Fay Okafor alone is told at 14:05.");
    assertThat(desk.types("priya", "prompt to me in 5 Drink"))
        .isEqualTo("Priya Nair alone is told at 14:05.");
  }
}
