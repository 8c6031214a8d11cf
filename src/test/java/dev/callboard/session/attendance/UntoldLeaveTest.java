package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.at;
import static dev.callboard.session.attendance.ToldClass.guest;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Stretch.End;
import dev.callboard.session.attendance.Stretch.Start;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Leaves of which nobody told, and records that name people without times. */
class UntoldLeaveTest {

  private static final Attendee AMARA = learner("amara", "c1");
  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");

  private static Learner amara(ToldClass told) {
    return told.ends(3_600).roll(3_700).learner("amara").orElseThrow();
  }

  private static Stretch stretch(int from, int to, Start start, End end) {
    return new Stretch(at(from), at(to), start, end);
  }

  @Test
  void goneWithoutALeave_countsTillThenAndConfessesIt() {
    Learner amara = amara(new ToldClass().joins(0, AMARA).tells(1_200, new Sighting.Gone(AMARA)));

    assertThat(amara.stretches()).containsExactly(stretch(0, 1_200, Start.TOLD, End.GONE));
    assertThat(amara.verdict().present()).isEqualTo(Duration.ofMinutes(20));
    assertThat(amara.verdict().sure())
        .containsExactly("a leave was not told, so it counts till they were found to be gone");
  }

  @Test
  void whoeverIsGone_isAway() {
    Roll roll = new ToldClass().joins(0, AMARA).tells(1_200, new Sighting.Gone(AMARA)).roll(1_210);

    assertThat(roll.away()).extracting(learner -> learner.member().key()).containsExactly("amara");
  }

  @Test
  void leaveThatIsToldAfterAll_isTheEnd() {
    Learner amara =
        amara(
            new ToldClass()
                .joins(0, AMARA)
                .tells(1_200, new Sighting.Gone(AMARA))
                .leaves(1_100, AMARA));

    assertThat(amara.stretches()).containsExactly(stretch(0, 1_100, Start.TOLD, End.TOLD));
    assertThat(amara.verdict().sure()).isEmpty();
  }

  /** They had come back, and nobody told when: by the rule for a leave without its join. */
  @Test
  void leaveLongAfter_isThatOfSomebodyWhoCameBack() {
    Learner amara =
        amara(
            new ToldClass()
                .joins(0, AMARA)
                .tells(1_200, new Sighting.Gone(AMARA))
                .leaves(2_400, AMARA));

    assertThat(amara.stretches())
        .containsExactly(
            stretch(0, 1_200, Start.TOLD, End.GONE),
            stretch(1_200, 2_400, Start.UNKNOWN, End.TOLD));
  }

  @Test
  void joinAfterwards_beginsAnew() {
    Learner amara =
        amara(
            new ToldClass()
                .joins(0, AMARA)
                .tells(1_200, new Sighting.Gone(AMARA))
                .joins(1_800, AMARA)
                .leaves(2_400, AMARA));

    assertThat(amara.verdict().present()).isEqualTo(Duration.ofMinutes(30));
    assertThat(amara.verdict().gaps()).hasSize(1);
  }

  @Test
  void joinAtThatInstant_takesItBack() {
    Learner amara =
        amara(
            new ToldClass()
                .joins(0, AMARA)
                .tells(1_200, new Sighting.Gone(AMARA))
                .joins(1_200, AMARA)
                .leaves(2_400, AMARA));

    assertThat(amara.stretches()).containsExactly(stretch(0, 2_400, Start.TOLD, End.TOLD));
  }

  @Test
  void meetingThatWasOverBefore_isTheEnd() {
    Learner amara =
        amara(
            new ToldClass()
                .joins(0, AMARA)
                .tells(1_000, new Sighting.Over())
                .tells(1_200, new Sighting.Gone(AMARA)));

    assertThat(amara.stretches()).containsExactly(stretch(0, 1_000, Start.TOLD, End.MEETING_OVER));
  }

  @Test
  void goneWithoutAJoin_isNobody() {
    Roll roll = new ToldClass().tells(1_200, new Sighting.Gone(guest("c9", "Zoe"))).roll(1_300);

    assertThat(roll.guests()).isEmpty();
  }

  @Test
  void nameWithoutTimes_givesNoMinutesAndSaysSo() {
    Learner amara = amara(new ToldClass().tells(3_500, new Sighting.Named(AMARA)));

    assertThat(amara.stretches()).isEmpty();
    assertThat(amara.verdict().status()).isEqualTo(Status.ABSENT);
    assertThat(amara.verdict().present()).isZero();
    assertThat(Reasons.of(amara.verdict(), ToldClass.PLAN.zone()))
        .isEqualTo(
            "not seen in the class, the meeting's own record names them but says no times, so no"
                + " minutes count");
  }

  @Test
  void nameOfSomebodyNobodyKnows_isAGuestWithoutMinutes() {
    Roll roll = new ToldClass().tells(3_500, new Sighting.Named(guest("c9", "Zoe"))).roll(3_700);

    assertThat(roll.guests())
        .singleElement()
        .satisfies(zoe -> {
          assertThat(zoe.party().name()).isEqualTo("Zoe");
          assertThat(zoe.here()).isFalse();
          assertThat(zoe.spans().isEmpty()).isTrue();
        });
  }

  @Test
  void nameOfSomebodyWhoWasHeard_addsNothing() {
    ToldClass told = new ToldClass().joins(0, AMARA).leaves(1_200, AMARA);
    Sighting named = new Sighting(MEETING, "occurrence", at(3_500), new Sighting.Named(AMARA));

    assertThat(told.register().knows(named)).isTrue();
    assertThat(amara(told.tells(3_500, named.what())).verdict().sure()).isEmpty();
  }

  /** In whatever order they come, and however often, they make the same. */
  @Test
  void orderOfTelling_changesNothing() {
    Cases.each(
        300,
        random -> {
          List<Sighting> facts = facts(random);
          List<Sighting> shuffled = new ArrayList<>(facts);
          shuffled.addAll(facts);
          Collections.shuffle(shuffled, random);

          assertThat(verdict(shuffled)).isEqualTo(verdict(facts));
        });
  }

  private static List<Sighting> facts(Random random) {
    List<Sighting> facts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Sighting.What what =
          switch (random.nextInt(5)) {
            case 0, 1 -> new Sighting.Joined(AMARA);
            case 2 -> new Sighting.Left(AMARA);
            case 3 -> new Sighting.Gone(AMARA);
            default -> new Sighting.Named(AMARA);
          };
      facts.add(new Sighting(MEETING, "occurrence", at(60 * random.nextInt(12)), what));
    }
    return facts;
  }

  /** Of the marks themselves not all are kept when others say more. */
  private static List<Object> verdict(List<Sighting> facts) {
    Learner amara = roll(facts).learner("amara").orElseThrow();
    String name = Optional.ofNullable(amara.party()).map(Party::name).orElse("");
    return List.of(amara.stretches(), amara.verdict(), name);
  }

  private static Roll roll(List<Sighting> facts) {
    Register opened = Register.opened(at(-1_800), null);
    Register register = opened.with(opened.course().started(at(0)));
    for (Sighting fact : facts) {
      register = register.knows(fact) ? register : register.witnessed(fact, at(0), Policy.USUAL);
    }
    Instant later = at(3_700);
    return Roll.of(register.with(register.course().ended(at(3_600))), ToldClass.PLAN, later);
  }
}
