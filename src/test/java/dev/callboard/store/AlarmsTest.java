package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.desk.Alarm;
import dev.callboard.desk.Commit;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Await;
import dev.callboard.testing.Postgres;
import dev.callboard.testing.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarm clock over real databases. */
@Order(3)
class AlarmsTest {

  private static final int CLASSES = 200;
  private static final Duration LOOK = Duration.ofMillis(20);

  @TempDir Path folder;

  /** How often each class rang, and whether one rang before its time. */
  private final Map<String, Integer> rung = new ConcurrentHashMap<>();

  private volatile boolean early;

  /** How many of the next rings fail. */
  private final AtomicInteger failures = new AtomicInteger();

  /** When the last one rang. */
  private volatile Instant last = Instant.MIN;

  private Alarms alarms(Store store, String server, Instant due) {
    return alarms(store, server, due, InstantSource.system());
  }

  private Alarms alarms(Store store, String server, Instant due, InstantSource clock) {
    Alarms alarms =
        store.alarms(
            new Alarms.Clockwork(
                session -> {
                  if (failures.getAndDecrement() > 0) {
                    throw new IllegalStateException("the database is gone");
                  }
                  early |= clock.instant().isBefore(due);
                  rung.merge(session.value(), 1, Integer::sum);
                  last = clock.instant();
                  return new Alarm.Off();
                },
                clock,
                LOOK,
                server));
    alarms.start();
    return alarms;
  }

  private static void open(Store store, String session, Alarm alarm) {
    Commit opened = Commits.open(session, session);
    store
        .ledger()
        .commit(
            new Commit(
                opened.session(), 0, opened.events(), null, opened.out(), opened.at(), alarm));
  }

  private void ringsOnce(Store one, Store two) {
    Instant due = Instant.now().plusMillis(700);
    try (Alarms _ = alarms(one, "one", due);
        Alarms _ = alarms(two, "two", due)) {
      for (int i = 0; i < CLASSES; i++) {
        open(i % 2 == 0 ? one : two, "c" + i, new Alarm.At(due));
      }
      Await.until("all clocks to ring", () -> rung.size() == CLASSES);
    }
    assertThat(rung.values()).containsOnly(1);
    assertThat(early).isFalse();
  }

  @Test
  void clocksOnSqlite_ringOnce_onTheirTime() {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("callboard.db"))) {
      ringsOnce(store, store);
    }
  }

  @Test
  void clocksOfTwoServers_ringOnce_onTheirTime() throws Exception {
    String url = Postgres.freshDatabase();
    try (Store one = Store.open(url);
        Store two = Store.open(url)) {
      ringsOnce(one, two);
    }
  }

  /** Written long before: they are taken in hand early, so that all ring in one moment. */
  @Test
  void manyClocksDueAtOnce_ringTogether() {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("together.db"))) {
      SettableClock clock = SettableClock.at("2026-11-24T14:00:00Z");
      Instant due = clock.instant().plus(Alarms.EARLY).plusSeconds(2);
      for (int i = 0; i < CLASSES; i++) {
        open(store, "c" + i, new Alarm.At(due));
      }
      try (Alarms _ = alarms(store, "one", due, clock)) {
        clock.set(due.minus(Alarms.EARLY));
        Await.until("all clocks to be in hand", () -> inHand(store, clock) == CLASSES);
        assertThat(clock.instant()).isBefore(due);
        assertThat(rung).isEmpty();
        clock.set(due); // and stands still: nothing that takes its time could ring now
        Await.until("all clocks to ring", () -> rung.size() == CLASSES);
      }
      assertThat(rung.values()).containsOnly(1);
      assertThat(early).isFalse();
      assertThat(last).isEqualTo(due);
    }
  }

  @Test
  void alarmThatIsHeldWhenTheServerCloses_ringsOnItsTimeInTheNext() {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("held.db"))) {
      Instant due = Instant.now().plus(Alarms.EARLY);
      open(store, "held", new Alarm.At(due));
      try (Alarms _ = alarms(store, "one", due)) {
        Await.until("the clock to be in hand", () -> picked(store) == 1);
      }
      assertThat(rung).isEmpty();
      try (Alarms _ = alarms(store, "two", due)) {
        Await.until("the clock to ring", Duration.ofSeconds(10), () -> rung.size() == 1);
      }
      assertThat(early).isFalse();
      assertThat(Duration.between(due, last)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void alarmThatIsMovedWhileItIsHeld_ringsAtItsNewTimeToo() {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("while.db"))) {
      Instant due = Instant.now().plusSeconds(1);
      Instant later = due.plusSeconds(1);
      open(store, "moved", new Alarm.At(due));
      try (Alarms _ = alarms(store, "one", due)) {
        Await.until("the clock to be in hand", () -> picked(store) == 1);
        move(store, "moved", new Alarm.At(later));
        Await.until("the clock to ring at its new time", () -> !last.isBefore(later));
      }
      assertThat(early).isFalse();
    }
  }

  @Test
  void ringThatFailed_isTriedAgainSoon() {
    Instant due = Instant.now();
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("again.db"))) {
      open(store, "failing", new Alarm.At(due));
      failures.set(1);
      try (Alarms _ = alarms(store, "one", due)) {
        Await.until("the clock to ring", () -> rung.size() == 1);
      }
      assertThat(Duration.between(due, last))
          .isBetween(Alarms.AGAIN, Alarms.AGAIN.plus(Alarms.EARLY).minusMillis(500));
    }
  }

  /** Counts what is in hand; the scheduler's pauses go by this clock, so it goes on a little. */
  private static int inHand(Store store, SettableClock clock) {
    clock.advance(Duration.ofMillis(1));
    return picked(store);
  }

  private static int picked(Store store) {
    try (var connection = store.dataSource().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from scheduled_tasks where picked")) {
      return row.getInt(1);
    } catch (SQLException exception) {
      throw new AssertionError(exception);
    }
  }

  @Test
  void alarmThatIsMovedOrCleared_doesNotRingAtItsOldTime() {
    Instant now = Instant.now();
    Instant later = now.plusMillis(900);
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("moved.db"))) {
      open(store, "moved", new Alarm.At(now));
      open(store, "cleared", new Alarm.At(now));
      move(store, "moved", new Alarm.At(later));
      move(store, "cleared", new Alarm.Off());
      try (Alarms _ = alarms(store, "one", later)) {
        Await.until("the moved clock to ring", () -> rung.containsKey("moved"));
      }
    }
    assertThat(rung).containsOnlyKeys("moved");
    assertThat(early).isFalse();
  }

  private static void move(Store store, String session, Alarm alarm) {
    Commit said = Commits.say(session, 1, null, session);
    store
        .ledger()
        .commit(
            new Commit(
                new SessionId(session), 1, said.events(), null, said.out(), said.at(), alarm));
  }

  @Test
  void ringThatAKilledRunOfTheOnlyServerHadInHand_isOnTime() throws Exception {
    Instant due = Instant.now().plusSeconds(1);
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("killed.db"))) {
      open(store, "orphan", new Alarm.At(due));
      try (var connection = store.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            "update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = "
                + System.currentTimeMillis());
      }
      try (Alarms _ = alarms(store, "one", due)) {
        Await.until("the clock to ring", () -> rung.size() == 1);
      }
      assertThat(Duration.between(due, last)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void ringOfAServerThatDied_isTakenOverSoon() throws Exception {
    String url = Postgres.freshDatabase();
    Instant due = Instant.now();
    try (Store store = Store.open(url)) {
      open(store, "orphan", new Alarm.At(due));
      try (var connection = store.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(
            "update scheduled_tasks set picked = true, picked_by = 'gone',"
                + " last_heartbeat = now(), version = version + 1");
      }
      try (Alarms _ = alarms(store, "one", due)) {
        Await.until("the clock to ring", Duration.ofSeconds(10), () -> rung.size() == 1);
      }
    }
  }
}
