package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Spec;
import dev.callboard.outbox.AudienceGuard;
import dev.callboard.outbox.Entry;
import dev.callboard.plan.Plan;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever anybody types wherever, and whatever the clock says meanwhile, nothing is committed for
 * eyes it is not for.
 */
class AudienceTest {

  private static final List<String> PEOPLE =
      List.of("priya", "ravi", "fay", "dan", "lee", "ana", "mallory");

  /** Words that menus do not show, and lines that are typed by buttons. */
  private static final List<String> HIDDEN =
      List.of(
          "page 3",
          "edit 1 x",
          "nonsense",
          "next",
          "next",
          "unskip poll-1",
          "unskip qa",
          "cut 372 activity:1800:300",
          "cut 372 activity:1800:out",
          "cut undo 372 activity:1800:300",
          "seen",
          "seen 1",
          "snooze",
          "snooze 1 1",
          "prompt to ravi in 1 SECRET",
          "prompt SECRET",
          "quiet-prompts off");

  /** Who cannot be reached alone, and who can be in two ways. */
  enum Facilitator {
    KNOWN,
    UNREACHABLE,
    WITH_TWO_ACCOUNTS
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>(HIDDEN);
    Commands.registry().menu().stream()
        .filter(spec -> !spec.word().equals("end"))
        .map(Spec::examples)
        .forEach(lines::addAll);
    return lines;
  }

  private static Stream<Arguments> classes() {
    return Stream.of(Facilitator.values())
        .flatMap(fay -> LongStream.rangeClosed(1, 4).mapToObj(seed -> Arguments.of(fay, seed)));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void anyTyping_keepsEveryMessageWhereItBelongs(Facilitator fay, long seed) {
    Random random = new Random(seed);
    TestDesk bot = opened(fay);
    List<String> lines = lines();
    for (int i = 0; i < 300; i++) {
      bot.passes(Duration.ofSeconds(random.nextInt(60)));
      bot.hear(command(bot, random, lines.get(random.nextInt(lines.size()))));
    }
    bot.types("priya", "end");
    bot.types("priya", "debrief keep SECRET");
    bot.passes(Duration.ofDays(8));

    List<Entry> shelved = bot.ledger().shelved();
    assertThat(shelved).hasSizeGreaterThan(100);
    shelved.forEach(entry -> check(bot, entry));
    assertThat(shelved).anyMatch(entry -> entry.change().key().startsWith("prompt-"));
    assertThat(shelved).anyMatch(entry -> entry.change().key().startsWith("debrief-1-priya"));
    switch (fay) {
      case KNOWN -> assertThat(relays(shelved)).allMatch(relay -> relay.contains("may not have"));
      case UNREACHABLE ->
          assertThat(told(shelved)).anyMatch(s -> s.contains("whom I cannot reach"));
      case WITH_TWO_ACCOUNTS -> assertThat(told(shelved)).anyMatch(s -> s.contains("missed this"));
    }
  }

  private static TestDesk opened(Facilitator fay) {
    Plan plan = SamplePlans.hybrid();
    if (fay == Facilitator.UNREACHABLE) {
      plan = SamplePlans.withAccounts(plan, "fay", Map.of());
    }
    TestDesk bot = new TestDesk(SettableClock.at("2026-11-24T13:50:00Z"), plan);
    bot.types("priya", "open hybrid");
    if (fay == Facilitator.WITH_TWO_ACCOUNTS) {
      bot.hear(inbound(new Person("slack", "T01", "U09", "Fay", "fay@example.com"), "status"));
    }
    bot.types("priya", "start");
    bot.passes(Duration.ofMinutes(8)); // nobody stirs
    return bot;
  }

  private static Inbound inbound(Person person, String line) {
    Place direct = new Place(person.platform(), person.tenant(), "D-" + person.id());
    Delivery delivery = new Delivery(person.platform() + ":first", Delivery.Route.INLINE);
    return new Inbound.Command(delivery, person, direct, PlaceKind.DIRECT, line, Inbound.Via.TYPED);
  }

  private static void check(TestDesk bot, Entry entry) {
    PlaceKind kind =
        entry.change().to() instanceof Destination.Room room
            ? bot.ledger().kindOf(null, room.place())
            : PlaceKind.DIRECT;
    assertThat(AudienceGuard.refusal(entry.change(), kind)).isEmpty();
    message(entry)
        .ifPresent(message -> {
          if (kind == PlaceKind.CLASS_ROOM) {
            assertThat(message.audience()).isEqualTo(new Audience.Learners());
            assertThat(message.content().plainText()).doesNotContain("SECRET", "Fay Okafor");
          }
          if (message.audience() instanceof Audience.One) {
            assertThat(kind).isEqualTo(PlaceKind.DIRECT);
          }
          if (message.audience() instanceof Audience.Team) {
            assertThat(kind).isEqualTo(PlaceKind.BACKSTAGE);
          }
        });
  }

  private static Optional<Message> message(Entry entry) {
    return switch (entry.change()) {
      case Outgoing.Post post -> Optional.of(post.message());
      case Outgoing.Edit edit -> Optional.of(edit.message());
      case Outgoing.Remove _ -> Optional.empty();
    };
  }

  private static List<String> told(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> message(entry).stream())
        .map(message -> message.content().plainText())
        .toList();
  }

  private static List<String> relays(List<Entry> entries) {
    return told(
        entries.stream().filter(entry -> entry.change().key().startsWith("relay-")).toList());
  }

  private static Inbound command(TestDesk bot, Random random, String line) {
    Place direct = new Place("lobby", "local", "@someone");
    List<Place> places = List.of(bot.backstage(), bot.classRoom(), direct);
    Place place = places.get(random.nextInt(places.size()));
    Delivery.Route[] routes = Delivery.Route.values();
    return new Inbound.Command(
        new Delivery("lobby:x" + random.nextLong(), routes[random.nextInt(routes.length)]),
        TestDesk.person(PEOPLE.get(random.nextInt(PEOPLE.size()))),
        place,
        place.equals(direct) ? PlaceKind.DIRECT : PlaceKind.UNKNOWN,
        line,
        Inbound.Via.TYPED);
  }
}
