package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.ZoomDay.Told;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.store.Store;
import dev.callboard.testing.Cases;
import dev.callboard.testing.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of Zoom's webhooks, with all their measured quirks, ends in the same files whatever the
 * order in which they are heard. Each line of these files was reckoned by hand from the script.
 */
class ZoomDayTest {

  private static final int ORDERS = 24;

  private static final ZoomDay DAY = ZoomDay.read();
  private static final Map<String, String> EXPECTED = expected();

  @TempDir private Path folder;

  private static Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    for (String plan : ZoomDayDesk.PLANS) {
      for (String file : List.of(plan + ".csv", plan + "-segments.csv")) {
        expected.put(file, ZoomDay.resource(file).replace("\n", "\r\n"));
      }
    }
    return expected;
  }

  private static void assertExpected(Map<String, String> reports) {
    EXPECTED.forEach((file, text) -> assertThat(reports.get(file)).as(file).isEqualTo(text));
    assertThat(reports).hasSameSizeAs(EXPECTED);
  }

  private static List<Told> shuffled(List<Told> heard, Random random) {
    List<Told> shuffled = new ArrayList<>(heard);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** All of them, and some a second and a third time. */
  private static List<Told> repeated(List<Told> heard, Random random) {
    List<Told> more = new ArrayList<>(heard);
    heard.stream().filter(_ -> random.nextInt(3) == 0).forEach(more::add);
    heard.stream().filter(_ -> random.nextInt(9) == 0).forEach(more::add);
    return more;
  }

  /** None before it happened, each up to 85 minutes late: as Zoom tries again. */
  private static List<Told> retried(List<Told> heard, Random random) {
    long[] late =
        IntStream.range(0, heard.size())
            .mapToLong(_ -> List.of(0, 0, 0, 300, 1_500, 5_100).get(random.nextInt(6)))
            .toArray();
    return IntStream.range(0, heard.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> heard.get(i).heard().plusSeconds(late[i])))
        .map(heard::get)
        .toList();
  }

  @Test
  void day_endsInTheReportsThatWereReckonedByHand() {
    assertExpected(ZoomDayDesk.inMemory().lives(DAY, DAY.told()).reports());
  }

  @Test
  void ordersByChance_endInTheSameBytes() {
    Cases.each(
        ORDERS,
        random ->
            assertExpected(
                ZoomDayDesk.inMemory().lives(DAY, shuffled(DAY.told(), random)).reports()));
  }

  @Test
  void repeatsInOrdersByChance_endInTheSameBytes() {
    Cases.each(
        ORDERS / 2,
        random ->
            assertExpected(
                ZoomDayDesk.inMemory()
                    .lives(DAY, shuffled(repeated(DAY.told(), random), random))
                    .reports()));
  }

  @Test
  void deliveriesTriedAgainLate_endInTheSameBytes() {
    Cases.each(
        ORDERS / 2,
        random ->
            assertExpected(
                ZoomDayDesk.inMemory().lives(DAY, retried(DAY.told(), random)).reports()));
  }

  @Test
  void dayBackwards_endsInTheSameBytes() {
    assertExpected(ZoomDayDesk.inMemory().lives(DAY, DAY.told().reversed()).reports());
  }

  /** On disk, with what the desk remembers of meetings that are nobody's. */
  @Test
  void dayOnDisk_endsInTheSameBytes() {
    List<UnaryOperator<List<Told>>> orders =
        List.of(
            told -> told,
            List::reversed,
            told -> shuffled(told, new Random(7)),
            told -> retried(told, new Random(7)));
    for (int i = 0; i < orders.size(); i++) {
      try (Store store = Store.open(Databases.file(folder.resolve("day-" + i + ".db")))) {
        List<Told> order = orders.get(i).apply(DAY.told());
        assertExpected(new ZoomDayDesk(store.ledger(), store.shelf()).lives(DAY, order).reports());
      }
    }
  }

  /** The log itself, with what meetings told put into another order. */
  @Test
  void logInAnotherOrder_foldsToTheSameBytes() {
    ZoomDayDesk desk = ZoomDayDesk.inMemory().lives(DAY, DAY.told());
    Cases.each(
        ORDERS,
        random ->
            ZoomDayDesk.PLANS.forEach(plan ->
                ZoomDayDesk.reports(plan, otherwise(desk.log(plan), random))
                    .forEach(
                        (file, text) -> assertThat(text).as(file).isEqualTo(EXPECTED.get(file)))));
  }

  private static List<Recorded> otherwise(List<Recorded> log, Random random) {
    List<Integer> places =
        IntStream.range(0, log.size())
            .filter(i -> log.get(i).event() instanceof Event.Witnessed)
            .boxed()
            .toList();
    List<Integer> from = new ArrayList<>(places);
    Collections.shuffle(from, random);
    List<Recorded> other = new ArrayList<>(log);
    for (int i = 0; i < places.size(); i++) {
      Recorded here = log.get(places.get(i));
      Event event = log.get(from.get(i)).event();
      other.set(places.get(i), new Recorded(here.seq(), here.at(), here.by(), event));
    }
    return other;
  }
}
