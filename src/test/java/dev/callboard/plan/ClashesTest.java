package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Clashes.Clash;
import dev.callboard.plan.Clashes.Found;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is in the way of what, whatever the zones. */
class ClashesTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration NONE = Duration.ZERO;

  @Test
  void touchingEnds_clashOnlyWhereRoomIsNeeded() {
    List<Busy> spans = List.of(minutes("a", 0, 60), minutes("b", 60, 90));
    assertThat(Clashes.of(spans, NONE)).isEmpty();
    Map<String, Found> found = Clashes.of(spans, Duration.ofMinutes(1));
    assertThat(of(found, "a").worst()).containsExactly(new Clash(spans.getLast(), NONE));
    assertThat(of(found, "b").worst()).containsExactly(new Clash(spans.getFirst(), NONE));
    List<Busy> apart = List.of(minutes("a", 0, 60), minutes("b", 70, 90));
    assertThat(Clashes.of(apart, Duration.ofMinutes(10))).isEmpty();
    assertThat(Clashes.of(apart, Duration.ofMinutes(11))).hasSize(2);
  }

  @Test
  void overlap_isTheTimeThatBothTake() {
    assertThat(between(minutes("a", 0, 60), minutes("b", 45, 90))).isEqualTo(ofMinutes(-15));
    assertThat(between(minutes("a", 0, 60), minutes("b", 10, 20))).isEqualTo(ofMinutes(-10));
    assertThat(between(minutes("a", 0, 60), minutes("b", 0, 60))).isEqualTo(ofMinutes(-60));
  }

  /** On that night Rome goes from 02:00 to 03:00, and New York did so three weeks before. */
  @Test
  void zonesAndTheirClocks_changeNothing() {
    Busy rome = local("rome", "2027-03-28T01:30", "Europe/Rome", 60);
    assertThat(between(rome, local("late", "2027-03-28T03:15", "Europe/Rome", 60)))
        .isEqualTo(ofMinutes(-15));
    assertThat(between(rome, local("york", "2027-03-27T21:00", "America/New_York", 60)))
        .isEqualTo(ofMinutes(-30));
    Busy evening = local("evening", "2026-11-24T23:30", "Europe/London", 60);
    assertThat(between(evening, local("tokyo", "2026-11-25T09:15", "Asia/Tokyo", 30)))
        .isEqualTo(ofMinutes(-15));
    assertThat(
            Clashes.of(List.of(evening, local("day", "2026-11-25T09:30", "Asia/Tokyo", 30)), NONE))
        .isEmpty();
  }

  @Test
  void whateverTheSpans_eachPairIsFoundFromBothSides() {
    Cases.each(
        300,
        random -> {
          List<Busy> spans = spans(random);
          Duration room = Duration.ofMinutes(random.nextInt(3) * 10L);
          Map<String, Found> found = Clashes.of(spans, room);
          for (Busy one : spans) {
            List<Clash> all = pairs(one, spans, room);
            if (all.isEmpty()) {
              assertThat(found).doesNotContainKey(one.id());
              continue;
            }
            Found ours = of(found, one.id());
            assertThat(ours.count()).isEqualTo(all.size());
            assertThat(ours.worst()).hasSize(Math.min(Clashes.NAMED, all.size()));
            assertThat(all).containsAll(ours.worst());
            assertThat(ours.worst().getFirst().between())
                .isEqualTo(all.stream().map(Clash::between).min(Duration::compareTo).orElseThrow());
          }
        });
  }

  @Test
  void order_isNoMatter() {
    Cases.each(
        100,
        random -> {
          List<Busy> spans = spans(random);
          Map<String, Found> found = Clashes.of(spans, Duration.ofMinutes(10));
          Collections.shuffle(spans, random);
          assertThat(Clashes.of(spans, Duration.ofMinutes(10))).isEqualTo(found);
        });
  }

  /** Two by two that would be ten thousand million comparisons. */
  @Test
  void hundredThousandAtOnce_areCounted() {
    List<Busy> spans = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      spans.add(minutes("span-" + i, 0, 60));
    }
    Map<String, Found> found = Clashes.of(spans, NONE);
    assertThat(found).hasSize(100_000);
    assertThat(found.values()).allMatch(one -> one.count() == 99_999 && one.worst().size() == 3);
  }

  @Test
  void spanWithoutTime_isNone() {
    assertThatThrownBy(() -> minutes("a", 5, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: after");
  }

  private static Found of(Map<String, Found> found, String id) {
    return Objects.requireNonNull(found.get(id));
  }

  private static Duration between(Busy one, Busy other) {
    Map<String, Found> found = Clashes.of(List.of(one, other), NONE);
    Clash clash = of(found, one.id()).worst().getFirst();
    assertThat(of(found, other.id()).worst()).containsExactly(new Clash(one, clash.between()));
    return clash.between();
  }

  /** Two by two, as anybody would write it first. */
  private static List<Clash> pairs(Busy one, List<Busy> spans, Duration room) {
    List<Clash> all = new ArrayList<>();
    for (Busy other : spans) {
      Instant begins = one.from().isAfter(other.from()) ? one.from() : other.from();
      Instant ends = one.to().isBefore(other.to()) ? one.to() : other.to();
      Duration between = Duration.between(ends, begins);
      if (!other.equals(one) && between.compareTo(room) < 0) {
        all.add(new Clash(other, between));
      }
    }
    return all;
  }

  private static List<Busy> spans(Random random) {
    List<Busy> spans = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(20) * 10;
      spans.add(minutes("span-" + i, from, from + 10 + random.nextInt(6) * 10));
    }
    return spans;
  }

  private static Busy minutes(String id, int from, int to) {
    return new Busy(id, NOON.plus(ofMinutes(from)), NOON.plus(ofMinutes(to)));
  }

  private static Busy local(String id, String from, String zone, int minutes) {
    Instant start = LocalDateTime.parse(from).atZone(ZoneId.of(zone)).toInstant();
    return new Busy(id, start, start.plus(ofMinutes(minutes)));
  }

  private static Duration ofMinutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
