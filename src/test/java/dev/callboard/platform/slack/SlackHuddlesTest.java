package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackRequests;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Huddles, of which Slack tells in two halves. */
class SlackHuddlesTest {

  private static final Instant BEGAN = Instant.ofEpochSecond(1_795_000_090L);
  private static final Instant CAME = Instant.ofEpochSecond(1_795_000_100L, 400_000L);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  private void accept(String fixture) {
    kit.accept(kit.slack().requests().event(fixture));
  }

  private void accept(WebhookRequest request) {
    kit.accept(request);
  }

  private void accept(JsonObject envelope) {
    kit.accept(kit.slack().requests().event(envelope));
  }

  private List<Sighting> seen() {
    return door.received().stream()
        .map(Inbound.Presence.class::cast)
        .map(Inbound.Presence::sighting)
        .toList();
  }

  private List<String> told() {
    return seen().stream().map(SlackHuddlesTest::told).toList();
  }

  private static String told(Sighting sighting) {
    return switch (sighting.what()) {
      case Sighting.Joined joined -> "joined " + joined.who().name();
      case Sighting.Left left -> "left " + left.who().name();
      case Sighting.Gone gone -> "gone " + gone.who().name();
      case Sighting.Named named -> "named " + named.who().name();
      default -> sighting.what().getClass().getSimpleName();
    };
  }

  private static JsonObject somebody(JsonObject envelope) {
    return envelope.getAsJsonObject("event").getAsJsonObject("user");
  }

  private static JsonObject join(String event, String user, String call) {
    JsonObject envelope = SlackRequests.json("user_huddle_changed_join.json");
    envelope.addProperty("event_id", event);
    somebody(envelope).addProperty("id", user);
    somebody(envelope).getAsJsonObject("profile").addProperty("huddle_state_call_id", call);
    return envelope;
  }

  private static JsonObject left(String event, String user) {
    JsonObject envelope = SlackRequests.json("user_huddle_changed_leave.json");
    envelope.addProperty("event_id", event);
    somebody(envelope).addProperty("id", user);
    return envelope;
  }

  private static JsonObject later(JsonObject envelope) {
    envelope.getAsJsonObject("event").addProperty("event_ts", "1795001990.000100");
    return envelope;
  }

  @Test
  void huddle_isAMeetingOfItsChannel() {
    accept("huddle_thread.json");
    accept("user_huddle_changed_join.json");
    accept("user_huddle_changed_leave.json");
    accept("huddle_thread_ended.json");

    assertThat(told()).containsExactly("Began", "joined Fay", "joined Lee", "left Lee", "Over");
    assertThat(seen()).extracting(Sighting::meeting).containsOnly(new Place("slack", "T01", "C05"));
    assertThat(seen()).extracting(Sighting::occurrence).containsOnly("R0HUDDLE1");
    assertThat(seen())
        .extracting(Sighting::at)
        .containsExactly(
            BEGAN,
            Instant.ofEpochSecond(1_795_000_090L, 100_000L),
            CAME,
            Instant.ofEpochSecond(1_795_001_900L, 100_000L),
            Instant.ofEpochSecond(1_795_003_600L));
    assertThat(door.received().stream().map(each -> each.delivery().key()).distinct()).hasSize(5);
  }

  @Test
  void person_isTheirAccountWithWhatSlackSaysOfThem() {
    accept("huddle_thread.json");
    accept("user_huddle_changed_join.json");

    assertThat(((Sighting.Joined) seen().getLast().what()).who())
        .isEqualTo(new Attendee("U08", "U08", "U08", null, "Lee", "lee@example.com", null));
    assertThat(kit.slack().calls("users.info"))
        .noneMatch(call -> call.fields().containsValue("U08"));
  }

  /** What another organisation says of its members' addresses proves nothing here. */
  @Test
  void guestOfAnotherOrganisation_hasNoAddress() {
    accept("huddle_thread.json");
    JsonObject join = SlackRequests.json("user_huddle_changed_join.json");
    somebody(join).addProperty("team_id", "T99");
    accept(join);

    assertThat(((Sighting.Joined) seen().getLast().what()).who().email()).isNull();
  }

  /** Every huddle of the workspace is told; most are none of ours. */
  @Test
  void huddleOfAnUnknownChannel_isPassedOver() {
    accept("user_huddle_changed_join.json");
    accept("user_huddle_changed_leave.json");

    assertThat(door.received()).isEmpty();
    assertThat(kit.slack().calls("users.info")).isEmpty();
  }

  /** The starter's state may come before the message that names the channel. */
  @Test
  void joinBeforeTheMessage_isToldOnceTheChannelIsKnown() {
    accept(join("Ev0", "U07", "R0HUDDLE1"));
    accept("huddle_thread.json");

    assertThat(told()).containsExactly("Began", "joined Lee");
    assertThat(seen().getLast().at()).isEqualTo(CAME);
  }

  @Test
  void personTheMessageNamed_getsTheirNameFromTheOtherSignal() {
    accept("huddle_thread.json");
    accept(join("Ev5", "U07", "R0HUDDLE1"));

    assertThat(told()).containsExactly("Began", "joined Fay", "joined Lee");
  }

  /** Clients renew the state every few minutes; a class opened since hears of it then. */
  @Test
  void renewedState_isTheSameFactOnceMore() {
    accept("huddle_thread.json");
    accept(join("Ev5", "U08", "R0HUDDLE1"));
    accept(later(join("Ev6", "U08", "R0HUDDLE1")));

    assertThat(told()).containsExactly("Began", "joined Fay", "joined Lee", "joined Lee");
    assertThat(seen().get(3)).isEqualTo(seen().get(2));
  }

  @Test
  void everybodyWhoCameBeforeTheMessage_isToldOnceTheChannelIsKnown() {
    accept(join("Ev0", "U07", "R0HUDDLE1"));
    accept(join("Ev1", "U08", "R0HUDDLE1"));
    accept(join("Ev2", "U09", "R0ANOTHER"));
    accept("huddle_thread.json");

    assertThat(told()).containsExactly("Began", "joined Lee", "joined Lee");
    assertThat(seen().stream().skip(1).map(each -> ((Sighting.Joined) each.what()).who().stay()))
        .containsExactlyInAnyOrder("U07", "U08");
  }

  @Test
  void joinThatCameAfterItsLeave_isPassedOver() {
    accept("huddle_thread.json");
    accept(later(left("Ev6", "U08")));
    accept(join("Ev5", "U08", "R0HUDDLE1"));

    assertThat(told()).containsExactly("Began", "joined Fay");
  }

  @Test
  void changeToAnotherHuddle_isALeaveAndAJoin() {
    accept("huddle_thread.json");
    JsonObject other = SlackRequests.json("huddle_thread.json");
    other.addProperty("event_id", "Ev9");
    other.getAsJsonObject("event").addProperty("channel", "C06");
    JsonObject room = other.getAsJsonObject("event").getAsJsonObject("room");
    room.addProperty("id", "R0HUDDLE2");
    room.getAsJsonArray("participants").remove(0);
    accept(other);
    accept(join("Ev5", "U08", "R0HUDDLE1"));
    accept(join("Ev6", "U08", "R0HUDDLE2"));

    assertThat(seen().subList(3, 5))
        .extracting(Sighting::occurrence)
        .containsExactly("R0HUDDLE1", "R0HUDDLE1");
    assertThat(told().subList(4, 6)).containsExactly("left Lee", "joined Lee");
    assertThat(seen().getLast().meeting().id()).isEqualTo("C06");
  }

  /** Should the message be taken away when the last person left, that is the end. */
  @Test
  void deletedMessage_endsTheHuddle() {
    accept("huddle_thread.json");
    accept("huddle_thread_deleted.json");

    assertThat(told()).containsExactly("Began", "joined Fay", "Over");
  }

  @Test
  void endToldTwice_isOneEnd() {
    accept("huddle_thread_ended.json");
    JsonObject again = SlackRequests.json("huddle_thread_ended.json");
    again.addProperty("event_id", "Ev9");
    accept(again);

    assertThat(told()).containsExactly("Began", "named Fay", "named U08", "Over");
  }

  /** Whoever shows no state while in a huddle is told of by its own record, which has no times. */
  @Test
  void personOfTheRecordAlone_isNamedWithoutTimes() {
    accept(SlackHuddleKit.begin(kit.slack().requests()));
    accept(join("Ev5", "U08", "R0HUDDLE1"));
    accept(left("Ev6", "U08"));
    accept("huddle_thread_ended.json");

    assertThat(told()).containsExactly("Began", "joined Lee", "left Lee", "named Fay", "Over");
    assertThat(((Sighting.Named) seen().get(3).what()).who().email()).isEqualTo("fay@example.com");
  }

  @Test
  void leaveOfSomebodyNobodyKnows_isPassedOver() {
    accept("user_huddle_changed_leave.json");

    assertThat(door.received()).isEmpty();
  }

  @Test
  void bot_isNobody() {
    accept("huddle_thread.json");
    JsonObject bot = SlackRequests.json("user_huddle_changed_join.json");
    somebody(bot).addProperty("is_bot", true);
    accept(bot);

    assertThat(told()).containsExactly("Began", "joined Fay");
  }

  /** Messages come since huddles are heard; what people say in them still is nobody's business. */
  @Test
  void wordsAboutAHuddle_areNotHeard() {
    JsonObject chatter = SlackRequests.json("message_im.json");
    chatter.getAsJsonObject("event").addProperty("channel_type", "channel");
    chatter.getAsJsonObject("event").addProperty("channel", "C05");
    chatter.getAsJsonObject("event").addProperty("text", "see you in the huddle, page 12");
    accept(chatter);

    assertThat(door.received()).isEmpty();
    assertThat(kit.slack().calls("users.info")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"user_huddle_changed\"}",
        "{\"type\":\"user_huddle_changed\",\"user\":5}",
        "{\"type\":\"user_huddle_changed\",\"user\":{\"id\":[],\"profile\":[]}}",
        "{\"type\":\"user_huddle_changed\",\"event_ts\":\"1e999999999\",\"user\":{\"id\":\"U1\"}}",
        "{\"type\":\"message\",\"subtype\":\"huddle_thread\"}",
        "{\"type\":\"message\",\"subtype\":\"huddle_thread\",\"channel\":{},\"room\":[]}",
        "{\"type\":\"message\",\"subtype\":\"message_changed\",\"message\":{\"room\":7}}",
        "{\"type\":\"message\",\"subtype\":\"message_deleted\",\"channel\":\"huddle\"}"
      })
  void strangeEvent_isTakenQuietly(String event) {
    JsonObject envelope = SlackRequests.json("reaction_added.json");
    envelope.add("event", JsonParser.parseString(event));

    int status = kit.adapter().accept(kit.slack().requests().event(envelope)).status();

    assertThat(status).isIn(200, 400);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void strangeRoom_keepsWhatIsSound() {
    JsonObject thread = SlackRequests.json("huddle_thread.json");
    JsonObject room = thread.getAsJsonObject("event").getAsJsonObject("room");
    room.add("participants", JsonParser.parseString("[null,{},7,\"U07\",\"\"]"));
    room.addProperty("date_start", "soon");
    accept(thread);

    assertThat(told()).containsExactly("Began", "joined 7", "joined Fay");
  }

  @Test
  void doorThatFails_makesSlackComeAgain() {
    AtomicBoolean full = new AtomicBoolean(true);
    Door moody =
        inbound -> {
          if (full.get()) {
            throw new IllegalStateException("disk full");
          }
          return door.handle(inbound);
        };
    try (SlackKit failing = new SlackKit(moody, clock)) {
      var thread = failing.slack().requests().event("huddle_thread.json");
      assertThat(failing.adapter().accept(thread).status()).isEqualTo(503);
      full.set(false);
      assertThat(failing.adapter().accept(thread).status()).isEqualTo(200);
    }
    assertThat(told()).containsExactly("Began", "joined Fay");
  }
}
