package dev.callboard.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.GivenClass;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Reached;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which prompts count as said. */
class PromptFoldTest {

  private final GivenClass given =
      GivenClass.of(2, List.of()).event(300, prompted(1, "left/part-1/5"));

  private static Event prompted(int number, String mark) {
    Reached reached = new Reached(mark, GivenClass.START.plusSeconds(300));
    return new Event.Prompted(number, "priya", List.of(reached), List.of(), "5 min left");
  }

  private Prompting told() {
    return given.report(700).prompting();
  }

  private PromptFoldTest lost(String key) {
    given.event(310, new Event.Undelivered(key, "Slack says: account_inactive"));
    return this;
  }

  private PromptFoldTest relayed(String... to) {
    given.event(310, new Event.Relayed(List.of(1), List.of(to)));
    return this;
  }

  @Test
  void promptThatNeverArrived_wasNotSaid() {
    lost("prompt-1");

    assertThat(told().said()).isEmpty();
    assertThat(told().medianLate()).isNull();
    assertThat(told().unsaid())
        .extracting(Prompting.Unsaid::about)
        .containsExactly("5 min left in Part 1");
  }

  @Test
  void promptThatIsSaidToAnotherInstead_isNotMissing() {
    lost("prompt-1");
    given.event(320, new Event.Freed(List.of("left/part-1/5")));
    given.event(320, prompted(2, "left/part-1/5"));

    assertThat(told().said()).hasSize(1);
    assertThat(told().unsaid()).isEmpty();
  }

  @Test
  void promptThatTookAnotherWay_wasSaid() {
    lost("prompt-1").relayed("paul");

    assertThat(told().said()).hasSize(1);
    assertThat(told().unsaid()).isEmpty();
  }

  @Test
  void promptThatTookAnotherWayInVain_wasNotSaid() {
    lost("prompt-1").relayed("priya").lost("relay-1");

    assertThat(told().said()).isEmpty();
    assertThat(told().unsaid()).hasSize(1);
  }

  @Test
  void promptThatOneOfThoseBesideHeard_wasSaid() {
    relayed("paul", "pia").lost("prompt-1.paul");
    assertThat(told().said()).hasSize(1);

    lost("prompt-1.pia");
    assertThat(told().said()).isEmpty();
  }

  /** A second way that fails takes nothing back. */
  @Test
  void promptThatArrivedUnseen_wasSaid() {
    relayed("paul").lost("relay-1.paul");

    assertThat(told().said()).hasSize(1);
  }
}
