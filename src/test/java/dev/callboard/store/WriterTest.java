package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.session.Event;
import dev.callboard.session.SessionId;
import dev.callboard.store.StoreException.Kind;
import dev.callboard.testing.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the writer does when things go wrong. */
@Timeout(60)
class WriterTest {

  @TempDir Path folder;

  private Store store;
  private final Codec codec = new Codec();

  @BeforeEach
  void openStore() {
    store = Store.open(Databases.in(folder));
    store.ledger().commit(Commits.open("a", "room"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private List<Outcome> group(Row... rows) throws Exception {
    try (Statements statements = Statements.on(store.dataSource())) {
      List<Job> jobs = Stream.of(rows).map(Job::new).toList();
      List<Outcome> outcomes = new Group(Dialect.SQLITE).write(jobs, statements);
      statements.commit();
      return outcomes;
    }
  }

  private Row say(long expected, String delivery) {
    return Row.of(Commits.say("a", expected, delivery, "room"), codec);
  }

  @Test
  void deliveryTwiceInOneGroup_isWrittenOnce() throws Exception {
    assertThat(group(say(1, "slack:1"), say(2, "slack:1")))
        .containsExactly(Outcome.DONE, Outcome.DUPLICATE);
    assertThat(store.ledger().newest(new SessionId("a"))).isEqualTo(2);
  }

  @Test
  void twinOfWhatConflicted_isNoDuplicate() throws Exception {
    assertThat(group(say(7, "slack:1"), say(1, "slack:1")))
        .containsExactly(Outcome.CONFLICT, Outcome.CONFLICT);
    assertThat(store.ledger().seen("slack:1")).isFalse();
  }

  @Test
  void classesOpenedInOneGroup_shareNoRoom() throws Exception {
    List<Outcome> outcomes =
        group(
            Row.of(Commits.open("b", "shared"), codec),
            Row.of(Commits.open("c", "shared"), codec),
            Row.of(Commits.open("d", "own"), codec),
            Row.of(Commits.events("a", 1, null, new Event.Ended()), codec),
            Row.of(Commits.open("e", "room"), codec));

    assertThat(outcomes)
        .containsExactly(Outcome.DONE, Outcome.CONFLICT, Outcome.DONE, Outcome.DONE, Outcome.DONE);
    assertThat(store.ledger().newest(new SessionId("c"))).isZero();
    assertThat(store.ledger().at(Commits.place("room"))).contains(new SessionId("e"));
  }

  @Test
  void error_doesNotEndTheWriter() {
    Writer writer = new Writer(store.dataSource(), Dialect.SQLITE);
    try (writer) {
      assertThatThrownBy(() ->
              writer.write(
                  "try",
                  "x",
                  _ -> {
                    throw new StackOverflowError("deep");
                  }))
          .isInstanceOf(StoreException.class);

      assertThat(writer.commit(say(1, "slack:1"))).isEqualTo(Outcome.DONE);
    }
  }

  @Test
  void unreachableDatabase_isTriedOnceForAllWhoWait() throws Exception {
    CountDownLatch queued = new CountDownLatch(200);
    FailingSource source = new FailingSource(queued);
    Writer writer = new Writer(source, Dialect.POSTGRESQL);
    List<Callable<Kind>> callers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Row row = say(1, "slack:" + i);
      callers.add(() -> {
        queued.countDown();
        return kind(() -> writer.commit(row));
      });
    }
    try (writer) {
      assertThat(Commits.together(callers)).containsOnly(Kind.UNREACHABLE);
    }
    assertThat(source.calls()).isLessThan(20);
  }

  @Test
  void callersWhileItCloses_areServedOrToldSo() throws Exception {
    Ledger ledger = store.ledger();
    List<Future<Long>> callers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch busy = new CountDownLatch(50);
      for (int i = 0; i < 50; i++) {
        String session = "s" + i;
        ledger.commit(Commits.open(session, session));
        callers.add(threads.submit(() -> untilClosed(ledger, session, busy)));
      }
      busy.await();
      store.close();
    }
    openAgain();
    for (int i = 0; i < callers.size(); i++) {
      assertThat(store.ledger().newest(new SessionId("s" + i))).isEqualTo(callers.get(i).get());
    }
  }

  private void openAgain() {
    store = Store.open(Databases.in(folder));
  }

  /** The newest event that was acknowledged. */
  private static long untilClosed(Ledger ledger, String session, CountDownLatch busy) {
    for (long newest = 1; ; newest++) {
      try {
        assertThat(ledger.commit(Commits.say(session, newest, null, session)))
            .isEqualTo(Outcome.DONE);
        busy.countDown();
      } catch (StoreException closed) {
        assertThat(closed.kind()).isEqualTo(Kind.CLOSED);
        return newest;
      }
    }
  }

  static Kind kind(Callable<?> work) throws Exception {
    try {
      work.call();
    } catch (StoreException exception) {
      return exception.kind();
    }
    throw new AssertionError("it worked (expected: StoreException)");
  }
}
