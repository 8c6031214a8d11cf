package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Postgres;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends StoreContract {

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
}
