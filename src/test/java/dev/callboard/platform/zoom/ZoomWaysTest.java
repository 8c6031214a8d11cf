package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Place;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where Zoom's meetings are joined. */
class ZoomWaysTest {

  @Test
  void meeting_isJoinedByItsNumber() {
    assertThat(ZoomWays.to(new Place("zoom", "A1", "81234567890")))
        .contains(URI.create("https://zoom.us/j/81234567890"));
  }

  @Test
  void channelOfTeamChat_hasNoAddress() {
    assertThat(ZoomWays.to(new Place("zoom", "A1", "9f3c8e"))).isEmpty();
  }
}
