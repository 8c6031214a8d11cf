package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.command.roll.Accounting.Wanted;
import dev.callboard.desk.Accounts.Answer;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many classes end at the same minute, and ask one account of a platform for their reports. */
class PlatformAccountsTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final SettableClock clock = new SettableClock(NOON);
  private final Keeper keeper = new Keeper();
  private final PlatformAccounts accounts =
      new PlatformAccounts(
          platform -> platform.equals("zoom") ? Optional.of(keeper) : Optional.empty(), clock);

  /** Gives empty reports, unless it is to refuse. */
  private final class Keeper implements MeetingRecords {
    private final Map<Place, List<Instant>> asked = new HashMap<>();
    private @Nullable Duration refuses;

    @Override
    public String platform() {
      return "zoom";
    }

    @Override
    public Duration between() {
      return BETWEEN;
    }

    @Override
    public Optional<MeetingRecord> pull(Place meeting, String occurrence) throws PlatformException {
      asked.computeIfAbsent(meeting, _ -> new ArrayList<>()).add(clock.instant());
      if (refuses != null) {
        throw new PlatformException(Kind.RATE_LIMITED, "zoom report: 429", refuses, null);
      }
      return Optional.of(new MeetingRecord(meeting, occurrence, List.of()));
    }

    List<Instant> times() {
      return asked.values().stream().flatMap(List::stream).sorted().toList();
    }
  }

  private static Wanted of(String account, int meeting) {
    return new Wanted(new Place("zoom", account, "" + meeting), "");
  }

  private record Waits(Wanted wanted, Instant due) {}

  /** Asks for each, and again whenever it was told to, in the order of these times. */
  private void ask(List<Wanted> all) {
    PriorityQueue<Waits> waiting = new PriorityQueue<>(Comparator.comparing(Waits::due));
    all.forEach(wanted -> waiting.add(new Waits(wanted, clock.instant())));
    for (Waits next = waiting.poll(); next != null; next = waiting.poll()) {
      if (next.due.isAfter(clock.instant())) {
        clock.set(next.due);
      }
      if (accounts.ask(next.wanted) instanceof Answer.Later later) {
        assertThat(later.turn()).isAfter(clock.instant());
        waiting.add(new Waits(next.wanted, later.turn()));
      }
    }
  }

  private static List<Wanted> many(String account, int count) {
    List<Wanted> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(of(account, i));
    }
    return all;
  }

  @Test
  void manyAtOnce_areAskedForOneAfterTheOther_eachOnce() {
    ask(many("ACC1", 300));

    assertThat(keeper.asked).hasSize(300);
    List<Instant> times = keeper.times();
    assertThat(times).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(times.get(i)).isEqualTo(NOON.plus(BETWEEN.multipliedBy(i)));
    }
  }

  @Test
  void anotherAccount_waitsForNobody() {
    ask(many("ACC1", 1));
    assertThat(accounts.ask(of("ACC1", 7))).isInstanceOf(Answer.Later.class);
    assertThat(accounts.ask(of("ACC2", 7))).isInstanceOf(Answer.Given.class);
  }

  @Test
  void refusal_stopsTheAccountForItsTimeAndNoLonger() {
    keeper.refuses = Duration.ofSeconds(30);
    Instant again = NOON.plusSeconds(30);
    assertThat(accounts.ask(of("ACC1", 1))).isEqualTo(new Answer.Later(again));
    keeper.refuses = null;

    ask(many("ACC1", 4));

    assertThat(keeper.times())
        .containsExactly(
            NOON, again, again.plusMillis(500), again.plusMillis(1_000), again.plusMillis(1_500));
  }

  @Test
  void thoseWhoHadTheirTurnBefore_waitTheRefusalOut() {
    List<Wanted> all = many("ACC1", 3);
    accounts.ask(all.get(0));
    assertThat(accounts.ask(all.get(1))).isEqualTo(new Answer.Later(NOON.plusMillis(500)));
    clock.set(NOON.plusMillis(400));
    keeper.refuses = Duration.ofSeconds(10);
    clock.set(NOON.plusMillis(500));
    assertThat(accounts.ask(all.get(1))).isEqualTo(new Answer.Later(NOON.plusMillis(10_500)));
    keeper.refuses = null;

    ask(all.subList(1, 3));

    assertThat(keeper.times().getLast()).isEqualTo(NOON.plusMillis(11_000));
  }

  @Test
  void shareOfTheDayUsedUp_isToldAndTriedAgainInAnHour() {
    keeper.refuses = Duration.ofHours(9);
    assertThat(accounts.ask(of("ACC1", 1)))
        .isEqualTo(new Answer.NotYet("zoom gave no report (zoom report: 429)."));
    assertThat(accounts.ask(of("ACC1", 2))).isEqualTo(new Answer.Later(NOON.plusSeconds(3_600)));
  }

  @Test
  void platformWithoutAccounts_isNeverAsked() {
    assertThat(accounts.ask(new Wanted(new Place("slack", "T1", "C1"), "")))
        .isEqualTo(new Answer.Never());
  }
}
