package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Spec;
import dev.callboard.outbox.AudienceGuard;
import dev.callboard.outbox.Entry;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever anybody types wherever, nothing is committed for eyes it is not for. */
class AudienceTest {

  private static final List<String> PEOPLE =
      List.of("priya", "ravi", "fay", "dan", "lee", "ana", "mallory");

  private static List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("open hybrid", "page 3", "edit 1 x", "nonsense"));
    Commands.registry().menu().stream().map(Spec::examples).forEach(lines::addAll);
    return lines;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyTyping_keepsEveryMessageWhereItBelongs(long seed) {
    Random random = new Random(seed);
    SettableClock clock = SettableClock.at("2026-11-24T13:50:00Z");
    TestDesk bot = new TestDesk(clock, SamplePlans.hybrid());
    bot.types("priya", "open hybrid");
    List<String> lines = lines();
    for (int i = 0; i < 400; i++) {
      clock.advance(Duration.ofSeconds(random.nextInt(120)));
      bot.hear(command(bot, random, i, lines.get(random.nextInt(lines.size()))));
    }

    assertThat(bot.ledger().shelved()).hasSizeGreaterThan(100);
    for (Entry entry : bot.ledger().shelved()) {
      PlaceKind kind =
          entry.change().to() instanceof Destination.Room room
              ? bot.ledger().kindOf(room.place())
              : PlaceKind.DIRECT;
      assertThat(AudienceGuard.refusal(entry.change(), kind)).isEmpty();
      if (kind == PlaceKind.CLASS_ROOM && entry.change() instanceof Outgoing.Post post) {
        assertThat(post.message()).extracting(Message::audience).isEqualTo(new Audience.Learners());
      }
    }
  }

  private static Inbound command(TestDesk bot, Random random, int i, String line) {
    Place direct = new Place("lobby", "local", "@someone");
    List<Place> places = List.of(bot.backstage(), bot.classRoom(), direct);
    Place place = places.get(random.nextInt(places.size()));
    Delivery.Route[] routes = Delivery.Route.values();
    return new Inbound.Command(
        new Delivery("lobby:x" + i, routes[random.nextInt(routes.length)]),
        TestDesk.person(PEOPLE.get(random.nextInt(PEOPLE.size()))),
        place,
        place.equals(direct) ? PlaceKind.DIRECT : PlaceKind.UNKNOWN,
        line,
        Inbound.Via.TYPED);
  }
}
