package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Paused;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Resumed;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.timing.Prompts;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds however a class goes: random commands at random times, the clock ringing on time. */
class PromptsPropertyTest {

  private static final int CLASSES = 60;
  private static final List<String> LINES =
      List.of(
          "next",
          "next",
          "next",
          "back",
          "extend 1",
          "extend 5",
          "extend 5",
          "extend -2",
          "extend -5",
          "extend -5",
          "skip",
          "pause",
          "resume",
          "resume",
          "move qa after welcome",
          "insert \"Stretch\" 3",
          "page 4",
          "lead ravi",
          "lead fay",
          "prompt in 3 Look at the chat",
          "quiet-prompts",
          "quiet-prompts off",
          "quiet-prompts on priya",
          "prompt to priya in 2 \"Look at the time\"",
          "note fine");

  private final Map<String, Instant> dueWhenSaid = new HashMap<>();
  private Instant pausedAt = Instant.MAX;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void noMarkIsSaidTwice_norEarly_norForgotten(int seed) {
    for (int i = 0; i < CLASSES; i++) {
      Random random = new Random(seed * 1_000L + i);
      dueWhenSaid.clear();
      TestDesk desk = TestDesk.hybrid();
      desk.types("priya", "open hybrid");
      desk.passes(Duration.ofSeconds(random.nextInt(1_200)));
      desk.types("priya", "start");
      for (int step = 0; step < 40; step++) {
        desk.passes(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 240_000 : 20_000)));
        assertThat(forgotten(desk)).as("class %s of seed %s", i, seed).isFalse();
        desk.types(random.nextBoolean() ? "priya" : "fay", LINES.get(random.nextInt(LINES.size())));
      }
      log(desk).forEach(this::check);
    }
  }

  /** Whether something that was due is still unsaid. */
  private static boolean forgotten(TestDesk desk) {
    Session session = Session.fold(new SessionId("hybrid-1124"), log(desk)).orElseThrow();
    Instant now = desk.clock().instant();
    return Prompts.next(session, now).filter(next -> next.isBefore(now)).isPresent()
        || !unsaidAsks(desk, now).isEmpty();
  }

  /** What was asked for must be said, quiet or not; counted without the product's clock. */
  private static List<String> unsaidAsks(TestDesk desk, Instant now) {
    List<String> due = new ArrayList<>();
    for (Recorded recorded : log(desk)) {
      if (recorded.event() instanceof Asked asked && asked.at().isBefore(now)) {
        due.add("asked/" + asked.number());
      }
    }
    for (Recorded recorded : log(desk)) {
      if (recorded.event() instanceof Prompted prompted) {
        prompted.said().forEach(mark -> due.remove(mark.mark()));
      }
    }
    return due;
  }

  private void check(Recorded recorded) {
    switch (recorded.event()) {
      case Prompted prompted -> check(recorded, prompted);
      case Paused _ -> pausedAt = recorded.at();
      case Resumed _ -> {
        // no pause counts as time given back
        Duration pause = Duration.between(pausedAt, recorded.at());
        dueWhenSaid.replaceAll((_, due) -> due.plus(pause));
      }
      default -> {}
    }
  }

  private void check(Recorded recorded, Prompted prompted) {
    assertThat(prompted.said()).isNotEmpty();
    for (Reached mark : prompted.said()) {
      boolean exact = mark.mark().matches("(time|over|asked)/.*");
      Duration early = Duration.between(recorded.at(), mark.due());
      assertThat(early).as(mark.mark()).isLessThanOrEqualTo(Duration.ofSeconds(exact ? 0 : 30));
      Instant before = dueWhenSaid.put(mark.mark(), mark.due());
      if (before != null) {
        assertThat(mark.due()).as(mark.mark()).isAfter(before.plusSeconds(60));
      }
    }
  }

  private static List<Recorded> log(TestDesk desk) {
    return desk.ledger().read(new SessionId("hybrid-1124"), 0);
  }
}
