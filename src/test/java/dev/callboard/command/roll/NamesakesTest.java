package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is greeted where several people or devices bear one name. */
class NamesakesTest {

  private final TestDesk desk = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), plan());

  private static Plan plan() {
    Plan plan = SamplePlans.hybrid();
    List<Member> people = new ArrayList<>(plan.people());
    people.add(maria("m1"));
    people.add(maria("m2"));
    return plan.with(people, plan.attendance());
  }

  private static Member maria(String key) {
    String mail = key + "@example.com";
    return new Member(
        key, "Maria Silva", Role.LEARNER, mail, Map.of("lobby", key), "en", List.of());
  }

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid");
  }

  private void seconds(int seconds) {
    desk.passes(Duration.ofSeconds(seconds));
  }

  private void joins(String account) {
    desk.sees(
        new Sighting.Joined(
            new Attendee(account, account, account, null, "Maria Silva", null, null)));
    seconds(30);
  }

  private void startsLongAgo() {
    desk.types("priya", "start");
    desk.passes(Duration.ofMinutes(6));
  }

  private List<String> pasted() {
    return desk.shows(desk.backstage()).stream().filter(p -> p.contains("Just came")).toList();
  }

  @Test
  void learnersOfOneName_areWelcomedEach() {
    joins("m1");
    joins("m2");

    assertThat(desk.told("m1")).singleElement().asString().contains("Welcome!");
    assertThat(desk.told("m2")).singleElement().asString().contains("Welcome!");
  }

  @Test
  void learnerWhoseNamesakeWent_isToldWhereWeAre() {
    startsLongAgo();
    joins("m1");
    desk.leaves("m1");
    seconds(30);
    joins("m2");

    assertThat(desk.told("m2")).singleElement().asString().contains("We are ");
  }

  @Test
  void guestWhoComesAgainWithTheirAccount_isNotWelcomedAgain() {
    desk.guestJoins("g1", "Maria Silva");
    seconds(30);
    joins("m1");

    assertThat(desk.shows(desk.classRoom())).singleElement().asString().contains("Welcome!");
    assertThat(desk.told("m1")).isEmpty();
  }

  @Test
  void deviceBackBeforeItsLeaveIsTold_isNoLatecomer() {
    startsLongAgo();
    desk.guestJoins("g1", "iPhone");
    seconds(30);
    desk.guestJoins("g2", "iPhone");
    seconds(60);
    desk.guestLeaves("g1", "iPhone");
    seconds(120);

    assertThat(pasted()).hasSize(1);
  }

  @Test
  void secondDeviceOfThatName_isToldOfWhenItIsSure() {
    startsLongAgo();
    desk.guestJoins("g1", "iPhone");
    seconds(30);
    desk.guestJoins("g2", "iPhone");
    seconds(80);
    assertThat(pasted()).hasSize(1);
    seconds(20);

    assertThat(pasted()).hasSize(2);
  }
}
