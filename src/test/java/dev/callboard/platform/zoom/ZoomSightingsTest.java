package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Sighting.Bound;
import dev.callboard.chat.Sighting.Joined;
import dev.callboard.chat.Sighting.Left;
import dev.callboard.chat.Sighting.Moved;
import dev.callboard.chat.Sighting.RoleGiven;
import dev.callboard.chat.Sighting.Trouble;
import dev.callboard.chat.Sighting.What;
import dev.callboard.platform.zoom.ZoomSightings.Envelope;
import dev.callboard.testing.ZoomEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Zoom's events say, with what was measured of their quirks. */
class ZoomSightingsTest {

  private static final Instant ARRIVED = Instant.parse("2026-11-24T14:12:09Z");
  private static final Instant TOLD = Instant.parse("2026-11-24T14:12:07.512Z");
  private static final String STAY = "5F0C2A10-77B1-4E0D-9A61-0D7C1C2E9B11";
  static final List<String> EVENTS = ZoomSightings.EVENTS;

  private static Optional<Inbound.Presence> read(JsonNode event) {
    return ZoomSightings.read(
        new Envelope(
            event.path("event").asText(),
            event.path("payload").path("account_id").asText(),
            event.path("event_ts").asText(""),
            ARRIVED),
        event.path("payload").path("object"));
  }

  private static Sighting seen(JsonNode event) {
    return read(event).orElseThrow().sighting();
  }

  private static String key(JsonNode event) {
    return read(event).orElseThrow().delivery().key();
  }

  private static What what(String name) {
    return seen(ZoomEvents.of(name)).what();
  }

  /** Everything the manifest asks for is understood, and so is its meeting. */
  @ParameterizedTest
  @FieldSource("EVENTS")
  void everyEvent_saysSomethingOfItsMeeting(String name) {
    Sighting seen = seen(ZoomEvents.of(name));

    assertThat(seen.meeting().platform()).isEqualTo("zoom");
    assertThat(seen.meeting().tenant()).isEqualTo("acc-HARBOUR");
    assertThat(seen.meeting().id())
        .isEqualTo(name.startsWith("webinar") ? "92340078812" : "86120034455");
    assertThat(seen.occurrence()).endsWith("==");
  }

  @ParameterizedTest
  @CsvSource({
    "meeting.started, Began",
    "meeting.ended, Over",
    "meeting.alert, Trouble",
    "meeting.participant_joined, Joined",
    "meeting.participant_left, Left",
    "meeting.participant_bind, Bound",
    "meeting.participant_role_changed, RoleGiven",
    "meeting.participant_jbh_joined, WaitingOver",
    "meeting.participant_jbh_waiting, Waiting",
    "meeting.participant_jbh_waiting_left, WaitingOver",
    "meeting.participant_joined_waiting_room, Waiting",
    "meeting.participant_left_waiting_room, WaitingOver",
    "meeting.participant_put_in_waiting_room, Waiting",
    "meeting.participant_admitted, WaitingOver",
    "meeting.participant_joined_breakout_room, Moved",
    "meeting.participant_left_breakout_room, Moved",
    "webinar.started, Began",
    "webinar.ended, Over",
    "webinar.alert, Trouble",
    "webinar.participant_joined, Joined",
    "webinar.participant_left, Left",
    "webinar.participant_bind, Bound",
    "webinar.participant_role_changed, RoleGiven"
  })
  void event_saysWhatHappened(String name, String kind) {
    assertThat(what(name).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "recording.started, true, 2026-11-24T14:06:00Z",
    "recording.resumed, true, 2026-11-24T14:12:07.512Z",
    "recording.paused, false, 2026-11-24T14:50:00Z",
    "recording.stopped, false, 2026-11-24T14:50:00Z"
  })
  void recording_isOnOrOff(String name, boolean on, Instant at) {
    assertThat(what(name)).isEqualTo(new Sighting.Recording(on));
    assertThat(seen(ZoomEvents.of(name)).at()).isEqualTo(at);
  }

  /** The occurrence's own time, which is one to two seconds before Zoom tells it. */
  @ParameterizedTest
  @CsvSource({
    "meeting.participant_joined, 2026-11-24T14:02:07Z",
    "meeting.participant_left, 2026-11-24T14:40:00Z",
    "meeting.participant_admitted, 2026-11-24T14:05:30Z",
    "meeting.participant_role_changed, 2026-11-24T14:05:30Z",
    "meeting.participant_bind, 2026-11-24T14:05:30Z",
    "webinar.participant_bind, 2026-11-24T14:05:30Z",
    "meeting.participant_joined_breakout_room, 2026-11-24T14:20:00Z",
    "meeting.participant_left_breakout_room, 2026-11-24T14:30:00Z",
    "meeting.ended, 2026-11-24T15:03:20Z",
    "meeting.started, 2026-11-24T14:12:07.512Z",
    "meeting.participant_jbh_joined, 2026-11-24T14:12:07.512Z"
  })
  void time_isWhenItHappenedNotWhenItWasTold(String name, Instant at) {
    assertThat(seen(ZoomEvents.of(name)).at()).isEqualTo(at);
  }

  @Test
  void attendee_isAllThatZoomTells() {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event)
        .put("participant_user_id", "user-PAT")
        .put("registrant_id", "reg-PAT")
        .put("email", "pat@example.com")
        .put("phone_number", "+442079460077");

    assertThat(seen(event).what())
        .isEqualTo(
            new Joined(
                new Attendee(
                    "33558784",
                    STAY,
                    "user-PAT",
                    "reg-PAT",
                    "Pat Learner",
                    null,
                    "+442079460077",
                    "pat@example.com")));
  }

  /** Only those of the host's own account bear an id; of all others it is what somebody wrote. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "user-PAT, user-PAT, -, pat@example.com, -",
        "user-PAT, user-PAT, reg-PAT, pat@example.com, -",
        "-, user-PAT, -, -, pat@example.com",
        "-, user-PAT, reg-PAT, -, pat@example.com",
        "-, -, reg-PAT, -, pat@example.com",
        "-, -, -, -, pat@example.com"
      })
  void address_isVouchedForInTheHostsAccountAlone(
      @Nullable String id,
      @Nullable String signedIn,
      @Nullable String registrant,
      @Nullable String vouched,
      @Nullable String written) {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event)
        .put("id", id)
        .put("participant_user_id", signedIn)
        .put("registrant_id", registrant)
        .put("email", "pat@example.com");

    Attendee who = ((Joined) seen(event).what()).who();

    assertThat(who.email()).isEqualTo(vouched);
    assertThat(who.written()).isEqualTo(written);
  }

  @Test
  void blanks_areNothingAtAll() {
    Attendee who = ((Joined) what("meeting.participant_joined")).who();

    assertThat(who.account()).isNull();
    assertThat(who.registrant()).isNull();
    assertThat(who.email()).isNull();
    assertThat(who.phone()).isNull();
  }

  /** Addresses of machines come undocumented, and are nobody's business. */
  @ParameterizedTest
  @ValueSource(strings = {"meeting.participant_joined", "meeting.participant_left"})
  void networkAddresses_areDropped(String name) {
    JsonNode event = ZoomEvents.of(name);
    assertThat(event.toString()).contains("203.0.113.9");

    assertThat(read(event).toString()).doesNotContain("203.0.113").doesNotContain("10.20.30");
  }

  @Test
  void ids_areTheSameAsNumberAndAsText() {
    ObjectNode text = ZoomEvents.of("meeting.participant_joined");
    ObjectNode number = text.deepCopy();
    ZoomEvents.object(number).put("id", 86_120_034_455L);
    ZoomEvents.participant(number).put("user_id", 33_558_784);

    assertThat(read(number)).isEqualTo(read(text));
  }

  /** The id in a breakout event has a time glued on; the one before it is in another field. */
  @Test
  void breakoutRoom_isOfTheConnectionKnownBeforeAndItsAddressIsNotTrusted() {
    Moved went = (Moved) what("meeting.participant_joined_breakout_room");
    assertThat(went.room()).isEqualTo("Hd3kWq+7Zs2=");
    assertThat(went.who().connection()).isEqualTo("33558784");
    assertThat(went.who().email()).isNull();
    assertThat(((Moved) what("meeting.participant_left_breakout_room")).room()).isNull();

    ObjectNode parentless = ZoomEvents.of("meeting.participant_joined_breakout_room");
    ZoomEvents.participant(parentless).remove("parent_user_id");
    assertThat(((Moved) seen(parentless).what()).who().connection())
        .isEqualTo("335587842026-11-24 14:20:00:000");
  }

  @Test
  void phone_isBoundToItsComputer() {
    Bound bound = (Bound) what("meeting.participant_bind");

    assertThat(bound.who().connection()).isEqualTo("33562880");
    assertThat(bound.who().phone()).isEqualTo("+442079460077");
    assertThat(bound.connection()).isEqualTo("33558784");
    assertThat(bound.stay()).isEqualTo(STAY);
  }

  @Test
  void facilitator_isKnownByTheirAccountAndRole() {
    RoleGiven given = (RoleGiven) what("meeting.participant_role_changed");

    assertThat(given.role()).isEqualTo("co-host");
    assertThat(given.who().account()).isEqualTo("user-FAY");
    assertThat(given.who().email()).isEqualTo("fay@example.com");
  }

  @Test
  void trouble_isNamed() {
    assertThat(what("meeting.alert"))
        .isEqualTo(new Trouble("Unstable audio quality, High CPU occupation"));
  }

  /** Whoever comes before the host has neither connection nor time. */
  @Test
  void beforeTheHost_nothingIsMissedThatIsNeeded() {
    assertThat(seen(ZoomEvents.of("meeting.participant_jbh_waiting")).at()).isEqualTo(TOLD);
    ObjectNode untold = ZoomEvents.of("meeting.participant_jbh_waiting");
    untold.remove("event_ts");

    assertThat(seen(untold).at()).isEqualTo(ARRIVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "+999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0"})
  void timeThatIsNone_isWhenZoomToldIt(String time) {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event).put("join_time", time);
    assertThat(seen(event).at()).isEqualTo(TOLD);

    event.put("event_ts", Long.MAX_VALUE);
    assertThat(seen(event).at()).isEqualTo(ARRIVED);
  }

  @Test
  void left_needsNoJoinBeforeIt() {
    Left left = (Left) what("meeting.participant_left");

    assertThat(left.who().stay()).isEqualTo(STAY);
  }

  @Test
  void stayThatIsNotTold_isTheConnection() {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event).remove("participant_uuid");

    assertThat(((Joined) seen(event).what()).who().stay()).isEqualTo("33558784");
  }

  /** A second try may be told at another time; only what has no time of its own goes by that. */
  @ParameterizedTest
  @FieldSource("EVENTS")
  void secondTry_hasTheKeyOfTheFirst(String name) {
    ObjectNode event = ZoomEvents.of(name);
    boolean timed = !name.matches(".*(alert|jbh|resumed).*");

    boolean same = key(event).equals(key(event.deepCopy().put("event_ts", 1L)));

    assertThat(same).isEqualTo(timed);
  }

  /** A move between rooms is a leave and a join of one stay in the same second, in either order. */
  @Test
  void moveBetweenRooms_isTwoThingsOfOneStay() {
    Instant second = Instant.parse("2026-11-24T14:20:00Z");
    ObjectNode left = ZoomEvents.left("33558784", second);
    ObjectNode joined = ZoomEvents.joined("33563904", second);

    assertThat(key(left)).isNotEqualTo(key(joined));
    assertThat(((Left) seen(left).what()).who().stay())
        .isEqualTo(((Joined) seen(joined).what()).who().stay());
    assertThat(seen(left).at()).isEqualTo(seen(joined).at());
  }

  @Test
  void keys_tellApartWhatIsNotTheSame() {
    List<String> keys = EVENTS.stream().map(ZoomEvents::of).map(ZoomSightingsTest::key).toList();
    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.startsWith("zoom:"));

    ObjectNode again = ZoomEvents.of("meeting.alert");
    assertThat(key(again.deepCopy().put("event_ts", 1_795_529_999_000L))).isNotEqualTo(key(again));
    ObjectNode back = ZoomEvents.of("meeting.participant_role_changed");
    ZoomEvents.participant(back).put("old_role", "co-host").put("new_role", "attendee");
    assertThat(key(back)).isNotEqualTo(key(ZoomEvents.of("meeting.participant_role_changed")));
    ObjectNode nextTime = ZoomEvents.of("meeting.started");
    ZoomEvents.object(nextTime).put("uuid", "another==");
    assertThat(key(nextTime)).isNotEqualTo(key(ZoomEvents.of("meeting.started")));
  }

  @Test
  void longIds_makeKeysThatCanBeKept() {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.object(event).put("uuid", "u".repeat(5_000));
    ObjectNode other = event.deepCopy();
    ZoomEvents.participant(other).put("user_id", "1");

    assertThat(key(event)).hasSizeLessThan(400).isNotEqualTo(key(other));
  }

  @Test
  void names_turnNoOrderOfText() {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event).put("user_name", "\u202eright to left");

    assertThat(((Joined) seen(event).what()).who().name()).isEqualTo("right to left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|' /C calc'!A0", "O'Neil, \"Zoë\"", "עדן לוי", "🎓"})
  void names_areOnlyLabels(String name) {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event).put("user_name", name);

    assertThat(((Joined) seen(event).what()).who().name()).isEqualTo(name);
  }

  @Test
  void charactersNoDatabaseKeeps_areBlanks() {
    ObjectNode event = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.participant(event).put("user_name", "Pat\u0000Lear\ud83dner" + "x".repeat(2_000));

    String name = ((Joined) seen(event).what()).who().name();
    assertThat(name).startsWith("Pat Lear ner").hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void oddShapes_sayNothing() {
    ObjectNode nowhere = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.object(nowhere).remove(List.of("id", "uuid"));
    ObjectNode nobody = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.object(nobody).putArray("participant");
    ObjectNode roleless = ZoomEvents.of("meeting.participant_role_changed");
    ZoomEvents.participant(roleless).remove("new_role");
    ObjectNode unbound = ZoomEvents.of("meeting.participant_bind");
    ZoomEvents.participant(unbound).remove(List.of("bind_user_id", "bind_participant_uuid"));
    ObjectNode nested = ZoomEvents.of("meeting.ended");
    ZoomEvents.object(nested).putObject("id");
    ZoomEvents.object(nested).putArray("uuid");

    assertThat(List.of(nowhere, nobody, roleless, unbound, nested))
        .allSatisfy(event -> assertThat(read(event)).isEmpty());
  }
}
