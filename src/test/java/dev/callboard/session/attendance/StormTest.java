package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.at;
import static dev.callboard.session.attendance.ToldClass.guest;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When many drop at once, and when it only looks so. */
class StormTest {

  private static final List<String> PEOPLE = List.of("amara", "ben", "chloe", "dev", "elena");

  private final ToldClass told = new ToldClass();

  private static ToldClass here(ToldClass told) {
    PEOPLE.forEach(person -> told.joins(-60, learner(person, person)));
    return told;
  }

  private static void drop(ToldClass told, int second) {
    PEOPLE.subList(0, 4).forEach(person -> told.leaves(second, learner(person, person)));
  }

  private static void back(ToldClass told, int second) {
    PEOPLE.subList(0, 4).forEach(person -> told.joins(second, learner(person, person)));
  }

  private static List<Integer> sizes(Roll roll) {
    return roll.storms().stream().map(Storm::people).toList();
  }

  @Test
  void manyAtOnce_areAStorm() {
    drop(here(told), 600);

    assertThat(told.roll(700).storms()).containsExactly(new Storm(at(600), at(600), 4));
  }

  @Test
  void peopleAreCounted_notTheirDevices() {
    told.joins(0, learner("ben", "b1"));
    for (String device : List.of("a1", "a2", "a3")) {
      String trait = Trait.stay(Stay.key("zoom/ACC1 occurrence", device));
      told.joins(0, guest(device, "iPad")).leaves(600, guest(device, "iPad"));
      told.decides(all -> all.matched(List.of(trait), "amara"));
    }
    told.leaves(605, learner("ben", "b1"));

    assertThat(told.roll(700).storms()).isEmpty();
  }

  @Test
  void onePersonWhoDropsAgainAndAgain_isNoStorm() {
    told.joins(0, learner("ben", "b1"));
    for (int second = 600; second < 660; second += 10) {
      told.joins(second, learner("amara", "a1")).leaves(second + 5, learner("amara", "a1"));
    }

    assertThat(told.roll(700).storms()).isEmpty();
  }

  @Test
  void leavesOfJustNow_mayBeMovesAndAreNotCounted() {
    drop(here(told), 600);

    assertThat(told.roll(606).storms()).isEmpty();
    assertThat(sizes(told.roll(607))).containsExactly(4);
  }

  @Test
  void stormThatGrows_countsEverybodyOnce() {
    here(told);
    for (int i = 0; i < 5; i++) {
      told.leaves(600 + i * 30, learner(PEOPLE.get(i), PEOPLE.get(i)));
    }

    assertThat(sizes(told.roll(800))).containsExactly(5);
  }

  @Test
  void leavingBeforeTheMeetingIsOver_isNatural() {
    drop(here(told), 600);
    told.tells(630, new Sighting.Over());

    assertThat(told.roll(700).storms()).isEmpty();
  }

  @Test
  void leavingBeforeThePlannedEnd_isNatural() {
    ToldClass planned = here(new ToldClass(new Span(at(0), at(3_600))));
    drop(planned, 3_570);

    assertThat(planned.roll(3_700).storms()).isEmpty();
  }

  @Test
  void leavingBeforeTheEndOfTheClass_isNatural() {
    drop(here(told), 1_000);
    told.ends(1_030);

    assertThat(told.roll(1_100).storms()).isEmpty();
  }

  private static Policy strict() {
    Policy usual = Policy.USUAL;
    return new Policy(
        Duration.ofMinutes(2),
        Duration.ofMinutes(2),
        null,
        null,
        null,
        usual.gapsFrom(),
        Duration.ofMinutes(5),
        usual.basis(),
        usual.breaks());
  }

  private Verdict verdict(String person) {
    return told.roll(3_700, strict()).learner(person).orElseThrow().verdict();
  }

  @Test
  void whoeverDroppedInAStorm_isNotHeldToHaveLeftEarly() {
    drop(here(told), 3_360);
    told.ends(3_600);

    assertThat(verdict("amara").early()).isNull();
    assertThat(verdict("amara").status()).isEqualTo(Status.PRESENT);
    assertThat(verdict("amara").present()).isEqualTo(Duration.ofMinutes(56));
  }

  @Test
  void whoeverLeftAlone_leftEarly() {
    here(told).leaves(3_360, learner("amara", "amara")).ends(3_600);

    assertThat(verdict("amara").early()).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void whoeverDroppedInAStormBeforeTheStart_isNotLate() {
    drop(here(told), -30);
    back(told, 180);
    told.ends(3_600);

    assertThat(verdict("amara").late()).isNull();
  }

  @Test
  void whoeverComesBackTooLateFromAStorm_isLate() {
    drop(here(told), -30);
    back(told, 420);
    told.ends(3_600);

    assertThat(verdict("amara").late()).isEqualTo(Duration.ofMinutes(7));
  }
}
