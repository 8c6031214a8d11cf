package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said by itself as people come and go. */
class MindingTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    desk.types("priya", "open hybrid-meetings");
  }

  private void minutes(int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  private List<String> backstage() {
    return desk.shows(desk.backstage());
  }

  @Test
  void learner_isWelcomedAloneInTheirLanguage() {
    desk.joins("ana");
    desk.joins("ben");
    minutes(1);

    assertThat(desk.told("ana")).singleElement().asString().contains("¡Les damos la bienvenida!");
    assertThat(desk.told("ben")).singleElement().asString().contains("Welcome!");
    assertThat(desk.shows(desk.classRoom())).isEmpty();
  }

  @Test
  void guests_areWelcomedByOnePostForTheWholeBurst() {
    desk.guestJoins("s1", "iPhone");
    desk.guestJoins("s2", "Zed");
    minutes(1);
    desk.guestJoins("s3", "Yan");
    minutes(1);

    assertThat(desk.shows(desk.classRoom())).singleElement().asString().contains("Welcome!");
  }

  @Test
  void burstOfAHundred_isWaitedForLonger() {
    for (int i = 0; i < 100; i++) {
      desk.guestJoins("s" + i, "Guest " + i);
    }
    desk.passes(Duration.ofSeconds(6));
    assertThat(desk.shows(desk.classRoom())).isEmpty();
    desk.passes(Duration.ofSeconds(1));
    assertThat(desk.shows(desk.classRoom())).hasSize(1);
  }

  @Test
  void welcomeThatWasPostedByItself_isNotRepeatedByTyping() {
    desk.guestJoins("s1", "iPhone");
    minutes(2);

    assertThat(desk.types("priya", "welcome"))
        .isEqualTo("The welcome is in the class room already, since 13:50.");
    assertThat(desk.shows(desk.classRoom())).hasSize(1);
  }

  @Test
  void welcomeThatWasJustTyped_isNotRepeatedByItself() {
    desk.types("priya", "welcome");
    minutes(2);
    desk.guestJoins("s1", "iPhone");
    minutes(1);

    assertThat(desk.shows(desk.classRoom())).hasSize(1);
  }

  @Test
  void guestLongAfterTheWelcomeWasTyped_isWelcomedAllTheSame() {
    desk.types("priya", "welcome");
    minutes(11);
    desk.guestJoins("s1", "iPhone");
    minutes(1);

    assertThat(desk.shows(desk.classRoom())).hasSize(2);
  }

  @Test
  void whoComesBack_isNotWelcomedAgain() {
    desk.joins("ben");
    minutes(1);
    desk.leaves("ben");
    minutes(5);
    desk.joins("ben");
    minutes(1);

    assertThat(desk.told("ben")).hasSize(1);
  }

  @Test
  void deviceThatComesBack_isNotWelcomedAgain() {
    desk.guestJoins("s1", "iPhone");
    minutes(1);
    desk.guestLeaves("s1", "iPhone");
    minutes(15);
    desk.guestJoins("s2", "iPhone");
    minutes(1);

    assertThat(desk.shows(desk.classRoom())).hasSize(1);
  }

  @Test
  void anotherDeviceOfThatName_isWelcomedToo() {
    desk.guestJoins("s1", "iPhone");
    minutes(15);
    desk.guestJoins("s2", "iPhone");
    minutes(2);

    assertThat(desk.shows(desk.classRoom())).hasSize(2);
  }

  @Test
  void leaveJustBeforeTheLook_isOnTheCardAWhileLater() {
    desk.types("priya", "roll");
    desk.joins("amara");
    desk.passes(Duration.ofSeconds(2));
    desk.leaves("amara");
    minutes(1);

    assertThat(backstage()).anyMatch(post -> post.contains("Here: 0 of 18"));
  }

  /** A leave is heard three seconds after it and the join after four, while others come. */
  @Test
  void moveThatIsHeardLate_neverShowsAnybodyAway() {
    desk.sees(new Sighting.Joined(room("1")));
    desk.types("priya", "roll");
    minutes(1);

    desk.joins("ben");
    desk.passes(Duration.ofMillis(2_500));
    Instant moved = desk.clock().instant().minusMillis(3_100);
    desk.sees(moved, new Sighting.Left(room("1")));
    Set<String> shown = new LinkedHashSet<>();
    for (int tenth = 0; tenth < 100; tenth++) {
      desk.passes(Duration.ofMillis(100));
      backstage().stream().filter(card -> card.contains("Here:")).forEach(shown::add);
      if (tenth == 8) {
        desk.sees(moved, new Sighting.Joined(room("2")));
      }
    }

    assertThat(shown).isNotEmpty().noneMatch(card -> card.contains("Away"));
    assertThat(shown).anyMatch(card -> card.contains("Here: 2 of 18"));
  }

  private static Attendee room(String connection) {
    return new Attendee(connection, "p1", "amara", null, "Amara", null, null);
  }

  @Test
  void burst_isWelcomedAfterThreeSeconds() {
    desk.joins("ben");
    desk.joins("ana");
    desk.passes(Duration.ofSeconds(2));
    assertThat(desk.told("ben")).isEmpty();
    desk.passes(Duration.ofSeconds(1));

    assertThat(desk.told("ben")).hasSize(1);
    assertThat(desk.told("ana")).hasSize(1);
  }

  @Test
  void whoLeavesWhileOthersCome_isTakenOffTheRollAllTheSame() {
    desk.joins("ben");
    desk.joins("amara");
    desk.types("priya", "roll");
    minutes(1);

    desk.joins("ana");
    desk.passes(Duration.ofSeconds(2));
    desk.leaves("ben");
    minutes(1);

    assertThat(backstage()).anyMatch(card -> card.contains("Here: 2 of 18"));
  }

  @Test
  void latecomer_isToldAloneWhereWeAre() {
    minutes(10);
    desk.types("priya", "start");
    desk.types("priya", "link workbook");
    minutes(6);
    desk.types("priya", "next");
    minutes(3);
    desk.joins("ben");
    minutes(1);

    assertThat(desk.told("ben"))
        .singleElement()
        .asString()
        .contains("We are on page 4, “Poll 1”. Answer the poll")
        .contains("Links so far:")
        .contains("Hybrid Meetings Workbook");
    assertThat(desk.shows(desk.classRoom())).noneMatch(post -> post.contains("We are on page"));
  }

  @Test
  void latecomerWithoutAPrivateWay_isShownToTheTeamOnly() {
    minutes(10);
    desk.types("priya", "start");
    minutes(9);
    desk.guestJoins("s1", "Zed");
    minutes(1);

    assertThat(backstage()).anyMatch(post -> post.contains("no private way to them: Zed"));
    assertThat(desk.shows(desk.classRoom())).isEmpty();
  }

  @Test
  void needs_areShownBackstageOnce() {
    desk.joins("ana");
    minutes(1);
    desk.leaves("ana");
    minutes(2);
    desk.joins("ana");
    minutes(1);

    assertThat(backstage().stream().filter(post -> post.contains("captions in Spanish")))
        .containsExactly("Ana Ruiz is here: captions in Spanish.");
    assertThat(desk.shows(desk.classRoom())).noneMatch(post -> post.contains("captions"));
  }

  @Test
  void missing_areNamedFiveMinutesAfterTheStartAndKeptUpToDate() {
    desk.joins("amara");
    minutes(10);
    desk.types("priya", "start");
    minutes(4);
    assertThat(backstage()).noneMatch(post -> post.startsWith("Missing"));
    minutes(2);
    assertThat(backstage())
        .anyMatch(post -> post.startsWith("Missing: 17") && post.contains("ana@learners"));

    desk.joins("ana");
    minutes(1);

    assertThat(backstage().stream().filter(post -> post.startsWith("Missing")))
        .singleElement()
        .asString()
        .startsWith("Missing: 16")
        .doesNotContain("Ana Ruiz");
  }

  /** The card is edited as people come, so it says as of when it is true. */
  @Test
  void missing_saysAsOfWhen() {
    desk.learners().forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(6);

    assertThat(backstage()).contains("Everybody is here\nas of 14:05");
    assertThat(desk.types("priya", "missing")).isEqualTo("Everybody is here\nas of 14:06");
  }

  @Test
  void missing_areNotNamedWhereNoMeetingTellsWhoIsThere() {
    minutes(10);
    desk.types("priya", "start");
    minutes(10);
    assertThat(backstage()).noneMatch(post -> post.startsWith("Missing"));
  }
}
