package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Sighting;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Register;
import dev.callboard.testing.Cases;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What meetings tell before the producer has typed {@code open}. */
class EarlyTest {

  private static final SessionId CLASS = new SessionId("hybrid-meetings-1124");

  private final TestDesk bot = TestDesk.shipped();

  private void open() {
    bot.types("priya", "open hybrid-meetings");
  }

  private List<Recorded> facts(SessionId id) {
    return bot.ledger().read(id, 0).stream()
        .filter(recorded -> recorded.event() instanceof Event.Witnessed)
        .toList();
  }

  private static Inbound.Presence told(TestDesk desk, String key, String occurrence) {
    Attendee who = new Attendee(key, key, null, null, "Guest " + key, null, null);
    return new Inbound.Presence(
        new Delivery(key, Delivery.Route.POSTED),
        new Sighting(
            desk.classRoom(), occurrence, desk.clock().instant(), new Sighting.Joined(who)));
  }

  @Test
  void whoCameBefore_isOnTheRollOfTheClass() {
    bot.joins("ben");
    bot.passes(Duration.ofMinutes(5));
    open();

    assertThat(bot.types("priya", "roll")).contains("Here: 1 of 18");
    assertThat(facts(CLASS)).extracting(Recorded::by).containsExactly("callboard");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whoIsStillThere_isWelcomedAsIfTheyCameJustNow() {
    bot.joins("ana");
    bot.joins("ben");
    bot.passes(Duration.ofMinutes(5));
    bot.leaves("ben");
    bot.passes(Duration.ofMinutes(5));
    open();
    bot.passes(Duration.ofMinutes(1));

    assertThat(bot.told("ana")).singleElement().asString().contains("14:00");
    assertThat(bot.told("ben")).isEmpty();
    assertThat(bot.shows(bot.classRoom())).isEmpty();
  }

  @Test
  void massDropBeforeTheOpening_isNobodysStorm() {
    List<String> people = List.of("ben", "amara", "lee", "dev");
    people.forEach(bot::joins);
    bot.passes(Duration.ofMinutes(5));
    people.forEach(bot::leaves);
    bot.passes(Duration.ofMinutes(5));
    open();
    bot.passes(Duration.ofMinutes(1));

    assertThat(bot.shows(bot.backstage())).noneMatch(post -> post.contains("dropped at once"));
  }

  @Test
  void deliveryThatComesAgain_changesNothing() {
    Inbound.Presence join = told(bot, "zoom:1", "held-1");
    bot.hear(join);
    bot.hear(join);
    open();
    bot.hear(join);

    assertThat(facts(CLASS)).hasSize(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void nameOfTheHolding_isTheClasssFromItsOpeningOn() {
    bot.hear(told(bot, "zoom:1", "held-1"));
    open();
    bot.types("priya", "end");
    bot.clock().advance(Duration.ofHours(2));
    bot.hear(told(bot, "zoom:2", "held-1"));

    assertThat(facts(CLASS)).hasSize(2);
  }

  @Test
  void meetingThatWasOverLongBefore_wasAnothers() {
    bot.joins("ben");
    bot.clock().advance(Duration.ofMinutes(9));
    bot.sees(new Sighting.Over());
    bot.clock().advance(Duration.ofSeconds(2));
    bot.leaves("ben");
    bot.clock().advance(Duration.ofMinutes(31));
    bot.joins("ana");
    open();

    assertThat(facts(CLASS)).hasSize(1);
    assertThat(bot.types("priya", "roll")).contains("Here: 1 of 18");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatWasToldHalfADayBefore_isForgotten() {
    bot.joins("ben");
    bot.clock().advance(Early.KEPT.plusSeconds(1));
    bot.joins("ana");
    bot.desk().sweep();
    assertThat(kept()).hasSize(1);
    bot.sees(bot.clock().instant().minus(Early.KEPT).minusSeconds(1), new Sighting.Began());
    assertThat(kept()).hasSize(1);
    open();

    assertThat(bot.types("priya", "roll")).contains("Here: 1 of 18");
  }

  @Test
  void whatTellsNoPresence_isNotKept() {
    bot.sees(new Sighting.Recording(true));

    assertThat(kept()).isEmpty();
  }

  @Test
  void meetingOfTheLastClass_isTheNextOnesOnceItsTimeIsOver() {
    open();
    bot.types("priya", "end");
    bot.clock().advance(Duration.ofMinutes(31));
    bot.joins("ben");
    assertThat(facts(CLASS)).isEmpty();
    open();

    assertThat(bot.types("priya", "roll")).contains("Here: 1 of 18");
    assertThat(facts(CLASS)).isEmpty();
  }

  @Test
  void factsToldWhileAClassIsOpened_areAllItsOwn() throws Exception {
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String key = "zoom:" + i;
      all.add(() -> {
        bot.desk().handle(told(bot, key, "held-1"));
        return null;
      });
    }
    all.add(
        100,
        () -> {
          open();
          return null;
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Void> done : threads.invokeAll(all)) {
        done.get();
      }
    }

    SessionId opened = bot.ledger().at(bot.classRoom()).orElseThrow();
    assertThat(facts(opened)).extracting(Recorded::event).hasSize(200).doesNotHaveDuplicates();
    assertThat(kept()).isEmpty();
  }

  private List<Unclaimed> kept() {
    return bot.ledger().unclaimed(List.of(bot.classRoom()), Instant.EPOCH);
  }

  /** Whenever the class is opened amid what its meeting tells, its register is the same. */
  @Test
  void register_doesNotDependOnWhenTheClassIsOpened() {
    Cases.each(
        60,
        random -> {
          TestDesk first = TestDesk.shipped();
          List<Inbound.Presence> deliveries = deliveries(first, random);
          Register afterwards = register(first, deliveries, 0);
          int split = random.nextInt(deliveries.size() + 1);

          assertThat(register(TestDesk.shipped(), deliveries, split)).isEqualTo(afterwards);
        });
  }

  private static Register register(TestDesk desk, List<Inbound.Presence> deliveries, int split) {
    deliveries.subList(0, split).forEach(desk::hear);
    desk.types("priya", "open hybrid-meetings");
    deliveries.subList(split, deliveries.size()).forEach(desk::hear);
    return Session.fold(CLASS, desk.ledger().read(CLASS, 0)).orElseThrow().register();
  }

  /** In any order, some of them twice. */
  private static List<Inbound.Presence> deliveries(TestDesk desk, Random random) {
    List<Inbound.Presence> all = new ArrayList<>();
    IntStream.range(0, 2 + random.nextInt(40))
        .forEach(number -> {
          Instant at = desk.clock().instant().minusSeconds(random.nextInt(25 * 60));
          String occurrence = random.nextInt(3) == 0 ? "held-1" : "";
          Sighting seen = new Sighting(desk.classRoom(), occurrence, at, what(random));
          all.add(new Inbound.Presence(new Delivery("any:" + number, Delivery.Route.POSTED), seen));
        });
    all.addAll(List.copyOf(all.subList(0, random.nextInt(all.size()))));
    Collections.shuffle(all, random);
    return all;
  }

  private static Sighting.What what(Random random) {
    String account = List.of("ana", "ben", "amara", "lee").get(random.nextInt(4));
    String connection = account + random.nextInt(2);
    Attendee who = new Attendee(connection, connection, account, null, account, null, null);
    return switch (random.nextInt(8)) {
      case 0 -> new Sighting.Began();
      case 1 -> new Sighting.Over();
      case 2 -> new Sighting.Bound(who, account + random.nextInt(2), null);
      case 3 -> new Sighting.Recording(true);
      case 4, 5 -> new Sighting.Left(who);
      default -> new Sighting.Joined(who);
    };
  }
}
