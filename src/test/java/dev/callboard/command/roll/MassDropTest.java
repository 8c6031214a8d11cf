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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of those who drop all at once. */
class MassDropTest {

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

  private Stream<String> drops() {
    return backstage().stream().filter(post -> post.contains("dropped at once"));
  }

  @Test
  void whoDroppedJustNow_isNotCountedAsHereAmongThoseWhoDidNot() {
    List<String> people = List.of("ben", "amara", "lee", "dev");
    people.forEach(desk::joins);
    minutes(1);

    desk.joins("ana");
    desk.passes(Duration.ofSeconds(2));
    people.forEach(desk::leaves);
    minutes(1);

    assertThat(backstage())
        .anyMatch(post -> post.contains("4 dropped at once") && post.contains("1 is here now"));
  }

  @Test
  void guestsWhoDroppedWithTheClass_areCountedAmongWhoIsBack() {
    List<String> people = List.of("ben", "amara", "lee");
    people.forEach(desk::joins);
    desk.guestJoins("s1", "iPhone");
    minutes(1);

    people.forEach(desk::leaves);
    desk.guestLeaves("s1", "iPhone");
    desk.passes(Duration.ofSeconds(30));
    people.forEach(desk::joins);
    desk.guestJoins("s2", "iPhone");
    minutes(1);

    assertThat(drops()).singleElement().asString().contains("4 dropped at once", "4 are here now");
  }

  @Test
  void massDrop_isToldOnceAndHeldAgainstNobody() {
    List<String> people = List.of("amara", "ben", "chloe", "dev", "elena");
    people.forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(20);
    people.subList(0, 4).forEach(desk::leaves);
    minutes(3);
    people.subList(0, 4).forEach(desk::joins);
    minutes(37);
    desk.types("priya", "end");

    assertThat(backstage().stream().filter(post -> post.contains("dropped at once")))
        .singleElement()
        .asString()
        .startsWith("4 dropped at once at 14:20. Platform or network?");
    people.forEach(person -> assertThat(desk.told(person)).hasSize(1));
    assertThat(desk.types("priya", "why ben")).contains("present · present 57 of 60 min");
  }

  @Test
  void massDropThatGrows_isToldInOnePost() {
    List<String> people = List.of("amara", "ben", "chloe", "dev", "elena");
    people.forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(20);
    people.subList(0, 3).forEach(desk::leaves);
    desk.passes(Duration.ofSeconds(10));
    assertThat(drops()).singleElement().asString().startsWith("3 dropped at once");
    desk.leaves("dev");
    minutes(1);

    assertThat(drops()).singleElement().asString().startsWith("4 dropped at once at 14:20");
  }

  @Test
  void massDropWherePeopleComeAndGo_isToldAnewNowAndThenAndAsItIsInTheEnd() {
    List<String> people = List.of("amara", "ben", "chloe", "dev", "elena");
    people.forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(20);
    people.forEach(desk::leaves);
    Set<String> told = new LinkedHashSet<>();
    for (int second = 0; second < 60; second++) {
      String person = people.get(second % 5);
      if (second % 2 == 0) {
        desk.joins(person);
      } else {
        desk.leaves(people.get((second - 1) % 5));
      }
      desk.passes(Duration.ofSeconds(1));
      drops().forEach(told::add);
    }
    people.forEach(desk::joins);
    desk.passes(Duration.ofSeconds(12));

    assertThat(told).hasSizeBetween(2, 8);
    assertThat(drops()).singleElement().asString().contains("5 are here now");
  }

  @Test
  void learnerWhoComesWhileAMassDropIsToldAnew_doesNotWaitForThat() {
    List<String> people = List.of("amara", "ben", "chloe", "dev", "elena");
    people.forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    minutes(20);
    people.subList(0, 4).forEach(desk::leaves);
    desk.passes(Duration.ofSeconds(4));
    desk.leaves("elena");
    desk.passes(Duration.ofSeconds(4));
    desk.joins("grace");
    desk.passes(Duration.ofSeconds(4));

    assertThat(desk.told("grace")).isNotEmpty();
  }

  @Test
  void massDropToldAfterTheEnd_isNoNews() {
    List<String> people = List.of("amara", "ben", "chloe", "dev");
    people.forEach(desk::joins);
    minutes(10);
    desk.types("priya", "start");
    Instant dropped = desk.clock().instant().plus(Duration.ofMinutes(20));
    minutes(60);
    desk.types("priya", "end");
    people.forEach(person ->
        desk.sees(
            dropped,
            new Sighting.Left(new Attendee(person, person, person, null, person, null, null))));
    minutes(1);

    assertThat(drops()).isEmpty();
  }
}
