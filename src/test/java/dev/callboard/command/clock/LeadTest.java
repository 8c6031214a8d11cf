package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Button;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who leads what, and what they are told when that changes. */
class LeadTest {

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

  @Test
  void prompts_followTheLead() {
    desk.types("priya", "next");
    passes(2);

    assertThat(desk.types("priya", "lead ravi")).isEqualTo("Ravi Shah leads Poll 1 till 14:10.");
    passes(6);

    assertThat(desk.told("ravi"))
        .containsSequence(
            "14:02 You lead Poll 1 till 14:10.", "14:05 5 min left, next: Activity · Fay");
    assertThat(desk.told("fay")).containsExactly("14:02 Ravi Shah leads Poll 1 till 14:10.");
    assertThat(desk.types("fay", "status")).contains("Poll 1, 2:00 left of 10 min · Ravi");
  }

  @Test
  void undo_givesTheSegmentBack() {
    desk.types("priya", "lead ravi for qa");
    assertThat(desk.presses("priya", "Undo")).isEqualTo("Fay Okafor leads Q&A from 14:45.");

    assertThat(desk.told("fay"))
        .containsExactly("14:00 Ravi Shah leads Q&A from 14:45.", "14:00 You lead Q&A from 14:45.");
  }

  @Test
  void whoeverTakesTheLeadThemselves_isNotTold() {
    desk.types("priya", "lead priya");

    assertThat(desk.told("priya")).containsExactly("13:58 In 2 min: Welcome · Fay");
    assertThat(desk.told("fay")).hasSize(1);
  }

  @Test
  void oddNames_areAskedBackWithButtons() {
    assertThat(desk.types("priya", "lead"))
        .isEqualTo("Fay Okafor leads “Welcome”. Who else shall?");
    assertThat(desk.buttons())
        .extracting(Button.Press::label)
        .containsExactly("Priya Nair", "Ravi Shah", "Fay Okafor");
    assertThat(desk.types("priya", "lead lee"))
        .startsWith("Nobody who may lead is called “lee”."); // a learner
    assertThat(desk.types("priya", "lead fay")).isEqualTo("Fay Okafor leads “Welcome” already.");
    assertThat(desk.types("priya", "lead ravi for nosuch")).startsWith("No segment is called");
    desk.types("priya", "next");
    assertThat(desk.types("priya", "lead ravi for welcome")).isEqualTo("“Welcome” is over.");
    assertThat(desk.types("lee", "lead ravi")).contains("Commands are for the team");
  }

  @Test
  void endOfTheClass_writesDownWhatWasDueButUnsaid() {
    desk.clock().advance(Duration.ofMinutes(4)); // and the alarm does not ring
    desk.types("priya", "end");

    assertThat(desk.ledger().read(new SessionId("hybrid-1124"), 0))
        .extracting(Recorded::event)
        .anySatisfy(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    Missed.class,
                    missed ->
                        assertThat(missed.marks().getFirst().mark()).isEqualTo("left/welcome/2")));
  }

  @Test
  void classThatShouldEnd_saysHowMuchOfThePlanIsLeft() {
    desk.types("priya", "next");
    passes(60);

    assertThat(desk.told("fay").getLast())
        .startsWith("15:00 The class should end now. There is plan for ")
        .endsWith(" min more.");
  }
}
