package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.User;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Samples;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Await;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import dev.callboard.testing.SlackRequests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bites everybody who builds on Slack with Bolt for Java, one test each. */
class SlackTrapsTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void missingSecret_isNotReplacedByAWellKnownOne() {
    Secret token = new Secret("xoxb-1");
    assertThatThrownBy(() -> new SlackSettings(null, token, null, SlackSettings.API))
        .hasMessageContaining("signing-secret");

    SlackAdapter socketOnly =
        new SlackAdapter(
            kit.slack().socketSettings(), SlackKit.WORDS, door, NoMeetings.AROUND, clock);
    byte[] body = kit.typed("1", "end").body();
    WebhookRequest forged = kit.slack().requests().signed(body, clock.instant(), new Secret("---"));
    assertThat(socketOnly.accept(forged).status()).isEqualTo(401);
    assertThat(door.received()).isEmpty();
    socketOnly.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "payload=",
        "payload=%7B%7D",
        "payload=%5B%5D",
        "payload=123",
        "payload=%7B",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5Bnull%5D%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%5D%7D",
        "a=%ZZ",
        "command=%2Fclass&text=%C3%28",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"user\":[]}}",
        "{\"type\":\"event_callback\",\"event_id\":{},\"event\":{\"type\":\"app_mention\"}}"
      })
  void hostileBody_isNeverParsedBeforeItIsVerified(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    WebhookRequest signed = kit.signed(body);

    assertThat(kit.adapter().accept(kit.unsigned(signed)).status()).isEqualTo(401);
    assertThat(kit.adapter().accept(signed).status()).isIn(200, 400);
    assertThat(door.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reaction_added.json", "message_changed.json"})
  void eventNobodyWants_isAcknowledgedAllTheSame(String fixture) {
    assertThat(kit.adapter().accept(kit.slack().requests().event(fixture)).status()).isEqualTo(200);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void messageOfSeveralLines_isHeardToo() {
    kit.adapter().accept(kit.slack().requests().dm("Ev1", "say one\ntwo"));

    assertThat(door.commands()).singleElement().extracting("line").isEqualTo("say one\ntwo");
  }

  @Test
  void manyRequests_askWhoWeAreOnce() {
    Await.until("the introduction", () -> !kit.slack().calls("auth.test").isEmpty());
    for (int i = 0; i < 50; i++) {
      kit.adapter().accept(kit.typed("t" + i, "next"));
      kit.adapter().accept(kit.slack().requests().mention("Ev" + i, "<@U0BOT> next"));
    }

    assertThat(door.received()).hasSize(100);
    assertThat(kit.slack().calls("auth.test")).hasSize(1);
    assertThat(kit.slack().calls("users.info")).hasSize(1);
  }

  /** The SDK's classes for these lose what they tell; these tell nothing that can be used. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"user_huddle_changed\",\"user\":{\"id\":\"U07\",\"profile\":{}}}",
        "{\"type\":\"message\",\"subtype\":\"huddle_thread\",\"channel\":\"C05\",\"room\":{}}"
      })
  void huddleEvents_areAcknowledgedQuietly(String event) {
    JsonObject envelope = SlackRequests.json("reaction_added.json");
    envelope.add("event", JsonParser.parseString(event));
    Await.until("the introduction", () -> !kit.slack().calls("auth.test").isEmpty());

    assertThat(kit.adapter().accept(kit.slack().requests().event(envelope)).status())
        .isEqualTo(200);

    assertThat(door.received()).isEmpty();
    assertThat(kit.slack().calls("users.info")).isEmpty();
    assertThat(kit.slack().calls("chat.postMessage")).isEmpty();
    assertThat(kit.slack().calls("chat.postEphemeral")).isEmpty();
    kit.adapter().accept(kit.slack().requests().dm("Ev9", "status"));
    assertThat(door.commands()).singleElement().extracting("line").isEqualTo("status");
  }

  /** Who is in a huddle is told in a field that the SDK's class for the event has no place for. */
  @Test
  void huddleState_isLostByTheSdkAndStaysInTheRequest() throws MalformedRequestException {
    JsonObject envelope = SlackRequests.json("message_im.json");
    JsonObject user = new JsonObject();
    user.addProperty("huddle_state_call_id", "R0123");
    envelope.getAsJsonObject("event").add("profile", user);
    WebhookRequest request = kit.slack().requests().event(envelope);

    assertThat(new Gson().fromJson(user, User.Profile.class).toString()).doesNotContain("R0123");
    assertThat(SlackIntake.read(request).orElseThrow().getRequestBodyAsString()).contains("R0123");
  }

  @Test
  void blocks_areSentAsBuiltAndNotThroughTheSdksClasses() throws PlatformException {
    kit.adapter().send(post("C05", Samples.everyBlock()));

    assertThat(kit.slack().calls("chat.postMessage").getFirst().blocks())
        .isEqualTo(SlackRenderer.message(Samples.everyBlock()).blocks());
  }

  @Test
  void busyChannel_doesNotHoldUpAnother() throws PlatformException {
    long start = System.nanoTime();
    for (int i = 0; i < 14; i++) {
      kit.adapter().send(post("C05", Content.text("page " + i)));
    }
    kit.adapter().send(post("C06", Content.text("hello")));

    assertThat(kit.slack().shows("C06")).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void rateLimit_isNotWaitedForInside() {
    kit.slack().failNext("chat.postMessage", SlackFault.rateLimited("30"));

    PlatformException limited =
        catchThrowableOfType(
            PlatformException.class, () -> kit.adapter().send(post("C05", Content.text("hi"))));

    assertThat(limited.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(kit.slack().calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void privatePrompt_goesByDirectChatBecauseEphemeralsMayBeSeenByNobody() throws PlatformException {
    Destination near = new Destination.Direct(kit.person(), kit.classRoom());
    kit.adapter().send(new Dispatch(1, direct(near), null));

    assertThat(kit.slack().calls("chat.postEphemeral")).isEmpty();
    assertThat(kit.slack().shows("D07")).hasSize(1);
  }

  @Test
  void thread_whereNoSlashCommandWorks_takesAMention() {
    JsonObject envelope = SlackRequests.json("app_mention.json");
    envelope.getAsJsonObject("event").addProperty("thread_ts", "1794999999.000100");
    kit.adapter().accept(kit.slack().requests().event(envelope));

    assertThat(door.commands()).singleElement().extracting("line").isEqualTo("page 12");
  }

  @Test
  void okFalse_isAFailureThoughHttpSays200() {
    kit.slack().failNext("chat.postMessage", SlackFault.error("is_archived"));

    assertThatThrownBy(() -> kit.adapter().send(post("C05", Content.text("hi"))))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("is_archived")
        .extracting("kind")
        .isEqualTo(Kind.FORBIDDEN);
  }

  /** What Bolt loses of a command: a text that is empty or has an equals sign in it. */
  @Test
  void commandText_isKeptWhole() {
    kit.adapter().accept(kit.slack().requests().slash("/class", "say a=b & c=d"));
    byte[] raw = kit.slack().requests().slash("/class", "X").body();
    String odd = new String(raw, StandardCharsets.UTF_8).replace("text=X", "text=say+a=b");
    kit.adapter().accept(kit.signed(odd.getBytes(StandardCharsets.UTF_8)));
    kit.adapter().accept(kit.slack().requests().slash(Map.of("text", "", "trigger_id", "9")));

    assertThat(door.commands()).extracting("line").containsExactly("say a=b & c=d", "say a=b", "");
  }

  private static Dispatch post(String channel, Content content) {
    Place place = new Place("slack", "T01", channel);
    return new Dispatch(
        1,
        new Outgoing.Post(
            "p", new Destination.Room(place), new Message(new Audience.Learners(), content)),
        null);
  }

  private static Outgoing direct(Destination to) {
    return new Outgoing.Post(
        "d", to, new Message(new Audience.One("fay"), Content.text("2 minutes left")));
  }
}
