package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Place;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where the chats of Teams are opened. */
class TeamsWaysTest {

  private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";

  @Test
  void chat_isOpenedInItsTenant() {
    assertThat(TeamsWays.to(new Place("teams", TENANT, "19:meeting_MzQ2@thread.v2")))
        .contains(
            URI.create(
                "https://teams.microsoft.com/l/chat/19%3Ameeting_MzQ2%40thread.v2/conversations"
                    + "?tenantId="
                    + TENANT));
    assertThat(TeamsWays.to(new Place("teams", "", "19:abc@thread.v2")))
        .contains(
            URI.create("https://teams.microsoft.com/l/chat/19%3Aabc%40thread.v2/conversations"));
  }

  @Test
  void channel_hasNoAddressWithoutItsGroup() {
    assertThat(TeamsWays.to(new Place("teams", TENANT, "19:abc@thread.tacv2"))).isEmpty();
    assertThat(TeamsWays.to(new Place("teams", TENANT, "a:1xyz"))).isEmpty();
    assertThat(TeamsWays.to(new Place("teams", TENANT, "19:a/../b@thread.v2"))).isEmpty();
  }
}
