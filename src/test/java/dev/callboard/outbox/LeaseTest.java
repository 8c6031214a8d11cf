package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Lease lease = new Lease(0);

  @Test
  void claim_isHeldOnItsOwnForLessThanItsLength() {
    assertThat(lease.holds(10 * SECOND, 12 * SECOND)).isTrue();
    assertThat(lease.holds(10 * SECOND, 13 * SECOND)).isFalse();
  }

  @Test
  void claimThatIsRenewed_isHeldOn() {
    for (int second = 1; second <= 60; second++) {
      lease.renewed(second * SECOND);
    }

    assertThat(lease.holds(2 * SECOND, 61 * SECOND)).isTrue();
    assertThat(lease.holds(2 * SECOND, 64 * SECOND)).isFalse();
  }

  @Test
  void claimFromBeforeALongSilence_isNotTrustedAgain() {
    lease.renewed(SECOND);
    lease.renewed(10 * SECOND);

    assertThat(lease.holds(SECOND / 2, 10 * SECOND)).isFalse();
    assertThat(lease.holds(10 * SECOND, 11 * SECOND)).isTrue();
  }
}
