package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import dev.callboard.platform.teams.bf.Turn;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the events of a meeting tell. */
class TeamsMeetingsTest {

  private static final String LEA_IN_THE_DIRECTORY = "00000000-0000-0000-0000-0000000000a2";

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final TeamsKit kit = new TeamsKit(door, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  private int accept(ObjectNode activity) {
    return kit.adapter().accept(kit.teams().signed(activity)).status();
  }

  private List<Inbound.Presence> seen(ObjectNode activity) {
    assertThat(accept(activity)).isEqualTo(200);
    return seen();
  }

  private List<Inbound.Presence> seen() {
    return door.received().stream()
        .filter(Inbound.Presence.class::isInstance)
        .map(Inbound.Presence.class::cast)
        .toList();
  }

  private static Attendee who(Inbound.Presence presence) {
    return switch (presence.sighting().what()) {
      case Sighting.Joined joined -> joined.who();
      case Sighting.Left left -> left.who();
      default -> throw new AssertionError(presence);
    };
  }

  @Test
  void start_isSeenInTheMeetingsChat() {
    Sighting start = seen(TeamsActivities.of("event-meeting-start")).getFirst().sighting();

    assertThat(start.what()).isEqualTo(new Sighting.Began());
    assertThat(start.meeting())
        .isEqualTo(new Place("teams", FakeTeams.TENANT, FakeTeams.CLASS_ROOM));
    assertThat(start.occurrence()).isEmpty();
    assertThat(start.at()).isEqualTo(Instant.parse("2026-11-24T14:12:03.417Z"));
  }

  @Test
  void end_isSeen() {
    Sighting end = seen(TeamsActivities.of("event-meeting-end")).getFirst().sighting();

    assertThat(end.what()).isEqualTo(new Sighting.Over());
    assertThat(end.at()).isEqualTo(Instant.parse("2026-11-24T15:31:12.417Z"));
  }

  @Test
  void joinAndLeave_areOfOneConnection() {
    accept(TeamsActivities.of("event-participant-join"));
    List<Inbound.Presence> both = seen(TeamsActivities.of("event-participant-leave"));

    assertThat(both).hasSize(2);
    assertThat(both.getFirst().sighting().what()).isInstanceOf(Sighting.Joined.class);
    assertThat(both.getLast().sighting().what()).isInstanceOf(Sighting.Left.class);
    assertThat(both.getLast().sighting().at()).isEqualTo(Instant.parse("2026-11-24T15:02:40.417Z"));
    assertThat(who(both.getFirst())).isEqualTo(who(both.getLast()));
    assertThat(who(both.getFirst()))
        .isEqualTo(
            new Attendee(
                LEA_IN_THE_DIRECTORY,
                LEA_IN_THE_DIRECTORY,
                FakeTeams.LEA,
                null,
                "Lea Learner",
                "lea@example.com",
                null));
  }

  @Test
  void start_isWhenItsPeopleAreAskedFor() throws Exception {
    accept(TeamsActivities.of("event-meeting-start"));
    Await.until("both pages", () -> kit.teams().connector().calls("GET").size() == 2);

    Inbound.Presence join = seen(TeamsActivities.of("event-participant-join")).getLast();

    assertThat(who(join).email()).isEqualTo("lea@example.com");
    assertThat(kit.teams().connector().calls()).hasSize(2);
  }

  @Test
  void listThatFails_keepsNobodyOutAndIsReadAgainAMinuteLater() {
    kit.teams().connector().failNext(new Fault(503, null));
    assertThat(who(seen(TeamsActivities.of("event-participant-join")).getLast()).email()).isNull();
    assertThat(who(seen(TeamsActivities.of("event-participant-join")).getLast()).email()).isNull();
    assertThat(kit.teams().connector().calls("GET")).hasSize(1);

    clock.advance(TeamsMembers.KEPT_LIST.plusSeconds(1));
    assertThat(who(seen(TeamsActivities.of("event-participant-leave")).getLast()).email())
        .isEqualTo("lea@example.com");
  }

  @Test
  void organisation_isTheSameHoweverItIsWritten() {
    assertThat(new Turn.Conversation("c", "channel", "ABC-1", "").tenant()).isEqualTo("abc-1");
  }

  /** A class of 300 joins within a minute: they are asked for together. */
  @Test
  void burst_isOneSightingAPersonAndOneQuestion() {
    List<Inbound.Presence> all = seen(TeamsActivities.of("event-participants-join"));

    assertThat(all)
        .extracting(presence -> who(presence).name())
        .containsExactly("Lea Learner", "Gus Guest", "Kim (Guest)");
    assertThat(all)
        .extracting(presence -> who(presence).account())
        .containsExactly(FakeTeams.LEA, FakeTeams.GUS, null);
    assertThat(who(all.getLast()).connection()).isEqualTo("29:anon-1");
    assertThat(all.stream().map(each -> each.delivery().key()).distinct()).hasSize(3);
    assertThat(kit.teams().connector().calls()).hasSize(2); // pages of one list
  }

  @Test
  void addressThatIsKnownAnyway_isTold() {
    ObjectNode typed = TeamsActivities.mention("7", "status");
    typed.withObject("/from").put("id", FakeTeams.LEA);
    accept(typed);

    List<Inbound.Presence> all = seen(TeamsActivities.of("event-participant-join"));

    assertThat(who(all.getFirst()).email()).isEqualTo("lea@example.com");
    assertThat(kit.teams().connector().calls()).hasSize(1);
  }

  @Test
  void eventDeliveredAgain_hasTheSameKeys() {
    accept(TeamsActivities.of("event-participants-join"));
    accept(TeamsActivities.of("event-participants-join"));
    accept(TeamsActivities.of("event-participant-join"));

    assertThat(seen()).hasSize(7);
    assertThat(seen().stream().map(each -> each.delivery().key()).distinct()).hasSize(4);
  }

  @Test
  void eventWithoutId_isToldApartByItsTime() {
    ObjectNode join = TeamsActivities.of("event-participant-join").put("id", "");
    accept(join);
    accept(join);
    accept(join.deepCopy().put("timestamp", "2026-11-24T14:20:00Z"));

    assertThat(seen().stream().map(each -> each.delivery().key()).distinct()).hasSize(2);
  }

  @Test
  void eventWithoutTime_happenedByItsValueOrNow() {
    seen(TeamsActivities.of("event-meeting-start").put("timestamp", "soon"));
    seen(TeamsActivities.of("event-participant-join").put("timestamp", ""));

    assertThat(seen())
        .extracting(presence -> presence.sighting().at())
        .containsExactly(Instant.parse("2026-11-24T14:00:01.5Z"), clock.instant());
  }

  /** The system tells it, in the name of whoever or of nobody. */
  @ParameterizedTest
  @ValueSource(strings = {"from", "id", "timestamp", "channelData", "localTimestamp"})
  void missingPart_keepsTheSighting(String field) {
    assertThat(seen(TeamsActivities.of("event-participant-join").without(field))).hasSize(1);
  }

  /** Teams stops telling a bot of events that are not taken. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "members  | 5",
        "members  | null",
        "members  | [null, 5, {}, {\"user\": []}, {\"user\": {\"id\": {}}}]",
        "Members  | {\"user\": {\"id\": \"29:x\"}}"
      })
  void strangeMembers_areTakenQuietly(String field, String value) {
    ObjectNode join = TeamsActivities.of("event-participant-join");
    join.withObject("/value").removeAll().set(field, TeamsWire.read(value));

    assertThat(seen(join)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "[]", "\"x\""})
  void strangeValue_isTakenQuietly(String value) {
    ObjectNode join = TeamsActivities.of("event-participant-join");
    join.set("value", TeamsWire.read(value));

    assertThat(seen(join)).isEmpty();
  }

  @Test
  void unknownMeetingEvent_isTakenQuietly() {
    String name = "application/vnd.microsoft.meetingReactionStorm";

    assertThat(seen(TeamsActivities.of("event-meeting-start").put("name", name))).isEmpty();
  }

  /** The others of the event wait for the next delivery of it. */
  @Test
  void doorThatFailsMidway_makesTeamsComeAgain() {
    AtomicInteger calls = new AtomicInteger();
    Door moody =
        inbound -> {
          if (calls.incrementAndGet() == 2) {
            throw new IllegalStateException("disk full");
          }
          return door.handle(inbound);
        };
    try (TeamsKit failing = new TeamsKit(moody, clock)) {
      ObjectNode burst = TeamsActivities.of("event-participants-join");
      assertThat(failing.adapter().accept(failing.teams().signed(burst)).status()).isEqualTo(503);
      assertThat(failing.adapter().accept(failing.teams().signed(burst)).status()).isEqualTo(200);
    }
    assertThat(seen().stream().map(each -> each.delivery().key()).distinct()).hasSize(3);
  }
}
