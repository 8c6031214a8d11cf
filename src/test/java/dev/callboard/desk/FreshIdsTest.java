package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Place;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FreshIdsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final MemoryLedger ledger = new MemoryLedger();

  private void open(String id) {
    Rooms rooms = new Rooms(List.of(new Place("lobby", "local", id)), List.of());
    Event opened = new Event.Opened(SamplePlans.hybrid(), rooms, null);
    List<Recorded> events = List.of(new Recorded(1, NOON, "pat", opened));
    assertThat(ledger.commit(new Commit(new SessionId(id), 0, events, null, List.of(), NOON)))
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void nextName_isTheFirstThatNobodyHas() {
    open("hybrid-1124");
    open("hybrid-1124-2");

    assertThat(new FreshIds(ledger).next("hybrid-1124")).isEqualTo(new SessionId("hybrid-1124-3"));
    assertThat(new FreshIds(ledger).next("poll-1124")).isEqualTo(new SessionId("poll-1124"));
  }

  @Test
  void manyAtOnce_getANameEach() throws Exception {
    FreshIds ids = new FreshIds(ledger);
    List<Future<SessionId>> names = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        names.add(threads.submit(() -> ids.next("hybrid-1124")));
      }
    }
    List<SessionId> all = new ArrayList<>();
    for (Future<SessionId> name : names) {
      all.add(name.get());
    }
    assertThat(all).doesNotHaveDuplicates().contains(new SessionId("hybrid-1124-300"));
  }
}
