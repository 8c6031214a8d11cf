package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.LogLines;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.ZoomEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("reads all that is logged")
class ZoomInboundTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final OkHttpClient http = new OkHttpClient();
  private final ZoomAdapter adapter = new ZoomAdapter(zoom.settings(), door, http, clock);

  @AfterEach
  void close() {
    zoom.close();
  }

  private WebhookResponse tell(ObjectNode event) {
    return adapter.accept(zoom.signed(event));
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private WebhookRequest signedAgo(ObjectNode event, Duration age) {
    return FakeZoom.signed(bytes(event), FakeZoom.SECRET, clock.instant().minus(age));
  }

  /** Zoom may sign a second try anew. */
  @Test
  void commandTypedLongAgo_isNotDoneNowHoweverFreshItsSignature() {
    ObjectNode event = ZoomEvents.typed("id-1", "next");
    long typed = clock.instant().minus(Duration.ofMinutes(6)).toEpochMilli();
    ZoomEvents.payload(event).put("timestamp", typed);

    assertThat(tell(event).status()).isEqualTo(200);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void challenge_isAnsweredWithItsDigest() {
    WebhookResponse answer = tell(ZoomEvents.of("endpoint.url_validation"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    JsonNode told = ZoomWire.read(new String(answer.body(), StandardCharsets.UTF_8));
    byte[] token = "w8Qd2pLr-T5sYx0h".getBytes(StandardCharsets.UTF_8);
    assertThat(told.path("plainToken").asText()).isEqualTo("w8Qd2pLr-T5sYx0h");
    assertThat(told.path("encryptedToken").asText())
        .isEqualTo(FakeZoom.hmac(FakeZoom.SECRET, "", token));
    assertThat(door.received()).isEmpty();
  }

  /** Else whoever asks could have anything signed. */
  @Test
  void challengeThatIsNotSigned_isNotAnswered() {
    byte[] body = bytes(ZoomEvents.of("endpoint.url_validation"));
    WebhookResponse answer = adapter.accept(FakeZoom.request(body, null, null));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v0:1795529520:{}", "", " "})
  void challengeThatCouldBeASignature_isNotAnswered(String token) {
    ObjectNode event = ZoomEvents.of("endpoint.url_validation");
    ZoomEvents.payload(event).put("plainToken", token);
    assertThat(tell(event).status()).isEqualTo(400);

    ZoomEvents.payload(event).put("plainToken", "x".repeat(129) + token);
    assertThat(tell(event).status()).isEqualTo(400);
    assertThat(tell(event).body()).isEmpty();
  }

  @Test
  void challengeByTheOldSecret_isAnsweredByIt() {
    ZoomAdapter rotating =
        new ZoomAdapter(zoom.settings(new Secret("the old secret")), door, http, clock);
    byte[] body = bytes(ZoomEvents.of("endpoint.url_validation"));

    WebhookResponse answer =
        rotating.accept(FakeZoom.signed(body, "the old secret", clock.instant()));

    byte[] token = "w8Qd2pLr-T5sYx0h".getBytes(StandardCharsets.UTF_8);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains(FakeZoom.hmac("the old secret", "", token));
  }

  /** Zoom tries again after 5, 25 and 85 minutes, perhaps with the first signature. */
  @Test
  void whatMeetingsTell_mayComeTwoHoursLateButNoCommandMay() {
    ObjectNode joined = ZoomEvents.of("meeting.participant_joined");
    assertThat(adapter.accept(signedAgo(joined, Duration.ofMinutes(119))).status()).isEqualTo(200);
    assertThat(adapter.accept(signedAgo(joined, Duration.ofMinutes(121))).status()).isEqualTo(401);
    ObjectNode typed = ZoomEvents.typed("1", "end");
    assertThat(adapter.accept(signedAgo(typed, Duration.ofSeconds(299))).status()).isEqualTo(200);
    assertThat(adapter.accept(signedAgo(typed, Duration.ofSeconds(301))).status()).isEqualTo(401);

    assertThat(door.sightings()).hasSize(1);
    assertThat(door.commands()).hasSize(1);
  }

  @Test
  void tooOld_isSaidApartFromWrong() {
    try (LogLines log = LogLines.keep()) {
      adapter.accept(signedAgo(ZoomEvents.typed("1", "end"), Duration.ofSeconds(301)));

      assertThat(log.lines()).singleElement().asString().contains("too old: signed 301 s ago");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meeting.sharing_started",
        "recording.completed",
        "bot_installed",
        "app_deauthorized",
        "interactive_message_select"
      })
  void otherEvents_areAcknowledgedAndLeftAlone(String name) {
    try (LogLines log = LogLines.keep()) {
      WebhookResponse answer = tell(ZoomEvents.of(name));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(log.lines()).singleElement().asString().contains("nothing is done at");
    }
    assertThat(door.received()).isEmpty();
  }

  @Test
  void eventOfAnotherAccount_isLeftAlone() {
    ObjectNode typed = ZoomEvents.typed("1", "end");
    ZoomEvents.payload(typed).put("accountId", "acc-EVIL");
    ObjectNode joined = ZoomEvents.of("meeting.participant_joined");
    ZoomEvents.payload(joined).put("account_id", "acc-EVIL");

    assertThat(tell(typed).status()).isEqualTo(200);
    assertThat(tell(joined).status()).isEqualTo(200);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void whatCouldNotBeKept_isToldAgain() {
    ZoomAdapter broken =
        new ZoomAdapter(
            zoom.settings(),
            _ -> {
              throw new IllegalStateException("the disk is full");
            },
            http,
            clock);

    assertThat(broken.accept(zoom.signed(ZoomEvents.of("meeting.ended"))).status()).isEqualTo(503);
  }

  /** Some events name the occurrence alone; the meeting's number is known from others. */
  @Test
  void meetingWithoutNumber_isKnownByItsOccurrence() {
    ObjectNode nameless = ZoomEvents.of("meeting.participant_role_changed");
    ZoomEvents.object(nameless).remove("id");
    tell(nameless);
    tell(ZoomEvents.of("meeting.started"));
    tell(nameless);

    assertThat(door.sightings())
        .extracting(seen -> seen.meeting().id())
        .containsExactly("", "86120034455", "86120034455", "86120034455");
    assertThat(door.sightings())
        .extracting(seen -> seen.what().getClass().getSimpleName())
        .as("what came before the number is handed in again with it")
        .containsExactly("RoleGiven", "Began", "RoleGiven", "RoleGiven");
  }

  @Test
  void command_namesWhoAndWhere() {
    tell(ZoomEvents.typed("1", "page 12"));

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.from().id()).isEqualTo(FakeZoom.FAY);
    assertThat(command.from().email()).isEqualTo("fay@example.com");
    assertThat(command.place()).isEqualTo(new Place("zoom", FakeZoom.ACCOUNT, FakeZoom.CLASS_ROOM));
    assertThat(command.kind()).isEqualTo(PlaceKind.UNKNOWN);
  }

  @Test
  void chatOfTwo_isDirect() {
    tell(ZoomEvents.direct("1", "/callboard status"));
    tell(ZoomEvents.direct("2", "status"));
    ObjectNode card = ZoomEvents.direct("3", "status");
    ZoomEvents.payload(card).put("toJid", "user-fay@xmpp.zoom.us/robot_v1fakebot@xmpp.zoom.us");
    tell(card);

    assertThat(door.commands())
        .allSatisfy(command -> {
          assertThat(command.kind()).isEqualTo(PlaceKind.DIRECT);
          assertThat(command.line()).isEqualTo("status");
        })
        .hasSize(3);
  }

  @Test
  void mention_isACommandInItsChannel() {
    tell(ZoomEvents.of("team_chat.app_mention"));
    ObjectNode angled = ZoomEvents.of("team_chat.app_mention");
    ZoomEvents.object(angled)
        .put("message_id", "msg-78")
        .put("message", "<!v1fakebot@xmpp.zoom.us|Callboard> page 12");
    tell(angled);

    assertThat(door.commands())
        .hasSize(2)
        .allSatisfy(command -> {
          assertThat(command.line()).isEqualTo("page 12");
          assertThat(command.place().id()).isEqualTo(FakeZoom.CLASS_ROOM);
          assertThat(command.from().id()).isEqualTo(FakeZoom.FAY);
        });
  }

  @Test
  void bareCommand_isAnEmptyLine() {
    tell(ZoomEvents.typed("1", ""));

    assertThat(door.commands()).singleElement().extracting(Inbound.Command::line).isEqualTo("");
  }

  /** Zoom leaves the ids of people outside of the account blank. */
  @Test
  void guestInChat_isKnownByTheirAddressAndHasNoEmail() {
    ObjectNode guest = ZoomEvents.typed("1", "status");
    ZoomEvents.payload(guest).put("userId", "").put("userJid", "gus@xmpp.zoom.us");
    tell(guest);
    ObjectNode nobody = ZoomEvents.typed("2", "status");
    ZoomEvents.payload(nobody).put("userId", "").put("userJid", "");
    assertThat(tell(nobody).status()).isEqualTo(200);

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.from().id()).isEqualTo("gus@xmpp.zoom.us");
    assertThat(command.from().email()).isNull();
    assertThat(door.commands()).hasSize(1);
  }

  /** No event has an id, so who, when and what tell a repetition. */
  @Test
  void sameWordsLater_areAnotherCommand() {
    ObjectNode first = ZoomEvents.typed("1", "next");
    tell(first);
    tell(first.deepCopy().put("event_ts", 1L));
    ObjectNode later = ZoomEvents.typed("2", "next");
    tell(later);
    tell(ZoomEvents.pressed("1", "next"));

    List<String> keys = door.received().stream().map(each -> each.delivery().key()).toList();
    assertThat(keys.get(1)).isEqualTo(keys.getFirst());
    assertThat(keys.stream().distinct()).hasSize(3);
    assertThat(keys).as("what is logged").noneMatch(key -> key.contains("next"));
  }
}
