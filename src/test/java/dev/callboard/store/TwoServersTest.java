package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.desk.Outcome;
import dev.callboard.outbox.Entry;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL, each with a writer of its own. */
class TwoServersTest {

  private static final int CLASSES = 12;

  private Store one;
  private Store two;

  @BeforeEach
  void open() throws Exception {
    String url = Postgres.freshDatabase();
    one = Store.open(url);
    two = Store.open(url);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  @Test
  void room_goesToOneOfTwoClassesOpenedAtOnce() throws Exception {
    for (int round = 0; round < 60; round++) {
      String room = "room" + round;
      String left = "left" + round;
      String right = "right" + round;
      List<Outcome> outcomes =
          Commits.together(
              List.of(
                  () -> one.ledger().commit(Commits.open(left, room)),
                  () -> two.ledger().commit(Commits.open(right, room))));

      assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.CONFLICT);
      String winner = outcomes.getFirst() == Outcome.DONE ? left : right;
      assertThat(one.ledger().at(Commits.place(room))).contains(new SessionId(winner));
    }
  }

  @Test
  void connectionThatTheDatabaseEnded_isReplacedUnseen() throws Exception {
    one.ledger().commit(Commits.open("a", "room"));
    try (Connection connection = two.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
    assertThat(one.ledger().commit(Commits.say("a", 1, "slack:1", "room"))).isEqualTo(Outcome.DONE);
  }

  @Test
  void delivery_isTakenByOneOfTwoServers() throws Exception {
    one.ledger().commit(Commits.open("a", "room"));
    two.ledger().commit(Commits.open("b", "elsewhere"));
    for (int i = 0; i < 60; i++) {
      long expected = one.ledger().newest(new SessionId("a"));
      long other = two.ledger().newest(new SessionId("b"));
      String key = "slack:" + i;
      List<Outcome> outcomes =
          Commits.together(
              List.of(
                  () -> one.ledger().commit(Commits.say("a", expected, key, "room")),
                  () -> two.ledger().commit(Commits.say("b", other, key, "elsewhere"))));
      assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.DUPLICATE);
    }
  }

  @Test
  void serversThatWriteToTheSameClasses_loseNothingAndNeverBlockEachOther() throws Exception {
    for (int i = 0; i < CLASSES; i++) {
      one.ledger().commit(Commits.open("c" + i, "c" + i));
    }
    List<Callable<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Store store = i % 2 == 0 ? one : two;
      Random random = new Random(i);
      callers.add(() -> speakers(store, random));
      callers.add(() -> senders(store, "server" + store.hashCode(), random));
      callers.add(() -> renewer(store, "server" + store.hashCode()));
    }
    int done = Commits.together(callers).stream().mapToInt(Integer::intValue).sum();

    assertThat(deadlocks()).isZero();
    assertThat(loggedInAll()).isEqualTo(done);
  }

  /** Says ten things in each class, in an order of its own; how many were said. */
  private static int speakers(Store store, Random random) {
    int done = 0;
    for (int round = 0; round < 10; round++) {
      for (String room : shuffled(random)) {
        long newest = store.ledger().newest(new SessionId(room));
        Outcome outcome = store.ledger().commit(Commits.say(room, newest, null, room));
        done += outcome == Outcome.DONE ? 1 : 0;
      }
    }
    return done;
  }

  private static int senders(Store store, String server, Random random) {
    for (int round = 0; round < 10; round++) {
      for (String room : shuffled(random)) {
        String lane = Commits.lane(room);
        var until = Commits.NOON.plusSeconds(30);
        for (Entry entry : store.shelf().claim(lane, server, Commits.NOON, until, 1)) {
          store.shelf().later(entry.id(), Commits.NOON, "not now");
        }
        store.shelf().release(lane, server);
      }
    }
    return 0;
  }

  private static int renewer(Store store, String server) {
    for (int round = 0; round < 100; round++) {
      store.shelf().renew(server, Commits.NOON.plusSeconds(30));
    }
    return 0;
  }

  private static List<String> shuffled(Random random) {
    List<String> rooms =
        new ArrayList<>(LongStream.range(0, CLASSES).mapToObj(i -> "c" + i).toList());
    Collections.shuffle(rooms, random);
    return rooms;
  }

  /** What was said in all classes, each log and its lane checked for order and gaps. */
  private int loggedInAll() {
    int said = 0;
    for (int i = 0; i < CLASSES; i++) {
      String room = "c" + i;
      List<Recorded> log = two.ledger().read(new SessionId(room), 0);
      assertThat(log)
          .extracting(Recorded::seq)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, log.size()).boxed().toList());
      var until = Commits.NOON.plusSeconds(90);
      var entries =
          two.shelf().claim(Commits.lane(room), "me", Commits.NOON.plusSeconds(60), until, 10_000);
      assertThat(entries)
          .extracting(entry -> entry.change().key())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(2, log.size()).mapToObj(seq -> "post-" + seq).toList());
      said += log.size() - 1;
    }
    return said;
  }

  /** How often PostgreSQL had to break a circle of waiting transactions in this database. */
  private long deadlocks() throws Exception {
    one.close(); // its counts are told when its connections end
    try (Connection connection = two.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select deadlocks from pg_stat_database where datname = current_database()")) {
      row.next();
      return row.getLong(1);
    }
  }
}
