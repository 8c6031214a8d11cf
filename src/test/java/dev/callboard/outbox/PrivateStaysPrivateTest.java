package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is to be said to whomever and wherever, and however the platform fails: what is not for
 * learners is never shown where they are, and nothing is shown in a room of no class.
 */
class PrivateStaysPrivateTest {

  private static final int MESSAGES = 400;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final SessionId CLASS = new SessionId("hybrid");

  private final SettableClock clock = new SettableClock(NOON);
  private MemoryLedger ledger = new MemoryLedger();
  private final List<String> told = new ArrayList<>();

  enum Platform {
    SLACK,
    TEAMS,
    TEAMS_THAT_SHOWS_ALL_TO_ALL,
    ZOOM,
    LOBBY
  }

  private Stage stage(Platform platform) {
    return switch (platform) {
      case SLACK -> new SlackStage(clock);
      case TEAMS -> new TeamsStage(clock, TeamsStage.Targeted.SHOWN);
      case TEAMS_THAT_SHOWS_ALL_TO_ALL -> new TeamsStage(clock, TeamsStage.Targeted.IGNORED);
      case ZOOM -> new ZoomStage(clock);
      case LOBBY -> new LobbyStage(clock);
    };
  }

  private Sender sender(Stage stage) {
    Rooms rooms = new Rooms(List.of(stage.classRoom()), List.of(stage.backstage()));
    Event opened = new Event.Opened(SamplePlans.hybrid(), rooms, NOON);
    commit(0, List.of(new Recorded(1, NOON, "priya", opened)), List.of());
    Trouble trouble =
        (entries, sentence) -> told.add(entries.getLast().change().key() + ": " + sentence);
    return new Sender(
        ledger,
        Map.of(stage.adapter().platform(), stage.adapter()),
        new Complaints(trouble, clock),
        Relevance.ALWAYS,
        clock);
  }

  private void commit(long expected, List<Recorded> events, List<Outgoing> out) {
    ledger.commit(new Commit(CLASS, expected, events, null, out, clock.instant()));
  }

  private Sender.Sent send(Sender sender, Outgoing change) {
    commit(1, List.of(), List.of(change));
    return sender.send(ledger.shelved().getLast());
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void anyMessageAndAnyFailure_showsEachOnlyToThoseItIsFor(Platform platform) {
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      ledger = new MemoryLedger();
      try (Stage stage = stage(platform)) {
        Sender sender = sender(stage);
        for (int i = 0; i < MESSAGES; i++) {
          stage.stumble(random);
          var _ = send(sender, change(stage, random, i));
          assertKept(stage);
        }
        assertThat(stage.shownToPerson()).as("or nothing was tried").anyMatch(isFor("one"));
        assertThat(stage.shownToAll(stage.classRoom())).anyMatch(isFor("learners"));
        assertThat(stage.shownToAll(stage.backstage())).anyMatch(isFor("team"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void whatCommandsAndPromptsSay_isShownOnlyToThoseItIsFor(Platform platform) {
    PlayedClass played = PlayedClass.play();
    for (long seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      ledger = new MemoryLedger();
      try (Stage stage = stage(platform)) {
        Sender sender = sender(stage);
        for (Outgoing change : played.on(stage)) {
          stage.stumble(random);
          var _ = send(sender, change);
          assertKept(stage);
        }
        assertThat(stage.shownToPerson()).as("or nothing was tried").anyMatch(isFor("one"));
        assertThat(stage.shownToAll(stage.classRoom())).anyMatch(isFor("learners"));
        assertThat(stage.shownToAll(stage.backstage())).anyMatch(isFor("team"));
      }
    }
  }

  private static void assertKept(Stage stage) {
    assertThat(stage.shownToAll(stage.elsewhere())).isEmpty();
    assertThat(stage.shownToAll(stage.classRoom())).noneMatch(isFor("team"));
    assertThat(stage.shownToAll(stage.classRoom())).noneMatch(isFor("one"));
    assertThat(stage.shownToAll(stage.backstage())).noneMatch(isFor("one"));
    assertThat(stage.shownToPerson()).noneMatch(isFor("team"));
  }

  private static Predicate<String> isFor(String word) {
    return shown -> shown.contains("secret of " + word);
  }

  /** Few keys, so that edits and removals meet posts of every kind. */
  private static Outgoing change(Stage stage, Random random, int number) {
    String key = "k" + random.nextInt(12);
    Destination to = destination(stage, random);
    Message message = message(random, number);
    return switch (random.nextInt(5)) {
      case 0 -> new Outgoing.Remove(key, to);
      case 1, 2 -> new Outgoing.Edit(key, to, message);
      default -> new Outgoing.Post(key, to, message);
    };
  }

  private static Destination destination(Stage stage, Random random) {
    List<@Nullable Supplier<Place>> rooms = new ArrayList<>();
    rooms.add(stage::classRoom);
    rooms.add(stage::backstage);
    rooms.add(stage::elsewhere);
    rooms.add(null);
    boolean direct = random.nextBoolean();
    Supplier<Place> room = rooms.get(random.nextInt(direct ? 4 : 3));
    Place place = room == null ? null : room.get();
    return direct || place == null
        ? new Destination.Direct(stage.person(), place)
        : new Destination.Room(place);
  }

  private static Message message(Random random, int number) {
    Audience audience =
        switch (random.nextInt(3)) {
          case 0 -> new Audience.Learners();
          case 1 -> new Audience.Team();
          default -> new Audience.One("fay");
        };
    return new Message(audience, Content.text(PlayedClass.secret(audience) + " no " + number));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void personWhoCannotBeReachedPrivately_isToldToTheProducerAtOnce(Platform platform) {
    try (Stage stage = stage(platform)) {
      Sender sender = sender(stage);
      stage.closePrivateRoutes();
      Message message = new Message(new Audience.One("fay"), Content.text("secret of one"));

      Destination to = new Destination.Direct(stage.person(), stage.classRoom());
      Sender.Sent sent = send(sender, new Outgoing.Post("prompt", to, message));

      assertThat(sent.again()).isEmpty();
      assertThat(told).singleElement().asString().startsWith("prompt: ");
      assertThat(ledger.dead(CLASS, 9)).hasSize(1);
      assertThat(stage.shownToPerson()).isEmpty();
      assertKept(stage);
    }
  }
}
