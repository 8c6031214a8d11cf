package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import dev.callboard.testing.Cases;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The clock rings only when it must, while somebody looks at the timeline every few seconds: what
 * has been reached by then has been said, nothing was said that was not near, nothing twice.
 */
class PromptOracleTest {

  private static final List<String> LINES =
      List.of(
          "next",
          "next",
          "next",
          "back",
          "extend 1",
          "extend 4",
          "extend -2",
          "extend -4",
          "extend 3 qa",
          "skip",
          "skip qa",
          "unskip qa",
          "pause",
          "resume",
          "resume",
          "move qa next",
          "insert Stretch 3");
  private static final SessionId ID = new SessionId("hybrid-1124");

  @Test
  void marks_areSaidWhenTheTimelineReachesThem() {
    Cases.each(200, random -> new Performance(random).plays());
  }

  private static final class Performance {
    private final Random random;
    private final TestDesk desk = TestDesk.hybrid();
    private final Set<String> closed = new HashSet<>();
    private Session session;
    private boolean paused;

    Performance(Random random) {
      this.random = random;
      desk.types("priya", "open hybrid");
      desk.passes(Duration.ofSeconds(random.nextInt(1_200)));
      desk.types("priya", "start");
      session = Session.fold(ID, desk.ledger().read(ID, 0)).orElseThrow();
    }

    void plays() {
      for (int step = 0; step < 25; step++) {
        Instant until = desk.clock().instant().plusSeconds(random.nextInt(240));
        while (desk.clock().instant().isBefore(until)) {
          desk.passes(Duration.ofSeconds(7));
          follows();
          everythingReachedIsSaid();
        }
        desk.types("priya", LINES.get(random.nextInt(LINES.size())));
        desk.passes(Duration.ZERO);
        follows();
      }
    }

    private void follows() {
      for (Recorded recorded : desk.ledger().read(ID, session.seq())) {
        if (recorded.event() instanceof Prompted prompted) {
          prompted.said().forEach(mark -> check(mark, recorded.at()));
          prompted.passed().forEach(mark -> closed.add(mark.mark()));
        }
        if (recorded.event() instanceof Event.Missed missed) {
          missed.marks().forEach(mark -> closed.add(mark.mark()));
        }
        if (recorded.event() instanceof Event.Rearmed rearmed) {
          closed.removeAll(rearmed.marks());
        }
        if (recorded.event() instanceof Event.Disarmed disarmed) {
          disarmed.marks().forEach(mark -> closed.add(mark.mark()));
        }
        session = session.after(recorded);
      }
      paused = session.run().paused();
    }

    /** Judged by the class as it stood when it was said. */
    private void check(Reached mark, Instant at) {
      assertThat(closed.add(mark.mark())).as("%s said twice", mark).isTrue();
      Timeline timeline = Timeline.of(session.plan(), session.run(), at);
      String[] parts = mark.mark().split("/", -1);
      if (parts[0].equals("left") || parts[0].equals("time") || parts[0].equals("over")) {
        Slot current = timeline.current().orElseThrow();
        assertThat(parts[1]).isEqualTo(current.key());
        Duration left = current.left().minus(amount(parts));
        assertThat(left).as("%s early", mark).isLessThanOrEqualTo(Duration.ofSeconds(30));
      }
    }

    private static Duration amount(String[] parts) {
      return switch (parts[0]) {
        case "left" -> Duration.ofMinutes(Long.parseLong(parts[2]));
        case "over" -> Duration.ofMinutes(-Long.parseLong(parts[2]));
        default -> Duration.ZERO;
      };
    }

    /** The newest mark that the running segment has passed; those before it are idle. */
    private void everythingReachedIsSaid() {
      Timeline timeline =
          Timeline.of(session.plan(), session.run(), desk.clock().instant().minusSeconds(30));
      if (paused || timeline.current().isEmpty()) {
        return;
      }
      Slot slot = timeline.current().get();
      List<String> all =
          Stream.of("left//5", "left//2", "time/", "over//2", "over//4", "over//6")
              .map(mark ->
                  mark.equals("time/")
                      ? mark + slot.key()
                      : mark.replace("//", "/" + slot.key() + "/"))
              .toList();
      int newest = newest(slot);
      if (newest >= 0) {
        assertThat(closed)
            .as("%s of %s", all.get(newest), slot)
            .containsAnyElementsOf(all.subList(newest, 6));
      }
    }

    /** Which of the six is the last one passed; −1 when none is. */
    private static int newest(Slot slot) {
      List<Integer> marks = List.of(5, 2, 0, -2, -4, -6);
      for (int i = marks.size() - 1; i >= 0; i--) {
        Duration mark = Duration.ofMinutes(marks.get(i));
        if (slot.left().compareTo(mark) <= 0
            && (slot.allotted().compareTo(mark) > 0 || !mark.isPositive())) {
          return i;
        }
      }
      return -1;
    }
  }
}
