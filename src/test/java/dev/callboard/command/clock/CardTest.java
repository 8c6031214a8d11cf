package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the status card says of the time, beyond what its renderings pin. */
class CardTest {

  private final TestDesk desk = TestDesk.hybrid();

  private void startsAt(int minutes) {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(minutes));
    desk.types("priya", "start");
  }

  @Test
  void welcome_isOfferedUntilItIsPosted() {
    desk.types("priya", "open hybrid");
    desk.types("priya", "status");
    assertThat(labels()).containsExactly("Start", "Welcome", "Help");

    desk.types("priya", "welcome");
    desk.types("priya", "status");
    assertThat(labels()).containsExactly("Start", "Help");
    desk.types("priya", "start");
    assertThat(labels()).containsExactly("Next");
  }

  @Test
  void welcome_isOfferedAgainOnceItWasTakenBack() {
    desk.types("priya", "open hybrid");
    desk.types("priya", "welcome");
    desk.presses("priya", "Undo");
    desk.types("priya", "start");

    assertThat(labels()).containsExactly("Next", "Welcome");
  }

  private List<String> labels() {
    return desk.buttons().stream().map(Button.Press::label).toList();
  }

  private void passes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  @Test
  void bothOffsets_areNamedAlike() {
    startsAt(11);
    passes(6);
    desk.types("priya", "next");

    assertThat(desk.types("priya", "status"))
        .contains("Class: 2 min behind the clock · 1 min behind since we began");
  }

  @Test
  void classThatIsOnTimeOrAheadSinceItBegan_saysSo() {
    startsAt(13);
    assertThat(desk.types("priya", "status"))
        .contains("3 min behind the clock · on time since we began");
    passes(4);
    desk.types("priya", "next");
    assertThat(desk.types("priya", "status"))
        .contains("2 min behind the clock · 1 min ahead since we began");
  }

  @Test
  void finishedSegments_sayWhatTheyTookBeyondTheirTime() {
    startsAt(10);
    assertThat(desk.types("priya", "status")).doesNotContain("Welcome on time");
    passes(5);
    desk.types("priya", "next");
    passes(12);
    desk.types("priya", "next");
    passes(4);
    desk.types("priya", "skip");

    assertThat(desk.types("priya", "status"))
        .contains("Activity −26 min, Poll 1 +2 min, Welcome on time");
    desk.types("priya", "back poll-1");
    assertThat(desk.types("priya", "status")).contains("\nActivity −26 min, Welcome on time\n");
  }

  @Test
  void manyFinishedSegments_areBounded() {
    startsAt(10);
    for (String title : List.of("Three", "Two", "One")) { // each right after the first
      desk.types("priya", "insert " + title + " 5");
    }
    for (int i = 0; i < 5; i++) {
      passes(5);
      desk.types("priya", "next");
    }

    assertThat(desk.types("priya", "status"))
        .contains("Poll 1 −5 min, Three on time, Two on time, One on time, 1 more before");
  }

  @Test
  void runningClass_offersANote() {
    startsAt(10);
    desk.types("priya", "status");
    assertThat(desk.buttons()).extracting(Button.Press::label).contains("Note");

    assertThat(desk.presses("priya", "Note")).startsWith("Keep a note");
  }
}
