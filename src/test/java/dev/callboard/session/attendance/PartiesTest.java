package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.PLAN;
import static dev.callboard.session.attendance.ToldClass.guest;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;

/** Who is taken for whom, and who never. */
class PartiesTest {

  private final ToldClass told = new ToldClass();

  private boolean seen(String person) {
    return !told.roll(600).learner(person).orElseThrow().stretches().isEmpty();
  }

  private static String trait(String connection) {
    return Trait.stay(Stay.key("zoom/ACC1 occurrence", connection));
  }

  private static Attendee of(String connection, String stay, String account, String mail) {
    return new Attendee(connection, stay, account, null, "Somebody", mail, null);
  }

  @Test
  void twoKnownPeople_areKeptApartThoughAThirdStaySharesWithBoth() {
    told.joins(0, learner("amara", "c1"));
    told.joins(0, of("c2", "c2", "u7", ""));
    told.decides(all -> all.matched(List.of(Trait.account("zoom", "ACC1", "u7")), "ben"));
    told.joins(0, of("c3", "c3", "u7", "amara@learners.example.com"));

    assertThat(seen("amara")).isTrue();
    assertThat(seen("ben")).isTrue();
  }

  @Test
  void guestAndLearner_areKeptApartThoughThePlatformBindsThem() {
    told.joins(0, learner("amara", "c1")).joins(0, guest("c2", "Zed"));
    told.decides(all -> all.matched(List.of(trait("c2")), Decisions.NOBODY));
    told.tells(1, new Sighting.Bound(learner("amara", "c1"), "c2", null));

    assertThat(seen("amara")).isTrue();
    assertThat(told.roll(600).guests()).hasSize(1);
  }

  @Test
  void severalMergesOfOneStay_areAllKept() {
    told.joins(0, guest("c1", "A")).joins(0, guest("c2", "B")).joins(0, guest("c3", "C"));
    told.decides(all -> all.merged(trait("c1"), trait("c2")).merged(trait("c1"), trait("c3")));

    assertThat(told.roll(600).guests()).hasSize(1);
  }

  @Test
  void mergeToldEitherWayRound_isPartedAlike() {
    told.joins(0, guest("c1", "A")).joins(0, guest("c2", "B"));
    told.decides(all -> all.merged(trait("c1"), trait("c2")).parted(trait("c2")));

    assertThat(told.roll(600).guests()).hasSize(2);
  }

  @Test
  void bindingThatNamesConnectionsOnly_isUnderstood() {
    told.joins(0, of("c1", "stay-1", "", "")).joins(0, of("c2", "stay-2", "", ""));
    told.tells(1, new Sighting.Bound(of("c1", "c1", "", ""), "c2", null));

    assertThat(told.roll(600).guests()).hasSize(1);
  }

  @Test
  void leaveThatNamesNoStay_closesTheJoinOfItsConnectionInWhateverOrder() {
    ToldClass other = new ToldClass();
    told.joins(0, of("c1", "stay-1", "", "")).leaves(1_800, of("c1", "c1", "", ""));
    other.leaves(1_800, of("c1", "c1", "", "")).joins(0, of("c1", "stay-1", "", ""));

    for (ToldClass one : List.of(told, other)) {
      assertThat(one.roll(3_600).guests())
          .singleElement()
          .satisfies(guest -> {
            assertThat(guest.spans().length()).isEqualTo(Duration.ofMinutes(30));
            assertThat(guest.here()).isFalse();
          });
    }
  }

  @Test
  void partedStay_isNobodysUntilItIsMatchedItself() {
    told.joins(0, learner("amara", "c1"));
    told.decides(all -> all.parted(trait("c1")));
    assertThat(seen("amara")).isFalse();

    told.decides(all -> all.matched(List.of(trait("c1")), "ben"));
    assertThat(seen("ben")).isTrue();
    told.decides(all -> all.parted(trait("c1")));
    assertThat(seen("ben")).isFalse();
  }

  @Test
  void partedStay_isNotBoundByThePlatformEither() {
    told.joins(0, learner("amara", "c1")).joins(0, guest("c2", "Zed"));
    told.tells(1, new Sighting.Bound(learner("amara", "c1"), "c2", "c2"));
    assertThat(told.roll(600).guests()).isEmpty();

    told.decides(all -> all.parted(trait("c2")));

    assertThat(told.roll(600).guests()).hasSize(1);
  }

  private static ToldClass remembering(String name, String person) {
    return new ToldClass()
        .decides(all -> all.acquainted(HashTreePMap.from(Map.of(Trait.name(name), person))));
  }

  @Test
  void rememberedName_tellsWhileOnePartyGoesByIt() {
    ToldClass one = remembering("Mara", "amara").joins(0, guest("c1", "Mara"));
    assertThat(one.roll(600).guests()).isEmpty();

    one.joins(1, guest("c2", "mara"));

    assertThat(one.roll(600).unknown()).hasSize(2);
    assertThat(one.roll(600).learner("amara").orElseThrow().stretches()).isEmpty();
  }

  @Test
  void rememberedNameOfTwoOnTheRoster_tellsNothing() {
    List<Member> people = new ArrayList<>(PLAN.people());
    Member amara = PLAN.person("amara").orElseThrow();
    people.add(new Member("other", amara.name(), amara.role(), null, Map.of(), null, List.of()));
    Plan both = PLAN.with(people, PLAN.attendance());
    ToldClass one = remembering("Amara Bello", "amara").joins(0, guest("c1", "Amara Bello"));

    assertThat(one.roll(600).unknown()).isEmpty();
    assertThat(one.roll(600, both).unknown()).hasSize(1);
  }

  @Test
  void nameOfAGuest_makesNobodyElseOne() {
    told.joins(0, guest("c1", "Zed"));
    told.decides(all -> all.matched(List.of(trait("c1"), Trait.name("Zed")), Decisions.NOBODY));
    told.joins(1, guest("c2", "Zed"));

    assertThat(told.roll(600).unknown()).hasSize(1);
  }

  @Test
  void blankAddresses_areNeverEqual() {
    told.joins(0, of("c1", "c1", "", "")).joins(0, of("c2", "c2", " ", ""));
    told.joins(0, of("c3", "c3", "", " ")).joins(0, of("c4", "c4", " ", " "));

    assertThat(told.roll(600).guests()).hasSize(4);
  }
}
