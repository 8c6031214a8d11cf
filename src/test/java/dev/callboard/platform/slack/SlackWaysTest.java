package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Place;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where Slack's channels are opened. */
class SlackWaysTest {

  @Test
  void channel_isOpenedInItsWorkspace() {
    assertThat(SlackWays.to(new Place("slack", "T024BE7LD", "C0123456789")))
        .contains(URI.create("https://slack.com/app_redirect?team=T024BE7LD&channel=C0123456789"));
  }

  @Test
  void organisation_isNoWorkspace() {
    URI address = URI.create("https://slack.com/app_redirect?channel=C0123456789");
    assertThat(SlackWays.to(new Place("slack", "E024BE7LD", "C0123456789"))).contains(address);
    assertThat(SlackWays.to(new Place("slack", "", "C0123456789"))).contains(address);
  }

  @Test
  void whatIsNoChannel_hasNoAddress() {
    assertThat(SlackWays.to(new Place("slack", "T1", "general"))).isEmpty();
    assertThat(SlackWays.to(new Place("slack", "T1", "C1&x=y"))).isEmpty();
  }
}
