package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Person;
import dev.callboard.console.Openings.Newest;
import dev.callboard.console.Pass;
import dev.callboard.console.Passes;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is signed in, and which classes boards show, on every database. */
abstract class PassesContract extends ErasureContract {

  private static final Instant SOON = Commits.NOON.plusSeconds(600);
  private static final Instant LATER = Commits.NOON.plusSeconds(43_200);
  private static final Person PRIYA =
      new Person("slack", "T01", "U-priya", "Priya", "Priya@training.example.com");

  @Test
  void key_isMadeOnceAndStays() {
    byte[] key = store().passes().key();
    assertThat(key).hasSize(32).isEqualTo(store().passes().key());
    key[0]++;
    assertThat(store().passes().key()).isNotEqualTo(key);
  }

  @Test
  void link_letsOneInHoweverManyShowItAtOnce() throws Exception {
    Passes passes = store().passes();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  (Callable<Boolean>)
                      () -> passes.admit("link-1", SOON, "hash-" + i, new Pass(PRIYA, LATER)))
              .toList();
      long in = 0;
      for (Future<Boolean> attempt : threads.invokeAll(tries)) {
        in += attempt.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
    long kept = IntStream.range(0, 20).filter(i -> passes.find("hash-" + i).isPresent()).count();
    assertThat(kept).isEqualTo(1);
  }

  @Test
  void pass_isKeptUntilItEnds() {
    Passes passes = store().passes();
    Person nameless = new Person("teams", "t", "29:1", "", null);
    assertThat(passes.admit("link-2", SOON, "hash-a", new Pass(PRIYA, LATER))).isTrue();
    assertThat(passes.admit("link-3", SOON, "hash-b", new Pass(nameless, LATER))).isTrue();
    assertThat(passes.find("hash-a")).contains(new Pass(PRIYA, LATER));
    assertThat(passes.find("hash-b")).contains(new Pass(nameless, LATER));
    passes.end("hash-a");
    assertThat(passes.find("hash-a")).isEmpty();

    passes.sweep(SOON.plusSeconds(1));
    assertThat(passes.find("hash-b")).isPresent();
    passes.sweep(LATER.plusSeconds(1));
    assertThat(passes.find("hash-b")).isEmpty();
  }

  @Test
  void boards_showWhatIsOpenAndWhatWasOpenedSince() {
    for (String id : List.of("board-a", "board-b")) {
      Event opened =
          new Event.Opened(SamplePlans.shipped("hybrid-meetings"), Commits.rooms(id), Commits.NOON);
      store().ledger().commit(Commits.events(id, 0, null, opened));
    }
    store().ledger().commit(Commits.events("board-b", 1, null, new Event.Ended()));
    ClassIndex index = store().classes();
    assertThat(index.newest(LATER.plusSeconds(86_400)))
        .containsEntry(
            new SessionId("board-a"), new Newest("hybrid-meetings", 1, Commits.NOON, null))
        .doesNotContainKey(new SessionId("board-b"));
    assertThat(index.newest(Commits.NOON))
        .containsEntry(
            new SessionId("board-b"), new Newest("hybrid-meetings", 2, Commits.NOON, Commits.NOON));
    assertThat(ids(index.of(PRIYA, Instant.EPOCH))).contains("board-a", "board-b");
    // opened the day before and ended at noon: it is of today until the evening
    assertThat(ids(index.of(PRIYA, Commits.NOON))).contains("board-b");
    assertThat(ids(index.of(PRIYA, LATER.plusSeconds(86_400))))
        .contains("board-a")
        .doesNotContain("board-b");
    assertThat(index.of(new Person("slack", "T01", "U-none", "", null), Instant.EPOCH)).isEmpty();
    assertThat(index.lost()).isEmpty();
  }

  @Test
  void lead_hasTheOpenClassesOfTheClient() {
    Plan led = SamplePlans.ledBy(SamplePlans.shipped("hybrid-meetings"), "lena@example.com");
    for (String id : List.of("led-a", "led-b")) {
      store()
          .ledger()
          .commit(
              Commits.events(id, 0, null, new Event.Opened(led, Commits.rooms(id), Commits.NOON)));
    }
    store().ledger().commit(Commits.events("led-b", 1, null, new Event.Ended()));
    assertThat(ids(store().classes().ledBy(" Lena@Example.com "))).containsExactly("led-a");
    assertThat(store().classes().ledBy("priya@training.example.com")).isEmpty();
    assertThat(store().classes().ledBy(null)).isEmpty();
  }

  private static List<String> ids(List<SessionId> ids) {
    return ids.stream().map(SessionId::value).toList();
  }
}
