package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a class in memory, and when the log is asked whether it holds more. */
class ClassesTest {

  private static final SessionId ID = new SessionId("hybrid-1124");
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

  private final TestDesk bot = TestDesk.hybrid();
  private int reads;
  private boolean shared;
  private boolean broken;
  private Classes classes;

  @BeforeEach
  void open() {
    bot.types("priya", "open hybrid");
    classes = new Classes(ledger(), _ -> {});
    assertThat(classes.current(ID)).isPresent();
    reads = 0;
  }

  private Ledger ledger() {
    return (Ledger)
        Proxy.newProxyInstance(
            Ledger.class.getClassLoader(),
            new Class<?>[] {Ledger.class},
            (_, method, arguments) -> {
              if (method.getName().equals("shared")) {
                return shared;
              }
              reads += method.getName().equals("read") ? 1 : 0;
              if (broken) {
                throw new IllegalStateException("no database");
              }
              try {
                return method.invoke(bot.ledger(), arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private void somebodyElseWrites() {
    Session now = Session.fold(ID, bot.ledger().read(ID, 0)).orElseThrow();
    Recorded started = new Recorded(now.seq() + 1, NOW, "priya", new Event.Started());
    bot.ledger()
        .commit(
            new Commit(ID, now.seq(), List.of(started), null, List.of(), NOW, new Alarm.Keep()));
  }

  private boolean hasStarted() {
    return classes.current(ID).orElseThrow().run().startedAt() != null;
  }

  @Test
  void logOfOneServer_isNotReadAgain() {
    assertThat(hasStarted()).isFalse();
    assertThat(reads).isZero();
  }

  @Test
  void logOfAClassThatMemoryHasNoRoomFor_isReadAgain() {
    Classes small = new Classes(ledger(), _ -> {}, 1);
    assertThat(small.current(ID)).isEqualTo(classes.current(ID));
    assertThat(small.recent(ID)).isPresent();
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void logOfSeveralServers_isReadEachTime() {
    shared = true;
    somebodyElseWrites();

    assertThat(hasStarted()).isTrue();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void whatMayHaveBeenWritten_isReadOnce() {
    somebodyElseWrites(); // as if it was on disk, and the writer was told that it is not known
    classes.doubt(ID);

    assertThat(hasStarted()).isTrue();
    assertThat(hasStarted()).isTrue();
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void doubt_outlivesADatabaseThatDoesNotAnswer() {
    somebodyElseWrites();
    classes.doubt(ID);
    broken = true;
    assertThatThrownBy(this::hasStarted).hasMessage("no database");
    broken = false;

    assertThat(hasStarted()).isTrue();
  }
}
