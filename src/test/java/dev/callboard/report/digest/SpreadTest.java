package dev.callboard.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Cases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static Spread of(int... minutes) {
    return Spread.of(IntStream.of(minutes).mapToObj(Duration::ofMinutes).toList()).orElseThrow();
  }

  private static List<Long> seconds(Spread spread) {
    return List.of(
        spread.least().toSeconds(),
        spread.lower().toSeconds(),
        spread.median().toSeconds(),
        spread.upper().toSeconds(),
        spread.most().toSeconds());
  }

  @Test
  void none_haveNoSpread() {
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @Test
  void quartiles_areThoseOfSpreadsheets() {
    assertThat(seconds(of(7))).containsExactly(420L, 420L, 420L, 420L, 420L);
    assertThat(seconds(of(2, 1))).containsExactly(60L, 75L, 90L, 105L, 120L);
    assertThat(seconds(of(3, 1, 2))).containsExactly(60L, 90L, 120L, 150L, 180L);
    assertThat(seconds(of(4, 1, 3, 2))).containsExactly(60L, 105L, 150L, 195L, 240L);
    assertThat(seconds(of(-4, 0, 5))).containsExactly(-240L, -120L, 0L, 150L, 300L);
  }

  @Test
  void worst_isFarthestFromNothing() {
    assertThat(of(-4, 0, 3).worst()).isEqualTo(Duration.ofMinutes(-4));
    assertThat(of(-3, 0, 4).worst()).isEqualTo(Duration.ofMinutes(4));
    assertThat(of(-4, 4).worst()).isEqualTo(Duration.ofMinutes(4));
  }

  /**
   * Slow and obvious: the smallest is taken out time after time, and three even steps are put
   * between each and the next; a quarter of the way is then a whole number of steps.
   */
  @Test
  void anySpread_isThatOfTheOracle() {
    Cases.each(
        500,
        random -> {
          List<Long> millis = new ArrayList<>();
          for (int i = 0; i <= random.nextInt(40); i++) {
            millis.add(random.nextLong(-900_000, 900_000) * 4); // four steps come out even
          }
          List<Long> steps = steps(millis);
          int way = millis.size() - 1;

          Spread spread = Spread.of(millis.stream().map(Duration::ofMillis).toList()).orElseThrow();

          assertThat(spread.count()).isEqualTo(millis.size());
          assertThat(spread.least().toMillis()).isEqualTo(steps.getFirst());
          assertThat(spread.lower().toMillis()).isEqualTo(steps.get(way));
          assertThat(spread.median().toMillis()).isEqualTo(steps.get(2 * way));
          assertThat(spread.upper().toMillis()).isEqualTo(steps.get(3 * way));
          assertThat(spread.most().toMillis()).isEqualTo(steps.getLast());
          assertThat(spread.median().toMillis()).isEqualTo(middle(millis));
        });
  }

  private static List<Long> steps(List<Long> values) {
    List<Long> left = new ArrayList<>(values);
    List<Long> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      Long smallest = left.stream().min(Long::compare).orElseThrow();
      left.remove(smallest);
      if (!steps.isEmpty()) {
        long step = (smallest - steps.getLast()) / 4;
        long from = steps.getLast();
        steps.addAll(List.of(from + step, from + 2 * step, from + 3 * step));
      }
      steps.add(smallest);
    }
    return steps;
  }

  /** The smallest and the largest are thrown away until one or two are left. */
  private static long middle(List<Long> values) {
    List<Long> left = new ArrayList<>(values);
    while (left.size() > 2) {
      left.remove(left.stream().min(Long::compare).orElseThrow());
      left.remove(left.stream().max(Long::compare).orElseThrow());
    }
    return (left.getFirst() + left.getLast()) / 2;
  }
}
