package dev.callboard.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody's own page shows, by who they are. */
class HomeTest {

  private final TestDesk bot = TestDesk.hybrid();

  private String homeOf(String person) {
    return bot.hear(
        new Inbound.Home(
            new Delivery("home:" + person, Delivery.Route.INLINE), TestDesk.person(person)));
  }

  @Test
  void producerWithoutAClass_readsWhatCanBeOpened() {
    assertThat(homeOf("priya")).contains("None is open right now.", "Plans you produce");
    assertThat(bot.buttons()).extracting("line").containsExactly("open hybrid");
  }

  @Test
  void personOfNoPlan_readsWhatAProducerNeeds() {
    assertThat(homeOf("mallory"))
        .contains("None is open right now.", "A plan must name you as its producer");
    assertThat(bot.buttons()).isEmpty();
  }

  @Test
  void team_readsHowItsClassStands() {
    bot.types("priya", "open hybrid");
    assertThat(homeOf("fay"))
        .contains("Facilitating Hybrid Meetings  open, not started", "A plan must name you")
        .doesNotContain("None is open");
    assertThat(bot.buttons()).extracting("label").containsExactly("Desk", "Status");

    bot.clock().advance(Duration.ofMinutes(16));
    bot.types("priya", "start");
    assertThat(homeOf("priya"))
        .contains("Facilitating Hybrid Meetings  Welcome, 6 min behind the clock");
    assertThat(bot.buttons()).extracting("label").containsExactly("Desk", "Status", "Open hybrid");
  }

  @Test
  void learner_readsTheTitleAlone() {
    bot.types("priya", "open hybrid");
    bot.types("priya", "start");

    assertThat(homeOf("lee"))
        .isEqualTo(
            "Your classes\nFacilitating Hybrid Meetings\n"
                + "A plan must name you as its producer before you can open it.");
    assertThat(bot.buttons()).isEmpty();
  }
}
