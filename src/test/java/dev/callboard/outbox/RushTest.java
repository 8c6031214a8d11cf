package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Reply;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Pace;
import dev.callboard.platform.zoom.ZoomAdapter;
import dev.callboard.platform.zoom.ZoomPlan;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many classes of one workspace, tenant or account whose prompts fall due at once, each to a person
 * of its own, at the paces that the adapters really keep. The time is made up.
 */
class RushTest {

  private static final int CLASSES = 120;

  private record Ring(long at, Runnable turn) {}

  private final SettableClock clock = SettableClock.at("2026-11-24T14:10:00Z");
  private final PriorityQueue<Ring> rings =
      new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
  private long now;

  /**
   * How late the last of them leaves, in milliseconds. Platforms that cannot take all of them in
   * that second still get each long before it is of no use.
   */
  @ParameterizedTest
  @CsvSource({
    "slack,         4000",
    "teams,         4000",
    "zoom FREE,     119000",
    "zoom PRO,      6000",
    "zoom BUSINESS, 2000",
  })
  void lastPromptOfManyClasses_leavesSoon(String platform, long late) {
    List<Long> left = rush(pace(platform), CLASSES);

    assertThat(left).hasSize(CLASSES);
    assertThat(left.getLast()).isEqualTo(late);
  }

  /** A whole workspace of them on Slack is no burst that it would refuse. */
  @ParameterizedTest
  @CsvSource({
    "slack,         60000, 300",
    "slack,         0,     100",
    "teams,         1000,  30",
    "zoom FREE,     1000,  2",
    "zoom PRO,      1000,  20",
    "zoom BUSINESS, 1000,  60",
  })
  void howeverManyThereAre_thePlatformGetsNoMoreThanItTakes(String platform, long per, int most) {
    List<Long> left = rush(pace(platform), 1_000);

    for (int first = 0; first < left.size(); first++) {
      long until = left.get(first) + Math.max(1, per);
      long within = left.subList(first, left.size()).stream().filter(at -> at < until).count();
      assertThat(within).isLessThanOrEqualTo(most);
    }
  }

  /** When each leaves, in milliseconds after it fell due. */
  private List<Long> rush(Pace pace, int many) {
    List<Long> left = new ArrayList<>();
    Turnstile turnstile =
        new Turnstile(
            "tenant", pace, () -> now, (turn, ticks) -> rings.add(new Ring(now + ticks, turn)));
    for (int id = 1; id <= many; id++) {
      Entry prompt = Entries.prompt(id, "prompt-" + id);
      turnstile.join(new Ticket(prompt, () -> left.add(Duration.ofNanos(now).toMillis())));
    }
    while (left.size() < many) {
      Ring ring = rings.remove();
      now = ring.at();
      ring.turn().run();
    }
    return left;
  }

  private Pace pace(String platform) {
    return switch (platform) {
      case "slack" -> of(new SlackStage(clock));
      case "teams" -> of(new TeamsStage(clock, TeamsStage.Targeted.SHOWN));
      default -> zoom(ZoomPlan.valueOf(platform.substring("zoom ".length())));
    };
  }

  private static Pace of(Stage stage) {
    try (stage) {
      return stage.adapter().pace();
    }
  }

  private Pace zoom(ZoomPlan plan) {
    try (FakeZoom zoom = FakeZoom.start(clock);
        Adapter adapter =
            new ZoomAdapter(
                zoom.settings(null, plan), _ -> new Reply.Quiet(), new OkHttpClient(), clock)) {
      return adapter.pace();
    }
  }
}
