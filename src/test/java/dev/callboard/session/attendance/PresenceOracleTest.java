package dev.callboard.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Sighting;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Policy;
import dev.callboard.testing.Cases;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Presence held against people whose every second is known. The classes are generated: devices,
 * drops, moves between rooms, several people.
 */
class PresenceOracleTest {

  private static final Plan PLAN = SamplePlans.shipped("hybrid-meetings");
  private static final int CASES = 200;

  private static Register told(List<Sighting> facts) {
    Register opened = Register.opened(LivedClass.START.minusSeconds(1_800), null);
    Register register = opened.with(opened.course().started(LivedClass.START));
    for (Sighting fact : facts) {
      register =
          register.knows(fact)
              ? register
              : register.witnessed(fact, LivedClass.START, Policy.USUAL);
    }
    return register.with(register.course().ended(LivedClass.END));
  }

  private static Roll roll(List<Sighting> facts) {
    return Roll.of(told(facts), PLAN, LivedClass.END.plusSeconds(60));
  }

  @Test
  void everySecond_isCreditedAndNoOther() {
    Cases.each(
        CASES,
        random -> {
          holdsEverySecond(LivedClass.of(random));
          holdsEverySecond(LivedClass.ofOneConnectionEach(random));
        });
  }

  private static void holdsEverySecond(LivedClass lived) {
    Roll roll = roll(lived.facts());
    lived
        .people()
        .forEach(person ->
            assertThat(roll.learner(person).orElseThrow().verdict().present())
                .as(person)
                .isEqualTo(Duration.ofSeconds(lived.secondsInClass(person))));
  }

  @Test
  void orderOfTelling_changesNothing() {
    Cases.each(
        CASES,
        random -> {
          List<Sighting> facts = LivedClass.of(random).facts();
          List<Sighting> shuffled = new ArrayList<>(facts);
          Collections.shuffle(shuffled, random);
          assertThat(sums(roll(shuffled))).isEqualTo(sums(roll(facts)));
        });
  }

  @Test
  void repeats_changeNothing() {
    Cases.each(
        CASES,
        random -> {
          List<Sighting> facts = LivedClass.of(random).facts();
          List<Sighting> twice = new ArrayList<>(facts);
          facts.stream().filter(_ -> random.nextBoolean()).forEach(twice::add);
          Collections.shuffle(twice, random);
          assertThat(told(twice).stays().size()).isEqualTo(told(facts).stays().size());
          assertThat(sums(roll(twice))).isEqualTo(sums(roll(facts)));
        });
  }

  /** Whatever is lost, nobody who never came is credited, and beyond their time nobody silently. */
  @Test
  void losses_creditNobodyWhoNeverCameAndNobodyBeyondTheirTimeSilently() {
    Cases.each(
        CASES,
        random -> {
          LivedClass lived = LivedClass.of(random);
          List<Sighting> some = lived.facts().stream().filter(_ -> random.nextInt(5) > 0).toList();
          for (Roll.Learner learner : roll(some).learners()) {
            String person = learner.member().key();
            if (learner.verdict().sure().isEmpty()) {
              assertThat(learner.verdict().present())
                  .as(person)
                  .isLessThanOrEqualTo(Duration.ofSeconds(lived.secondsInClass(person)));
            }
            if (!lived.people().contains(person)) {
              assertThat(learner.spans().isEmpty()).as(person).isTrue();
            }
          }
        });
  }

  /** A lost leave is said to be assumed, a lost join to be unknown: never silently. */
  @Test
  void losses_areConfessed() {
    losesOneEach(LivedClass::of);
  }

  @Test
  void lossesWhereAllComingsAreOneConnection_areConfessed() {
    losesOneEach(LivedClass::ofOneConnectionEach);
  }

  private static void losesOneEach(Function<Random, LivedClass> classes) {
    Cases.each(
        CASES,
        random -> {
          LivedClass lived = classes.apply(random);
          List<Sighting> facts = lived.facts();
          Sighting lost = facts.get(random.nextInt(facts.size()));
          List<Sighting> rest = new ArrayList<>(facts);
          rest.remove(lost);
          Roll before = roll(facts);
          Roll after = roll(rest);
          for (String person : lived.people()) {
            Verdict whole = before.learner(person).orElseThrow().verdict();
            Verdict less = after.learner(person).orElseThrow().verdict();
            if (!less.present().equals(whole.present()) && less.joined() != null) {
              assertThat(less.sure()).as("%s without %s", person, lost).isNotEmpty();
            }
          }
        });
  }

  private static List<String> sums(Roll roll) {
    return roll.learners().stream()
        .map(learner ->
            learner.member().key()
                + " "
                + learner.verdict().status()
                + " "
                + learner.verdict().present()
                + " "
                + learner.verdict().gaps())
        .toList();
  }

  @Test
  void equalNames_areNeverOnePerson() {
    Instant at = LivedClass.START;
    Roll roll =
        roll(
            List.of(
                LivedClass.joined("c1", "s1", null, "Amara Bello", at),
                LivedClass.joined("c2", "s2", null, "Amara Bello", at)));

    assertThat(roll.guests()).hasSize(2);
    assertThat(roll.learner("amara").orElseThrow().spans().isEmpty()).isTrue();
  }
}
