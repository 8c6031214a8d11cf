package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who wants no prompts for a while, and prompts that nobody will hear: all are written down. */
class QuietPromptsTest {

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

  private List<String> missed() {
    return desk.ledger().read(new SessionId("hybrid-1124"), 0).stream()
        .map(Recorded::event)
        .filter(Missed.class::isInstance)
        .map(Missed.class::cast)
        .map(Missed::marks)
        .flatMap(List::stream)
        .map(Reached::mark)
        .toList();
  }

  @Test
  void whatPeopleAskFor_passesQuiet() {
    desk.types("priya", "quiet-prompts on");
    assertThat(desk.types("priya", "prompt Mute is on")).isEqualTo("Fay Okafor alone is told now.");
    desk.types("priya", "prompt in 2 Poll is ready");
    passes(0);
    desk.typesDirectly("fay", "snooze 4 3");
    passes(6);

    assertThat(desk.told("fay"))
        .containsExactly("14:00 Mute is on", "14:02 Poll is ready", "14:04 Again: Mute is on");
  }

  @Test
  void whatQuietKeptBack_isWrittenDownWhenTheyListenAgain() {
    desk.types("priya", "quiet-prompts on");
    passes(6);
    assertThat(missed()).isEmpty();
    desk.types("priya", "quiet-prompts off");

    assertThat(missed()).containsExactlyInAnyOrder("left/welcome/2", "time/welcome");
    passes(1);
    assertThat(desk.told("fay")).containsExactly("14:07 2 min over. Next: Poll 1 (you)");
  }

  @Test
  void whatQuietKeptBack_isWrittenDownWhenTheSegmentIsLeft() {
    desk.types("priya", "quiet-prompts on");
    passes(6);
    desk.types("priya", "next");

    assertThat(missed()).containsExactlyInAnyOrder("left/welcome/2", "time/welcome");
  }

  @Test
  void whatWasStillAhead_isNamedAtTheEndAndWrittenDown() {
    desk.types("priya", "prompt Mute is on");
    passes(0);
    desk.typesDirectly("fay", "snooze 10 3");
    desk.types("priya", "prompt to ravi at 14:20 Poll 3 is ready");

    assertThat(desk.types("priya", "end"))
        .endsWith(
            "2 prompts were still ahead: “Mute is on” for Fay Okafor at 14:10, "
                + "“Poll 3 is ready” for Ravi Shah at 14:20.");
    assertThat(missed()).containsExactly("again/3/asked/1", "asked/2");
    passes(30);
    assertThat(desk.told("ravi")).noneMatch(text -> text.contains("Poll 3"));
  }

  @Test
  void manyAhead_areCounted() {
    for (int i = 1; i <= 5; i++) {
      desk.types("priya", "prompt in " + i + " Hint " + i);
    }

    assertThat(desk.types("priya", "end")).contains("5 prompts were still ahead: ", " and 2 more.");
    assertThat(missed()).hasSize(5);
  }

  @Test
  void producer_namesWhose() {
    assertThat(desk.types("priya", "quiet-prompts on ravi"))
        .isEqualTo("Ravi Shah gets no timing prompts now.");
    passes(3);
    assertThat(desk.told("ravi")).noneMatch(text -> text.startsWith("14:03"));
    assertThat(desk.told("fay")).hasSize(1);

    assertThat(desk.presses("priya", "Prompt again"))
        .isEqualTo("Ravi Shah gets timing prompts again.");
    assertThat(desk.types("priya", "quiet-prompts for priya nair"))
        .isEqualTo("Priya Nair gets no timing prompts now.");
    assertThat(desk.types("priya", "quiet-prompts priya off"))
        .isEqualTo("Priya Nair gets timing prompts again.");
  }

  @Test
  void unknownName_isAskedBack() {
    assertThat(desk.types("priya", "quiet-prompts off lee"))
        .isEqualTo("Nobody who gets prompts is called “lee”. Whose shall it be?");
    assertThat(desk.presses("priya", "Fay Okafor"))
        .isEqualTo("Fay Okafor gets timing prompts again.");
  }

  @Test
  void facilitator_stopsOnlyTheirOwn() {
    assertThat(desk.types("fay", "quiet-prompts on ravi"))
        .startsWith("Those are Ravi Shah's prompts.");
    assertThat(desk.types("fay", "quiet-prompts on fay")).startsWith("Fay Okafor gets no");
    assertThat(desk.ledger().read(new SessionId("hybrid-1124"), 0))
        .extracting(Recorded::event)
        .contains(new Event.Hushed("fay", true))
        .doesNotContain(new Event.Hushed("ravi", true));
  }
}
