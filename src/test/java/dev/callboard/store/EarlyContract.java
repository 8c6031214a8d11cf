package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.LostMail;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Sighting;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Claim;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Desk;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What every database must do for what is told of meetings before a class is open there. */
abstract class EarlyContract extends LogContract {

  private static final Instant LONG_BEFORE = NOON.minus(Duration.ofHours(12));

  private static Unclaimed fact(String key, String room, String occurrence) {
    Attendee who = new Attendee(key, key, null, null, "Zoë \u0000 🎓", null, null);
    Sighting seen =
        new Sighting(Commits.place(room), occurrence, NOON.minusNanos(1), new Sighting.Joined(who));
    return new Unclaimed(key, seen, NOON);
  }

  private Outcome keep(Unclaimed fact) {
    return store().ledger().keep(fact);
  }

  private List<Unclaimed> kept(String room) {
    return store().ledger().unclaimed(List.of(Commits.place(room)), LONG_BEFORE);
  }

  private Outcome open(String session, String room, Set<String> keys) {
    Commit plain = Commits.open(session, room);
    return store().ledger().commit(plain.claiming(new Claim(LONG_BEFORE, keys)));
  }

  @Test
  void fact_isKeptOnceInTheOrderItCame() {
    List<Unclaimed> facts =
        List.of(fact("zoom:9", "m", "held-1"), fact("zoom:10", "m", ""), fact("zoom:1", "m", ""));
    facts.forEach(fact -> assertThat(keep(fact)).isEqualTo(Outcome.DONE));
    assertThat(keep(facts.getFirst())).isEqualTo(Outcome.DUPLICATE);
    assertThat(keep(fact("zoom:11", "elsewhere", "held-1"))).isEqualTo(Outcome.DONE);

    reopen();

    assertThat(kept("m")).isEqualTo(facts);
    assertThat(store().ledger().unclaimed(List.of(Commits.place("m")), NOON.plusSeconds(1)))
        .isEmpty();
    assertThat(store().ledger().seen("zoom:9")).isFalse();
  }

  @Test
  void factOfAnOpenClass_isNotKept() {
    assertThat(open("a", "m", Set.of())).isEqualTo(Outcome.DONE);
    Event convened = new Event.Convened(Commits.place("m"), "held-1");
    store().ledger().commit(Commits.events("a", 1, null, convened));

    assertThat(keep(fact("zoom:1", "m", ""))).isEqualTo(Outcome.CONFLICT);
    assertThat(keep(fact("zoom:2", "", "held-1"))).isEqualTo(Outcome.CONFLICT);
    store().ledger().commit(Commits.events("a", 2, null, new Event.Ended()));
    assertThat(keep(fact("zoom:1", "m", ""))).isEqualTo(Outcome.DONE);
  }

  @Test
  void class_takesWhatIsKeptOfItsMeetings() {
    keep(fact("zoom:1", "m", "held-1"));
    keep(fact("zoom:2", "", "held-1"));
    keep(fact("zoom:3", "", "held-2"));
    assertThat(kept("m")).extracting(Unclaimed::key).containsExactly("zoom:1", "zoom:2");

    assertThat(open("a", "m", Set.of("zoom:1"))).isEqualTo(Outcome.CONFLICT);
    assertThat(open("a", "m", Set.of("zoom:1", "zoom:2", "zoom:0"))).isEqualTo(Outcome.CONFLICT);
    assertThat(store().ledger().newest(new SessionId("a"))).isZero();
    assertThat(store().ledger().at(Commits.place("m"))).isEmpty();
    assertThat(kept("m")).hasSize(2);

    assertThat(open("a", "m", Set.of("zoom:1", "zoom:2"))).isEqualTo(Outcome.DONE);
    assertThat(kept("m")).isEmpty();
    assertThat(kept("")).extracting(Unclaimed::key).containsExactly("zoom:3");
  }

  @Test
  void factThatNoClassTook_isForgotten() {
    keep(fact("zoom:1", "m", ""));
    store().ledger().sweep(NOON);
    assertThat(kept("m")).hasSize(1);
    store().ledger().sweep(NOON.plusSeconds(1));
    assertThat(kept("m")).isEmpty();
  }

  @Test
  void meeting_mayNotTellWithoutEnd() throws Exception {
    List<Callable<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < EarlyFacts.MOST + 10; i++) {
      Unclaimed fact = fact("zoom:" + i, "m", "");
      all.add(() -> keep(fact));
    }

    List<Outcome> outcomes = Commits.together(all);

    assertThat(outcomes.stream().filter(Outcome.DONE::equals)).hasSize(EarlyFacts.MOST);
    assertThat(keep(fact("zoom:other", "n", ""))).isEqualTo(Outcome.DONE);
  }

  /** Servers that hear of a meeting while one of them opens its class. */
  @Test
  void factsToldWhileAClassIsOpened_areAllItsOwn() throws Exception {
    SettableClock clock = SettableClock.at("2026-11-24T00:00:00Z");
    Store second = store().ledger().shared() ? Store.open(url) : store();
    Desk first = desk(store(), clock);
    List<Desk> desks = List.of(first, second == store() ? first : desk(second, clock));
    Place meeting = new Place("lobby", "local", SamplePlans.hybrid().key() + "/class");
    for (int round = 0; round < 12; round++) {
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Desk desk = desks.get(i % 2);
        Inbound told = told(meeting, round, i, clock.instant());
        all.add(() -> desk.handle(told).hashCode());
      }
      Inbound open = typed("open " + SamplePlans.hybrid().key(), "open" + round);
      all.add(5 * round, () -> desks.getFirst().handle(open).hashCode());

      Commits.together(all);

      SessionId id = store().ledger().at(meeting).orElseThrow();
      assertThat(store().ledger().read(id, 0))
          .extracting(Recorded::event)
          .filteredOn(Event.Witnessed.class::isInstance)
          .hasSize(60)
          .doesNotHaveDuplicates();
      assertThat(store().ledger().unclaimed(List.of(meeting), Instant.EPOCH)).isEmpty();
      desks.getFirst().handle(typed("end", "end" + round));
      clock.advance(Duration.ofMinutes(31));
    }
    if (second != store()) {
      second.close();
    }
  }

  private static Inbound told(Place meeting, int round, int number, Instant at) {
    String key = round + "-" + number;
    Attendee who = new Attendee(key, key, null, null, "Guest", null, null);
    Sighting joined = new Sighting(meeting, "held-" + round, at, new Sighting.Joined(who));
    return new Inbound.Presence(new Delivery(key, Delivery.Route.POSTED), joined);
  }

  private static Inbound typed(String line, String key) {
    Place backstage = new Place("lobby", "local", SamplePlans.hybrid().key() + "/backstage");
    Person priya = new Person("lobby", "local", "priya", "Priya", null);
    Delivery delivery = new Delivery(key, Delivery.Route.INLINE);
    return new Inbound.Command(
        delivery, priya, backstage, PlaceKind.UNKNOWN, line, Inbound.Via.TYPED);
  }

  private static Desk desk(Store store, SettableClock clock) throws Exception {
    return new Desk(
        new Desk.Furniture(
            store.ledger(),
            LostMail.of(store.shelf()),
            SamplePlans.library(SamplePlans.hybrid()),
            IcuTexts.read(Path.of("config/messages")),
            Commands.registry(),
            clock),
        _ -> {});
  }
}
