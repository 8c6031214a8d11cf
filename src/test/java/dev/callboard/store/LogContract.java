package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Logs of several classes in one table. */
abstract class LogContract extends StoreContract {

  /** Classes write in turn, several events at once, past several steps of the index. */
  @Test
  void anyPartOfALog_isReadWithoutTheRest() {
    Ledger ledger = store().ledger();
    Random random = new Random(64);
    Map<String, Long> newest = new TreeMap<>();
    for (int i = 0; i < 150; i++) {
      String id = "c" + random.nextInt(3);
      Event[] events = new Event[1 + random.nextInt(4)];
      Arrays.fill(events, new Event.Rolled());
      long before = newest.getOrDefault(id, 0L);
      if (before == 0) {
        events[0] = new Event.Opened(SamplePlans.hybrid(), Commits.rooms(id), Commits.NOON);
      }
      assertThat(ledger.commit(Commits.events(id, before, null, events))).isEqualTo(Outcome.DONE);
      newest.put(id, before + events.length);
    }
    LogPages pages = store().pages();
    newest.forEach((id, last) -> {
      SessionId session = new SessionId(id);
      for (long after = 0; after <= last + 1; after++) {
        List<Long> rest = LongStream.rangeClosed(after + 1, last).boxed().toList();
        assertThat(ledger.read(session, after)).extracting(Recorded::seq).isEqualTo(rest);
        int most = 1 + random.nextInt(70);
        assertThat(pages.events(session, after, most))
            .extracting(LogPages.Line::seq)
            .isEqualTo(rest.subList(0, Math.min(most, rest.size())));
      }
    });
    assertThat(ledger.read(new SessionId("nobodys"), 0)).isEmpty();
  }
}
