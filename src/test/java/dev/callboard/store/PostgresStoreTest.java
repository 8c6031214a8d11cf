package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Postgres;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends ShelfContract {

  @Override
  protected String freshUrl() throws Exception {
    return Postgres.freshDatabase();
  }

  @Test
  void lane_belongsToOneServerUntilItIsReleasedOrItsLeaseEnds() {
    Instant now = Instant.parse("2026-11-24T12:00:00Z");
    waitingIn("x");
    String lane = "slack/T01/x";

    assertThat(shelf().claim(lane, "one", now, now.plus(lease()), 9)).hasSize(1);
    assertThat(shelf().claim(lane, "two", now, now.plus(lease()), 9)).isEmpty();
    assertThat(shelf().claim(lane, "one", now, now.plus(lease()), 9)).hasSize(1);
    shelf().release(lane, "two");
    assertThat(shelf().claim(lane, "two", now, now.plus(lease()), 9)).isEmpty();
    shelf().release(lane, "one");
    assertThat(shelf().claim(lane, "two", now, now.plus(lease()), 9)).hasSize(1);
    Instant later = now.plus(lease()).plusSeconds(1);
    assertThat(shelf().claim(lane, "one", later, later.plus(lease()), 9)).hasSize(1);
  }

  @Test
  void lanesOfAServer_areHeldForAsLongAsItRenewsThem() {
    waitingIn("x");
    waitingIn("y");
    String lane = "slack/T01/x";
    shelf().claim(lane, "one", NOON, NOON.plusSeconds(4), 9);
    shelf().claim("slack/T01/y", "two", NOON, NOON.plusSeconds(4), 9);

    shelf().renew("one", NOON.plusSeconds(8));

    Instant then = NOON.plusSeconds(7);
    assertThat(shelf().claim(lane, "two", then, then.plusSeconds(4), 9)).isEmpty();
    assertThat(shelf().claim("slack/T01/y", "one", then, then.plusSeconds(4), 9)).hasSize(1);
    Instant over = NOON.plusSeconds(9);
    assertThat(shelf().claim(lane, "two", over, over.plusSeconds(4), 9)).hasSize(1);
  }
}
