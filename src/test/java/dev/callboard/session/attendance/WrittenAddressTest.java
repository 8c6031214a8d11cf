package dev.callboard.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.plan.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An address that anybody may have written, and one that the platform vouches for. */
class WrittenAddressTest {

  private static final String AMARAS = "amara@learners.example.com";

  private static String recognised(ToldClass told) {
    Owner.How how = told.roll(60).learner("amara").orElseThrow().how();
    return how == null ? "" : how.words();
  }

  private static Attendee vouched(@Nullable String account, @Nullable String registrant) {
    return new Attendee("c1", "c1", account, registrant, "Amara", AMARAS, null);
  }

  private static Attendee writes(String connection, String address) {
    return new Attendee(connection, connection, null, "r1", "Zed", null, null, address);
  }

  @Test
  void addressThatIsVouchedFor_isWhoseItIs() {
    assertThat(recognised(new ToldClass().joins(0, vouched("u1", "r1")))).isEqualTo("by address");
    assertThat(recognised(new ToldClass().joins(0, vouched(null, null)))).isEqualTo("by address");
  }

  /** So that what was signed off stays as it was. */
  @Test
  void olderLog_showsAWrittenAddressAsIfItWereVouchedFor() {
    assertThat(recognised(new ToldClass().joins(0, vouched(null, "r1"))))
        .isEqualTo("by the address given when registering");
  }

  @Test
  void writtenAddress_onlyProposes() {
    ToldClass told = new ToldClass().joins(0, writes("c1", " AMARA@learners.example.com"));

    Roll roll = told.roll(60);

    assertThat(recognised(told)).isEmpty();
    assertThat(roll.unknown()).hasSize(1);
    Party party = roll.unknown().getFirst().party();
    assertThat(roll.proposals(ToldClass.PLAN).of(party))
        .extracting(Member::key)
        .first()
        .isEqualTo("amara");
  }

  @Test
  void writtenAddress_isNotTheSameAsTheOneThatIsVouchedFor() {
    ToldClass told = new ToldClass().joins(0, vouched("u1", null)).joins(9, writes("c2", AMARAS));

    Roll roll = told.roll(60);

    assertThat(recognised(told)).isEqualTo("by address");
    assertThat(roll.unknown()).hasSize(1);
  }

  @Test
  void addressOfNobody_proposesNobody() {
    ToldClass told = new ToldClass().joins(0, writes("c1", "zed@elsewhere.example"));
    Roll roll = told.roll(60);

    assertThat(roll.proposals(ToldClass.PLAN).of(roll.unknown().getFirst().party())).isEmpty();
  }
}
