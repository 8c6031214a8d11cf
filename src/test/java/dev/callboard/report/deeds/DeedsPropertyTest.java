package dev.callboard.report.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.store.RandomValues;
import dev.callboard.testing.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in a log, each event has its sentence. */
class DeedsPropertyTest {

  private static final int CASES = 150;

  @Test
  void everyLog_hasASentenceAnEvent() {
    Cases.each(
        CASES,
        random -> {
          RandomValues values = new RandomValues(random.nextLong());
          ToldLog told = new ToldLog();
          List<Recorded> log = new ArrayList<>(told.log());
          Session session = told.session();
          for (int i = 0; i < 60; i++) {
            Event event = (Event) values.of(Event.class);
            Recorded next = new Recorded(log.size() + 1, at(i), "priya", event);
            if (!(event instanceof Event.Opened)) {
              session = session.after(next);
              log.add(next);
            }
          }
          List<Deed> deeds = Deeds.of(session, log);

          assertThat(deeds)
              .extracting(Deed::seq)
              .isEqualTo(log.stream().map(Recorded::seq).toList());
          assertThat(deeds)
              .allSatisfy(deed -> {
                assertThat(deed.sentence()).isNotBlank().doesNotContain("\n", "null");
                assertThat(deed.sentence()).doesNotContain("[", "@");
                assertThat(deed.by()).isEqualTo("Priya Nair");
              });
        });
  }

  private static Instant at(int second) {
    return ToldLog.START.plusSeconds(second);
  }
}
