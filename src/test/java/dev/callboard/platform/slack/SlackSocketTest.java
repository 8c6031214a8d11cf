package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.callboard.chat.Content;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Door;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.FakeSlackSocket;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import dev.callboard.testing.SlackRequests;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlackSocketTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final RecordingDoor door = new RecordingDoor();
  private final CountDownLatch held = new CountDownLatch(1);
  private FakeSlackSocket socket;
  private SlackAdapter adapter;

  @BeforeEach
  void open() throws InterruptedException {
    socket = FakeSlackSocket.start();
    slack.socketUrl(socket.url());
    Door moody =
        inbound -> {
          if (inbound instanceof Inbound.Command command && command.line().equals("slow")) {
            wait(held);
          }
          if (inbound instanceof Inbound.Command command && command.line().equals("broken")) {
            throw new IllegalStateException("the disk is full");
          }
          return door.handle(inbound);
        };
    adapter =
        new SlackAdapter(
            slack.socketSettings(),
            SlackKit.WORDS,
            moody,
            NoMeetings.AROUND,
            SlackKit.ample(clock));
  }

  @AfterEach
  void close() {
    held.countDown();
    adapter.close();
    socket.close();
    slack.close();
  }

  private void connect() {
    adapter.start();
    Await.until("the connection", () -> socket.connections() > 0);
  }

  private JsonObject answer(String envelope) {
    Await.until(
        "the answer to " + envelope,
        () ->
            socket.received().stream()
                .anyMatch(each -> each.get("envelope_id").getAsString().equals(envelope)));
    return socket.received().stream()
        .filter(each -> each.get("envelope_id").getAsString().equals(envelope))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject slash(String trigger, String text) {
    JsonObject payload = new JsonObject();
    payload.addProperty("team_id", "T01");
    payload.addProperty("channel_id", "C05");
    payload.addProperty("user_id", "U07");
    payload.addProperty("user_name", "fay");
    payload.addProperty("command", "/class");
    payload.addProperty("text", text);
    payload.addProperty("trigger_id", trigger);
    payload.addProperty("response_url", "https://hooks.slack.com/commands/T01/1/x");
    return payload;
  }

  @Test
  void command_isAnsweredThroughTheSocket() {
    connect();
    door.answer(new Reply.Tell(Content.text("Page 12 is up")));

    socket.send("e1", "slash_commands", slash("1.2.a", "page 12"));

    JsonObject payload = answer("e1").getAsJsonObject("payload");
    assertThat(payload.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(payload.toString()).contains("Page 12 is up");
    assertThat(door.commands())
        .singleElement()
        .satisfies(command -> {
          assertThat(command.line()).isEqualTo("page 12");
          assertThat(command.delivery().key()).isEqualTo("slack:1.2.a");
          assertThat(command.from().email()).isEqualTo("fay@example.com");
        });
  }

  @Test
  void eventsAndClicks_comeTheSameWay() {
    connect();

    socket.send("e1", "events_api", SlackRequests.json("app_mention.json"));
    socket.send("e2", "interactive", SlackRequests.json("block_actions.json"));
    socket.send("e3", "events_api", SlackRequests.json("reaction_added.json"));

    answer("e1");
    answer("e2");
    answer("e3");
    assertThat(door.commands())
        .extracting("line")
        .containsExactlyInAnyOrder("page 12", "@hybrid-1 undo 3");
  }

  @Test
  void slowCommand_doesNotHoldUpTheOthers() {
    connect();

    socket.send("e1", "slash_commands", slash("1.2.a", "slow"));
    socket.send("e2", "slash_commands", slash("1.2.b", "next"));

    answer("e2");
    assertThat(socket.received()).hasSize(1);
    held.countDown();
    answer("e1");
  }

  @Test
  void nonsense_breaksNothing() {
    connect();

    socket.send(
        "{\"type\":\"slash_commands\",\"envelope_id\":\"e0\",\"payload\":{\"command\":\"/class\"}}");
    socket.send("{\"type\":");
    socket.send("{\"type\":\"no_such_thing\"}");
    socket.send("e1", "slash_commands", slash("1.2.a", "next"));

    answer("e1");
    assertThat(door.commands()).extracting("line").containsExactly("next");
  }

  @Test
  void slackOutOfReachAtStart_isTriedUntilItIsThere() {
    slack.failNext("apps.connections.open", SlackFault.html(503));
    slack.failNext("apps.connections.open", SlackFault.error("internal_error"));

    connect();

    assertThat(slack.calls("apps.connections.open")).hasSize(3);
    assertThat(slack.calls("apps.connections.open").getFirst().token()).startsWith("xapp-");
  }

  @Test
  void addressThatIsUsedUp_isRenewed() {
    connect();
    assertThat(slack.calls("apps.connections.open")).hasSize(1);

    socket.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    Await.until("a new address", () -> slack.calls("apps.connections.open").size() == 2);
    Await.until("the move", () -> socket.opened() == 2 && socket.connections() == 1);

    socket.send("e1", "slash_commands", slash("1.2.a", "next"));
    answer("e1");
  }

  @Test
  void houseThatFailed_leavesTheEnvelopeUnacknowledged() {
    connect();

    socket.send("e1", "slash_commands", slash("1.2.a", "broken"));
    socket.send("e2", "slash_commands", slash("1.2.b", "next"));

    answer("e2");
    assertThat(socket.received()).hasSize(1);
  }

  @Test
  void close_endsTheConnection() {
    connect();

    adapter.close();

    Await.until("the end of the connection", () -> socket.connections() == 0);
  }

  private static void wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
