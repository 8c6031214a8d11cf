package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Postgres;
import dev.callboard.testing.SamplePlans;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commits a second of many callers (an event, an outbox row and a delivery key each), beside the
 * same three rows written by one caller in a transaction of its own.
 */
@Tag("bench")
class StoreBench {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Duration SPELL = Duration.ofSeconds(3);
  private static final int CALLERS = 1000;

  @TempDir Path folder;

  @Test
  void sqlite() throws Exception {
    measure("SQLite", "jdbc:sqlite:" + folder.resolve("bench.db"));
  }

  @Test
  void postgres() throws Exception {
    measure("PostgreSQL", Postgres.freshDatabase());
  }

  private static void measure(String name, String url) throws Exception {
    try (Store store = Store.open(url)) {
      open(store.ledger());
      grouped(store.ledger(), "warm");
      long cpu = writerCpu();
      double grouped = grouped(store.ledger(), "measured");
      double micros = (writerCpu() - cpu) / 1000.0 / (grouped * SPELL.toSeconds());
      double single = single(store);
      System.out.printf(
          Locale.ROOT,
          "store bench, %s: %,.0f commits/s grouped, %,.0f single transactions/s, ratio %.1f;"
              + " %.1f µs of the writer's processor time a commit%n",
          name,
          grouped,
          single,
          grouped / single,
          micros);
      assertThat(grouped).isGreaterThan(single);
    }
  }

  private static void open(Ledger ledger) throws Exception {
    List<Callable<Long>> openings = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      SessionId session = new SessionId("class-" + i);
      Event opened = new Event.Opened(SamplePlans.hybrid(), rooms(i), NOON);
      openings.add(() -> {
        List<Recorded> events = List.of(new Recorded(1, NOON, "priya", opened));
        ledger.commit(new Commit(session, 0, events, null, List.of(), NOON));
        return 1L;
      });
    }
    assertThat(sum(openings)).isEqualTo(CALLERS);
  }

  private static double grouped(Ledger ledger, String round) throws Exception {
    long start = System.nanoTime();
    List<Callable<Long>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int number = i;
      callers.add(() -> caller(ledger, number, round, start));
    }
    long commits = sum(callers);
    return commits * 1e9 / (System.nanoTime() - start);
  }

  private static long caller(Ledger ledger, int number, String round, long start) {
    SessionId session = new SessionId("class-" + number);
    long before = ledger.newest(session);
    long seq = before;
    while (System.nanoTime() - start < SPELL.toNanos()) {
      Outcome outcome = ledger.commit(commit(session, seq, number + round + seq, number));
      assertThat(outcome).isEqualTo(Outcome.DONE);
      seq++;
    }
    return seq - before;
  }

  private static Commit commit(SessionId session, long seq, String delivery, int number) {
    Event page = new Event.Posted((int) seq, Event.PostKind.PAGE, "12");
    Outgoing post =
        new Outgoing.Post(
            "post-" + seq,
            new Destination.Room(rooms(number).classRooms().getFirst()),
            new Message(new Audience.Learners(), Content.text("Workbook page 12: Room types")));
    List<Recorded> events = List.of(new Recorded(seq + 1, NOON, "priya", page));
    return new Commit(session, seq, events, delivery, List.of(post), NOON);
  }

  private static double single(Store store) throws SQLException {
    try (Connection connection = store.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement delivery =
              connection.prepareStatement("insert into delivery (key, at) values (?, 1)");
          PreparedStatement event =
              connection.prepareStatement(
                  "insert into event (session, seq, at, who, body)"
                      + " values ('class-0', ?, 1, 'priya', ?)");
          PreparedStatement outbox =
              connection.prepareStatement(
                  "insert into outbox (session, post, lane, body, due, committed)"
                      + " values ('class-0', 'post', 'slack/T01/C-0', ?, 1, 1)")) {
        String body = "{\"kind\":\"Posted\",\"text\":\"" + "x".repeat(150) + "\"}";
        event.setString(2, body);
        outbox.setString(1, body);
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < SPELL.toNanos()) {
          delivery.setString(1, "single " + count);
          event.setLong(1, 1_000_000_000L + count);
          delivery.executeUpdate();
          event.executeUpdate();
          outbox.executeUpdate();
          connection.commit();
          count++;
        }
        return count * 1e9 / (System.nanoTime() - start);
      }
    }
  }

  private static long writerCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().equals("store-writer"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static Rooms rooms(int number) {
    Place room = new Place("slack", "T01", "C-" + number);
    return new Rooms(List.of(room), List.of());
  }

  private static long sum(List<Callable<Long>> work) throws Exception {
    long sum = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Long> part : threads.invokeAll(work)) {
        sum += part.get();
      }
    }
    return sum;
  }
}
