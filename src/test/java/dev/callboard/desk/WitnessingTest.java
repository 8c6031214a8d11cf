package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What meetings tell, on its way to the log. */
class WitnessingTest {

  private static final SessionId CLASS = new SessionId("hybrid-meetings-1124");
  private static final int TELLERS = 16;
  private static final int EACH = 40;

  private final TestDesk bot = TestDesk.shipped();

  @BeforeEach
  void open() {
    bot.types("priya", "open hybrid-meetings");
  }

  private Inbound.Presence join(String key, Place meeting, String connection) {
    Attendee who = new Attendee(connection, connection, null, null, "Guest", null, null);
    return new Inbound.Presence(
        new Delivery(key, Delivery.Route.POSTED),
        new Sighting(meeting, "held-1", bot.clock().instant(), new Sighting.Joined(who)));
  }

  private List<Event> facts() {
    return bot.ledger().read(CLASS, 0).stream()
        .map(Recorded::event)
        .filter(Event.Witnessed.class::isInstance)
        .toList();
  }

  @Test
  void factsOfManyTellers_areEachWrittenOnce() throws Exception {
    List<Callable<Void>> tellers = new ArrayList<>();
    for (int teller = 0; teller < TELLERS; teller++) {
      int own = teller;
      tellers.add(() -> {
        for (int i = 0; i < EACH; i++) {
          String connection = own + "-" + i;
          bot.desk().handle(join("zoom:" + connection, bot.classRoom(), connection));
          bot.desk().handle(join("zoom:again-" + connection, bot.classRoom(), connection));
        }
        return null;
      });
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> told : threads.invokeAll(tellers)) {
        told.get();
      }
    }

    assertThat(facts()).hasSize(TELLERS * EACH).doesNotHaveDuplicates();
    assertThat(bot.types("priya", "roll")).contains("New " + TELLERS * EACH);
  }

  @Test
  void meetingOfNoClass_isLeftAlone() {
    bot.desk().handle(join("zoom:1", new Place("zoom", "ACC1", "99"), "c1"));

    assertThat(facts()).isEmpty();
  }

  @Test
  void lateFact_goesToTheClassThatTheMeetingWasHeldFor() {
    bot.desk().handle(join("zoom:1", bot.classRoom(), "c1"));
    bot.types("priya", "end");
    bot.types("priya", "open hybrid-meetings");

    bot.desk().handle(join("zoom:2", bot.classRoom(), "c2"));

    assertThat(facts()).hasSize(2);
  }

  /** A meeting that is simply kept open from one class to the next. */
  @Test
  void factAfterTheEnd_goesToTheClassThatHasTheMeetingNow() {
    bot.desk().handle(join("zoom:1", bot.classRoom(), "c1"));
    bot.types("priya", "end");
    bot.types("priya", "open hybrid-meetings");
    bot.clock().advance(Duration.ofSeconds(1));

    bot.desk().handle(join("zoom:2", bot.classRoom(), "c2"));

    assertThat(facts()).hasSize(1);
    assertThat(bot.types("priya", "roll")).contains("New 1");
  }

  /** People go after the end, and a platform may tell of that once the next class is open. */
  @Test
  void lateFactFromBetweenTwoClasses_goesToTheFormer() {
    bot.desk().handle(join("zoom:1", bot.classRoom(), "c1"));
    bot.types("priya", "end");
    bot.clock().advance(Duration.ofSeconds(30));
    Inbound.Presence between = join("zoom:2", bot.classRoom(), "c2");
    bot.clock().advance(Duration.ofSeconds(30));
    bot.types("priya", "open hybrid-meetings");

    bot.desk().handle(between);

    assertThat(facts()).hasSize(2);
    assertThat(bot.types("priya", "roll")).doesNotContain("New");
  }

  @Test
  void meetingThatWasNobodys_isHeardOfOnceItsClassIsOpen() {
    bot.types("priya", "end");
    bot.clock().advance(Duration.ofMinutes(31));
    bot.desk().handle(join("zoom:1", bot.classRoom(), "c1"));

    bot.types("priya", "open hybrid-meetings");
    bot.desk().handle(join("zoom:1", bot.classRoom(), "c1"));

    assertThat(bot.types("priya", "roll")).contains("New 1");
  }
}
