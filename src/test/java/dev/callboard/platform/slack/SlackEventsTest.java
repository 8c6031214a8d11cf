package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackRequests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events, and requests that are none. */
class SlackEventsTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, clock);
  private final FakeSlack slack = kit.slack();
  private final SlackRequests requests = slack.requests();

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void sharedChannel_belongsToTheInstallationAndNotToTheOtherOrganisation() {
    JsonObject event = SlackRequests.json("app_mention.json");
    event.addProperty("team_id", "T99");
    kit.accept(requests.event(event));

    assertThat(door.commands())
        .singleElement()
        .satisfies(command -> assertThat(command.place().tenant()).isEqualTo("T01"));
  }

  @Test
  void retriedEvent_isOneDelivery() {
    kit.accept(requests.mention("Ev1", "<@U0BOT> next"));
    kit.accept(requests.mention("Ev1", "<@U0BOT> next"));

    assertThat(door.commands()).extracting(command -> command.delivery().key()).hasSize(2);
    assertThat(door.commands())
        .extracting(command -> command.delivery().key())
        .containsOnly("slack:Ev1");
  }

  @ParameterizedTest
  @CsvSource({
    "'<@U0BOT> page 12'",
    "'  <@U0BOT|callboard>  page 12 '",
    "'page 12 <@U0BOT>'",
    "'<@U0BOT>\u00a0page 12'"
  })
  void mention_isALineWithoutTheMention(String text) {
    kit.accept(requests.mention("Ev1", text));

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.delivery().route()).isEqualTo(Route.POSTED);
    assertThat(command.place()).isEqualTo(kit.classRoom());
    assertThat(command.kind()).isEqualTo(PlaceKind.UNKNOWN);
  }

  @Test
  void directMessage_isALine() {
    kit.accept(requests.dm("Ev1", "page 12"));

    Inbound.Command command = door.commands().getFirst();
    assertThat(command.line()).isEqualTo("page 12");
    assertThat(command.delivery().route()).isEqualTo(Route.POSTED);
    assertThat(command.kind()).isEqualTo(PlaceKind.DIRECT);
    assertThat(command.place().id()).isEqualTo("D07");
  }

  @ParameterizedTest
  @CsvSource({
    "message_im.json, bot_id, B02",
    "message_im.json, channel_type, channel",
    "message_im.json, user, U0BOT",
    "message_im.json, subtype, file_share",
    "app_mention.json, bot_id, B02",
    "app_mention.json, user, U0BOT",
    "app_mention.json, subtype, bot_message"
  })
  void whatBotsOrOthersSay_isNotHeard(String fixture, String field, String value) {
    JsonObject envelope = SlackRequests.json(fixture);
    envelope.getAsJsonObject("event").addProperty(field, value);
    kit.accept(requests.event(envelope));

    assertThat(door.received()).isEmpty();
  }

  @Test
  void editedMention_isNotDoneAgain() {
    JsonObject envelope = SlackRequests.json("app_mention.json");
    envelope.getAsJsonObject("event").add("edited", new JsonObject());
    kit.accept(requests.event(envelope));

    assertThat(door.received()).isEmpty();
  }

  @Test
  void invitation_isHeardWithWhoInvited() {
    kit.accept(requests.event("member_joined_channel.json"));

    assertThat(door.received())
        .singleElement()
        .satisfies(inbound -> {
          assertThat(inbound).isInstanceOf(Inbound.Added.class);
          assertThat(((Inbound.Added) inbound).from().sameAccount(kit.person())).isTrue();
          assertThat(((Inbound.Added) inbound).place()).isEqualTo(kit.classRoom());
        });
  }

  @Test
  void somebodyElseJoining_isNoInvitation() {
    JsonObject joined = SlackRequests.json("member_joined_channel.json");
    joined.getAsJsonObject("event").addProperty("user", "U08");
    kit.accept(requests.event(joined));

    assertThat(door.received()).isEmpty();
  }

  @Test
  void handshake_isAnsweredWithTheChallenge() {
    assertThat(kit.accept(requests.event("url_verification.json"))).isEqualTo("3eZbrw1aB10");
    WebhookRequest unsigned = kit.unsigned(requests.event("url_verification.json"));
    assertThat(kit.adapter().accept(unsigned).status()).isEqualTo(401);
  }

  @Test
  void sslCheckAndThrottleNotice_areAcknowledged() {
    byte[] check = "ssl_check=1&token=gone".getBytes(StandardCharsets.UTF_8);
    assertThat(kit.accept(kit.unsigned(kit.signed(check)))).isEmpty();
    assertThat(kit.accept(requests.event("app_rate_limited.json"))).isEmpty();
    assertThat(door.received()).isEmpty();
  }

  @Test
  void houseThatFailed_leavesTheEventUnacknowledged() {
    SlackAdapter failing =
        new SlackAdapter(
            slack.settings(),
            SlackKit.WORDS,
            _ -> {
              throw new IllegalStateException("the disk is full");
            },
            NoMeetings.AROUND,
            clock);

    assertThat(failing.accept(requests.dm("Ev1", "next")).status()).isEqualTo(503);
    failing.close();
  }

  @Test
  void truncatedBody_isRefused() {
    byte[] whole = requests.slash("/class", "page 12").body();
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(kit.adapter().accept(kit.signed(half)).status()).isEqualTo(400);
    assertThat(door.received()).isEmpty();
  }
}
