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
import org.junit.jupiter.api.Test;

/** What is overdue for so long that it is of no use any more. */
class StalePromptsTest {

  private static final SessionId ID = new SessionId("hybrid-1124");

  private final TestDesk desk = TestDesk.hybrid();

  private void wasAway(Duration time) {
    desk.clock().advance(time);
    desk.passes(Duration.ZERO);
  }

  private List<Reached> missed() {
    return desk.ledger().read(ID, 0).stream()
        .map(Recorded::event)
        .filter(Missed.class::isInstance)
        .flatMap(event -> ((Missed) event).marks().stream())
        .toList();
  }

  private List<Event> after(long seq) {
    return desk.ledger().read(ID, seq).stream().map(Recorded::event).toList();
  }

  @Test
  void cueOfYesterday_isNotSaidAndIsWrittenDown() {
    desk.types("priya", "open hybrid");
    wasAway(Duration.ofDays(1));

    assertThat(desk.told("priya")).isEmpty();
    assertThat(missed())
        .extracting(Reached::mark)
        .containsExactlyInAnyOrder("cue/welcome/priya", "cue/welcome/ravi");

    long seq = desk.ledger().newest(ID);
    desk.passes(Duration.ofMinutes(10));
    assertThat(after(seq)).as("written down once").isEmpty();
  }

  @Test
  void cueThatIsAFewMinutesLate_saysByHowMuch() {
    desk.types("priya", "open hybrid");
    wasAway(Duration.ofMinutes(18));

    assertThat(desk.told("priya")).containsExactly("14:08 Now: Welcome · Fay (10:00 late)");
    assertThat(missed()).isEmpty();
  }

  @Test
  void timesOfTheSegment_halfAnHourLate_areNotSaid() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
    wasAway(Duration.ofMinutes(58));

    assertThat(desk.told("fay")).containsExactly("14:58 2 min to the end of the class");
    assertThat(missed()).extracting(Reached::mark).contains("time/welcome", "over/welcome/6");
  }

  @Test
  void markThatAChangeBroughtIntoThePast_isNotStale() {
    desk.types("priya", "open hybrid");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
    desk.types("fay", "profile prompts 55");
    desk.types("priya", "next");
    desk.types("priya", "next");
    desk.types("priya", "extend 90");
    desk.passes(Duration.ofMinutes(64));
    desk.types("priya", "extend -54");
    desk.passes(Duration.ZERO);

    assertThat(desk.told("fay")).contains("15:04 2:00 left, next: Q&A (you)");
  }

  @Test
  void whatSomebodyAskedFor_isSaidHoweverLate() {
    desk.types("priya", "open hybrid");
    desk.types("priya", "prompt at 14:10 Poll 3 is ready");
    wasAway(Duration.ofHours(2));

    assertThat(desk.told("fay")).containsExactly("15:50 Poll 3 is ready (1:40:00 late)");
  }
}
