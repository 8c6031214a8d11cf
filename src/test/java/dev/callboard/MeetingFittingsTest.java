package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.Turnout;
import dev.callboard.platform.Turnout.Someone;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack is told of a class whose meeting is the lobby's. */
class MeetingFittingsTest {

  private final TestDesk bot = TestDesk.hybrid();
  private SessionId id;
  private Place meeting;
  private int facts;

  /** The one class there is. */
  private final class OneClass implements MeetingFittings.Classes {

    @Override
    public Stream<Session> open() {
      return find(id).filter(session -> !session.run().ended()).stream();
    }

    @Override
    public Optional<Session> find(SessionId which) {
      return bot.desk().find(which);
    }

    @Override
    public Optional<Session> holding(Place meeting, String occurrence) {
      return bot.desk().classHolding(meeting, occurrence);
    }

    @Override
    public Set<SessionId> recent() {
      return Set.of(id);
    }

    @Override
    public List<Receipt> receipts(SessionId which, String platform) {
      return List.of(new Receipt(which + " on " + platform));
    }
  }

  @BeforeEach
  void open() {
    bot.types("priya", "open hybrid");
    id = bot.desk().classAt(new Place("lobby", "local", "hybrid/backstage")).orElseThrow().id();
    meeting = bot.desk().find(id).orElseThrow().rooms().classRooms().getFirst();
  }

  private MeetingFittings fittings(String platform) {
    return new MeetingFittings(platform, new OneClass(), bot.clock());
  }

  private static Attendee somebody(String account, String name) {
    return new Attendee(account, account, account, null, name, null, null);
  }

  private void tells(Sighting.What what) {
    Sighting sighting = new Sighting(meeting, "held-1", bot.clock().instant(), what);
    Delivery delivery = new Delivery("fact-" + facts++, Delivery.Route.POSTED);
    bot.desk().handle(new Inbound.Presence(delivery, sighting));
    bot.clock().advance(Duration.ofMinutes(1));
  }

  private Turnout turnout() {
    return fittings("slack").of(id.value(), "lobby:hybrid/meeting").orElseThrow();
  }

  @Test
  void whoeverIsIn_isKnownByTheJoin() {
    tells(new Sighting.Joined(somebody("ana", "Ana")));
    tells(new Sighting.Joined(somebody("ben", "Ben")));
    tells(new Sighting.Left(somebody("ben", "Ben")));

    assertThat(fittings("lobby").here())
        .singleElement()
        .satisfies(join -> {
          assertThat(join.meeting()).isEqualTo(meeting);
          assertThat(join.occurrence()).isEqualTo("held-1");
          assertThat(join.what()).isEqualTo(new Sighting.Joined(somebody("ana", "Ana")));
        });
    assertThat(fittings("lobby").here("local", "ana")).hasSize(1);
    assertThat(fittings("lobby").here("local", "ben")).isEmpty();
    assertThat(fittings("lobby").here("elsewhere", "ana")).isEmpty();
    assertThat(fittings("slack").here()).isEmpty();
  }

  @Test
  void meeting_isFoundByTheTimeItIsHeld() {
    tells(new Sighting.Joined(somebody("ana", "Ana")));

    assertThat(fittings("lobby").meeting("local", "held-1")).contains(meeting);
    assertThat(fittings("lobby").meeting("local", "held-2")).isEmpty();
  }

  @Test
  void turnout_tellsWhoIsInAndWhoWas() {
    tells(new Sighting.Joined(somebody("ana", "Ana")));
    tells(new Sighting.Joined(somebody("x1", "Somebody Else")));
    tells(new Sighting.Left(somebody("x1", "Somebody Else")));

    assertThat(turnout().over()).isFalse();
    assertThat(turnout().here()).extracting(Someone::name).containsExactly("Ana");
    assertThat(turnout().gone()).extracting(Someone::name).containsExactly("Somebody Else");
  }

  @Test
  void accountThatTheClassKnows_isTheirs() {
    tells(new Sighting.Joined(somebody("ana", "Ana")));

    assertThat(fittings("lobby").of(id.value(), "lobby:x").orElseThrow().here())
        .extracting(Someone::account)
        .containsExactly("ana");
    assertThat(turnout().here()).extracting(Someone::account).containsOnlyNulls();
  }

  /** Hosts close a meeting by mistake, and begin it anew. */
  @Test
  void meeting_isOverAFewMinutesAfterItsEnd() {
    tells(new Sighting.Began());
    tells(new Sighting.Over());
    bot.clock().advance(Duration.ofMinutes(3));
    assertThat(turnout().over()).isFalse();

    bot.clock().advance(Duration.ofMinutes(3));
    assertThat(turnout().over()).isTrue();

    tells(new Sighting.Began());
    assertThat(turnout().over()).isFalse();
  }

  @Test
  void classThatEnded_hasNoMeeting() {
    bot.types("priya", "start");
    bot.types("priya", "end");

    assertThat(turnout().over()).isTrue();
    assertThat(fittings("lobby").here()).isEmpty();
  }

  @Test
  void receipts_areThoseOfThePlatform() {
    assertThat(fittings("slack").posted())
        .containsEntry(id.value(), List.of(new Receipt(id + " on slack")));
  }
}
