package dev.callboard.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An address that anybody may have written when they registered, and one of whoever signed in. */
class WrittenAddressTest {

  private static String recognised(@Nullable String account, @Nullable String registrant) {
    String mail = "amara@learners.example.com";
    Attendee who = new Attendee("c1", "c1", account, registrant, "Amara", mail, null);
    Owner.How how = new ToldClass().joins(0, who).roll(60).learner("amara").orElseThrow().how();
    return how == null ? "" : how.words();
  }

  @Test
  void addressOfWhoeverSignedIn_isVouchedFor() {
    assertThat(recognised("u1", "r1")).isEqualTo("by address");
    assertThat(recognised(null, null)).isEqualTo("by address");
  }

  @Test
  void addressThatWasWrittenWhenRegistering_isCalledThat() {
    assertThat(recognised(null, "r1")).isEqualTo("by the address given when registering");
  }
}
