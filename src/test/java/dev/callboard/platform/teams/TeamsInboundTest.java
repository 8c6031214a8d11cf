package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Door;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Callboard hears, and what it does not. */
class TeamsInboundTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final TeamsKit kit = new TeamsKit(door, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  private WebhookResponse accept(ObjectNode activity) {
    return kit.adapter().accept(kit.teams().signed(activity));
  }

  private Inbound.Command heard(ObjectNode activity) {
    assertThat(accept(activity).status()).isEqualTo(200);
    assertThat(door.commands()).hasSize(1);
    return door.commands().getFirst();
  }

  private void assertQuiet(ObjectNode activity) {
    WebhookResponse response = accept(activity);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(door.received()).isEmpty();
  }

  /** The SDK copies what it does not know by reflection, which Java forbids it. */
  @Test
  void partsOfAnyShape_passTheSdk() {
    ObjectNode activity = TeamsActivities.mention("1", "page 12");
    activity.withObject("/channelData").putObject("odd").putArray("list").add(1).addObject();
    activity.putObject("value").putArray("nested").addArray().add("x");
    ObjectNode attachment = activity.putArray("attachments").addObject();
    attachment.put("contentType", "application/json").putObject("content").putArray("deep").add(2);

    assertThat(heard(activity).line()).isEqualTo("page 12");
  }

  @Test
  void chatOfTwo_isHeardWhole() {
    Inbound.Command command = heard(TeamsActivities.personal("7", "page 12\n"));

    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.kind()).isEqualTo(PlaceKind.DIRECT);
    assertThat(command.via()).isEqualTo(Via.TYPED);
    assertThat(command.delivery().route()).isEqualTo(Route.POSTED);
    assertThat(command.delivery().key()).isEqualTo("teams:a:fay-and-callboard/7");
  }

  @Test
  void mentionInAMeeting_isHeard() {
    Inbound.Command command = heard(TeamsActivities.mention("7", "page 12"));

    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.kind()).isEqualTo(PlaceKind.UNKNOWN);
    assertThat(command.place())
        .isEqualTo(new Place("teams", FakeTeams.TENANT, FakeTeams.CLASS_ROOM));
    assertThat(command.delivery().key()).isEqualTo("teams:" + FakeTeams.CLASS_ROOM + "/7");
    assertThat(command.from().id()).isEqualTo(FakeTeams.FAY);
    assertThat(command.from().name()).isEqualTo("Fay Osei");
  }

  @Test
  void slashCommandForTheBotAlone_isHeard() {
    assertThat(heard(TeamsActivities.targeted("7", "page 12")).line()).isEqualTo("page 12");
  }

  @Test
  void slashTypedForAll_isHeard() {
    assertThat(heard(TeamsActivities.slash("7", "page 12")).line()).isEqualTo("page 12");
  }

  @Test
  void learnersChatter_isNeverHeard() {
    assertQuiet(TeamsActivities.of("message-chatter"));
    assertThat(kit.teams().connector().calls()).isEmpty();
  }

  /** A channel is named without the thread, as plans name it. */
  @Test
  void channelThread_isTheChannel() {
    Inbound.Command command = heard(TeamsActivities.of("message-channel"));

    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.place().id()).isEqualTo(FakeTeams.CHANNEL);
    assertThat(command.kind()).isEqualTo(PlaceKind.UNKNOWN);
    assertThat(command.delivery().key()).contains(";messageid=1764000000000/");
  }

  @Test
  void button_isAnsweredInline() {
    Inbound.Command command = heard(TeamsActivities.execute("f:7", "@hybrid-1 page 12"));

    assertThat(command.line()).isEqualTo("@hybrid-1 page 12");
    assertThat(command.via()).isEqualTo(Via.BUTTON);
    assertThat(command.delivery().route()).isEqualTo(Route.INLINE);
  }

  @Test
  void form_completesItsLine() {
    Inbound.Command command =
        heard(TeamsActivities.form("f:7", "@hybrid-1 note", "  too fast\nby far "));

    assertThat(command.line()).isEqualTo("@hybrid-1 note too fast\nby far");
    assertThat(command.via()).isEqualTo(Via.FORM);
  }

  /** Clients without Action.Execute send its fallback, which is a message without text. */
  @Test
  void buttonOfAnOldClient_isHeard() {
    Inbound.Command command = heard(TeamsActivities.of("message-submit"));

    assertThat(command.line()).isEqualTo("@hybrid-1 page 12");
    assertThat(command.via()).isEqualTo(Via.BUTTON);
    assertThat(command.delivery().route()).isEqualTo(Route.POSTED);
  }

  @Test
  void sameButtonTwice_isTwoPressesButOneWhenToldAgain() {
    accept(TeamsActivities.execute("f:7", "extend 2"));
    accept(TeamsActivities.execute("f:7", "extend 2"));
    accept(TeamsActivities.execute("f:8", "extend 2"));

    assertThat(door.commands().stream().map(command -> command.delivery().key()).distinct())
        .hasSize(2);
  }

  @Test
  void pressWithoutId_isToldApartByTimeAndWords() {
    ObjectNode press = TeamsActivities.execute("", "extend 2");
    accept(press);
    accept(press);
    accept(press.deepCopy().put("timestamp", "2026-11-24T14:12:04Z"));
    accept(TeamsActivities.execute("", "extend 3"));

    assertThat(door.commands().stream().map(command -> command.delivery().key()).distinct())
        .hasSize(3);
  }

  @Test
  void bothTellingsOfAnInstallation_haveOneKey() {
    accept(TeamsActivities.of("installation-add"));
    accept(TeamsActivities.of("conversation-bot-added"));

    assertThat(door.received())
        .hasSize(2)
        .allSatisfy(inbound -> assertThat(inbound).isInstanceOf(Inbound.Added.class))
        .extracting(inbound -> inbound.delivery().key())
        .containsOnly("teams:" + FakeTeams.CLASS_ROOM + "/added");
  }

  /**
   * Renamed chats and events without a name crash the SDK's handler; learners who are added make it
   * ask for each of them.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversation-learners-added",
        "conversation-renamed",
        "event-without-name",
        "message-edited",
        "message-deleted",
        "message-own",
        "reaction",
        "typing",
        "invoke-unknown"
      })
  void whatIsNoCommand_isTakenQuietly(String fixture) {
    assertQuiet(TeamsActivities.of(fixture));
    assertThat(kit.teams().connector().calls()).isEmpty();
  }

  @Test
  void removal_isTakenQuietly() {
    assertQuiet(TeamsActivities.of("installation-add").put("action", "remove"));
  }

  @Test
  void unknownType_isTakenQuietly() {
    assertQuiet(TeamsActivities.mention("7", "page 12").put("type", "somethingNew"));
  }

  /** Cards that refresh themselves call for each viewer; Callboard's do not ask for it. */
  @Test
  void refreshOfACard_isTakenQuietly() {
    ObjectNode refresh = TeamsActivities.execute("f:7", "@hybrid-1 page 12");
    refresh.withObject("/value").put("trigger", "automatic");
    assertQuiet(refresh);
  }

  @Test
  void buttonOfAnotherApp_isAnsweredWithoutDoingAnything() {
    ObjectNode strange = TeamsActivities.execute("f:7", "x");
    TeamsActivities.data(strange).removeAll().put("action", "approve");

    WebhookResponse response = accept(strange);

    assertThat(response.status()).isEqualTo(200);
    JsonNode answer = TeamsWire.read(new String(response.body(), StandardCharsets.UTF_8));
    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.path("type").asText()).isEqualTo("application/vnd.microsoft.error");
    assertThat(door.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "id"})
  void commandWithoutSenderOrId_isNotUnderstood(String field) {
    assertThat(accept(TeamsActivities.mention("7", "page 12").without(field)).status())
        .isEqualTo(400);
    assertThat(door.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entities", "attachments", "value", "channelData", "membersAdded"})
  void fieldsOfTheWrongShape_areNotUnderstoodOrQuiet(String field) {
    ObjectNode activity = TeamsActivities.mention("7", "page 12");
    for (String value : List.of("5", "\"x\"", "[null]", "[[]]", "null", "{\"a\":[]}")) {
      activity.set(field, TeamsWire.read(value));
      assertThat(accept(activity).status()).isBetween(200, 499);
    }
  }

  /** The SDK would make the sender's language that of the whole server. */
  @Test
  void languageOfTheSender_staysTheirs() {
    Locale before = Locale.getDefault();

    accept(TeamsActivities.mention("7", "page 12").put("locale", "tr-TR"));

    assertThat(Locale.getDefault()).isEqualTo(before);
  }

  /** The SDK refuses these. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-11-24T14:12:04Z", "2026-11-24T14:12:04+00:00", "just now", ""})
  void timeInAnyShape_isTaken(String timestamp) {
    ObjectNode activity = TeamsActivities.mention("7", "page 12");

    assertThat(heard(activity.put("timestamp", timestamp).put("localTimestamp", timestamp)).line())
        .isEqualTo("page 12");
  }

  @Test
  void expectedReplies_changeNothing() {
    assertThat(accept(TeamsActivities.mention("7", "next").put("deliveryMode", "expectReplies")))
        .satisfies(response -> assertThat(response.body()).isEmpty());
    assertThat(door.commands()).hasSize(1);
  }

  /** Unacknowledged, so that Teams tells it again; and the SDK must not turn it into success. */
  @Test
  void doorThatFails_makesTeamsComeAgain() {
    Door broken =
        inbound -> {
          throw new IllegalStateException("disk full");
        };
    try (TeamsKit failing = new TeamsKit(broken, clock)) {
      for (ObjectNode activity :
          List.of(TeamsActivities.mention("7", "next"), TeamsActivities.execute("f:7", "next"))) {
        WebhookResponse response = failing.adapter().accept(failing.teams().signed(activity));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).isEmpty();
      }
    }
  }

  @Test
  void answerOfTheDoor_waitsForNothingInTheTurn() {
    accept(TeamsActivities.mention("7", "next"));

    assertThat(kit.teams().connector().calls())
        .extracting(FakeTeamsConnector.Call::method)
        .containsExactly("GET");
  }
}
