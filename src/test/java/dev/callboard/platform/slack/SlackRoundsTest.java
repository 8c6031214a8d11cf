package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.callboard.platform.slack.SlackListeners.HouseFailedException;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import dev.callboard.testing.SlackRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Huddles after a restart, and leaves of which nobody told. Lee (U08) joins in second 100; Slack
 * lets the state run out in second 400. Times are seconds of the fixtures' hour.
 */
class SlackRoundsTest {

  private static final String HUDDLE = "R0HUDDLE1";
  private static final Instant HOUR = Instant.ofEpochSecond(1_795_000_000L);

  private final SettableClock clock = new SettableClock(HOUR.plusSeconds(100));
  private final FakeSlack slack = FakeSlack.start(clock);
  private final HuddleHouse house = new HuddleHouse(clock);
  private final OkHttpClient http = SlackWire.client(Duration.ofSeconds(30));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private SlackHuddles huddles;
  private SlackRounds rounds;
  private int events;

  @BeforeEach
  void start() {
    slack.person("U08", "Lee", "lee@example.com", FakeSlack.TEAM);
    restart();
    JsonObject thread = SlackRequests.json("huddle_thread.json");
    thread.getAsJsonObject("event").getAsJsonObject("room").add("participants", new JsonArray());
    hear(thread);
  }

  @AfterEach
  void close() {
    slack.close();
    threads.close();
  }

  /** All that was remembered is forgotten; what classes know is not. */
  private void restart() {
    Patience patience = SlackKit.ample(clock);
    SlackClient client =
        new SlackClient(
            new SlackCalls(
                SlackBolt.slack(slack.settings(), http), slack.settings().botToken(), clock));
    SlackMemory memory = new SlackMemory(house);
    huddles = new SlackHuddles(house, memory, new SlackPeople(client, patience, threads), clock);
    rounds = new SlackRounds(client, house, memory, huddles, clock);
  }

  private void hear(JsonObject envelope) {
    envelope.addProperty("event_id", "Ev" + events++);
    assertThat(huddles.heard(envelope.toString())).isTrue();
  }

  private void state(int second, String call, @Nullable Integer until) {
    JsonObject envelope = SlackRequests.json("user_huddle_changed_join.json");
    JsonObject event = envelope.getAsJsonObject("event");
    event.addProperty("event_ts", 1_795_000_000L + second + ".000000");
    JsonObject profile = event.getAsJsonObject("user").getAsJsonObject("profile");
    profile.addProperty("huddle_state", call.isEmpty() ? "default_unset" : "in_a_huddle");
    profile.addProperty("huddle_state_call_id", call);
    profile.addProperty("huddle_state_expiration_ts", until == null ? 0 : 1_795_000_000L + until);
    hear(envelope);
  }

  private void joins() {
    state(100, HUDDLE, 400);
  }

  private void leaves(int second) {
    state(second, "", null);
  }

  /** What Slack says of Lee when it is asked. */
  private void says(String call, int until) {
    String state = call.isEmpty() ? "default_unset" : "in_a_huddle";
    slack.huddle("U08", state, call, until == 0 ? 0 : 1_795_000_000L + until);
  }

  private void round(int second) {
    clock.set(HOUR.plusSeconds(second));
    rounds.go();
  }

  private int asked() {
    return slack.calls("users.info").size();
  }

  @Test
  void leaveAfterARestart_endsTheStay() {
    joins();
    restart();
    leaves(900);

    assertThat(house.told()).containsExactly("Began 90", "joined U08 100", "left U08 900");
  }

  @Test
  void changeToAnotherHuddleAfterARestart_endsTheStay() {
    joins();
    restart();
    state(900, "R0ELSEWHERE", 1_200);

    assertThat(house.told()).last().isEqualTo("left U08 900");
  }

  @Test
  void joinAfterARestart_findsTheChannel() {
    restart();
    joins();

    assertThat(house.told()).containsExactly("Began 90", "joined U08 100");
  }

  @Test
  void renewalAfterARestart_isNoNews() {
    joins();
    restart();
    state(340, HUDDLE, 640);

    assertThat(house.told()).containsExactly("Began 90", "joined U08 100");
  }

  /** A class that cannot be asked is no reason to forget the leave: Slack tells it again. */
  @Test
  void leaveWhileTheHouseIsBroken_isToldAgain() {
    joins();
    restart();
    house.broken(true);
    assertThatThrownBy(() -> leaves(900)).isInstanceOf(HouseFailedException.class);

    house.broken(false);
    leaves(900);

    assertThat(house.told()).last().isEqualTo("left U08 900");
  }

  @Test
  void stateThatRunsOut_endsTheStayThen() {
    joins();
    says("", 0);
    round(700);

    assertThat(house.told()).containsExactly("Began 90", "joined U08 100", "gone U08 400");
  }

  @Test
  void stateThatLasts_isAskedAboutByNobody() {
    joins();
    round(500);

    assertThat(asked()).isZero();
  }

  @Test
  void stateThatEventsRenew_isAskedAboutByNobody() {
    joins();
    state(340, HUDDLE, 640);
    round(700);

    assertThat(asked()).isZero();
    assertThat(house.told()).hasSize(2);
  }

  /** It is not documented that all clients tell each time they renew. */
  @Test
  void stateThatSlackRenewedUnheard_goesOn() {
    joins();
    says(HUDDLE, 900);
    round(700);
    round(760);

    assertThat(house.told()).hasSize(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void stateThatSlackLeftStanding_endsWhenItRanOut() {
    joins();
    says(HUDDLE, 460);
    round(700);

    assertThat(house.told()).last().isEqualTo("gone U08 460");
  }

  @Test
  void leaveWhileNobodyListened_endsTheStayWhenSlackIsAsked() {
    joins();
    restart();
    says("", 0);
    round(900);

    assertThat(house.told()).last().isEqualTo("gone U08 900");
  }

  @Test
  void whoeverIsStillThereAfterARestart_isAskedAboutOnce() {
    joins();
    restart();
    says(HUDDLE, 1_200);
    round(900);
    round(960);

    assertThat(house.told()).hasSize(2);
    assertThat(asked()).isEqualTo(1);
  }

  /** Of people of other organisations Slack may not say anything. */
  @Test
  void silenceOfSlack_isNoLeave() {
    joins();
    restart();
    round(900);
    round(960);

    assertThat(house.told()).hasSize(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void silenceOfSlack_letsAKnownStateRunOut() {
    joins();
    round(700);

    assertThat(house.told()).last().isEqualTo("gone U08 400");
  }

  @Test
  void slackOutOfReach_isAskedAgain() {
    joins();
    says("", 0);
    slack.failNext("users.info", SlackFault.error("ratelimited"));
    round(700);
    assertThat(house.told()).hasSize(2);

    round(760);
    assertThat(house.told()).last().isEqualTo("gone U08 400");
  }

  @Test
  void whatCouldNotBeWrittenDown_isToldInTheNextRound() {
    joins();
    says("", 0);
    house.broken(true);
    assertThatThrownBy(() -> round(700)).isInstanceOf(RuntimeException.class);

    house.broken(false);
    round(760);

    assertThat(house.told()).last().isEqualTo("gone U08 400");
  }

  @Test
  void leaveThatComesLate_isTheEndAfterAll() {
    joins();
    says("", 0);
    round(700);
    leaves(350);
    leaves(800);

    assertThat(house.told()).last().isEqualTo("left U08 350");
    assertThat(house.here()).isEmpty();
  }

  @Test
  void renewalThatComesLate_takesItBack() {
    joins();
    says("", 0);
    round(700);
    state(340, HUDDLE, 940);
    leaves(900);

    assertThat(house.told()).endsWith("gone U08 400", "joined U08 400", "left U08 900");
    assertThat(house.here()).isEmpty();
  }

  @Test
  void oldWordOfTheSameState_changesNothing() {
    joins();
    says("", 0);
    round(700);
    joins();

    assertThat(house.told()).last().isEqualTo("gone U08 400");
    assertThat(house.here()).isEmpty();
  }

  @Test
  void returnToTheHuddle_isAJoin() {
    joins();
    says("", 0);
    round(700);
    state(900, HUDDLE, 1_200);

    assertThat(house.told()).endsWith("gone U08 400", "joined U08 900");
  }

  /** A round asks so little that others can ask as well. */
  @Test
  void manyPeople_areAskedAboutInTurns() {
    JsonObject thread = SlackRequests.json("huddle_thread.json");
    JsonArray people = new JsonArray();
    for (int i = 0; i < 30; i++) {
      people.add("U1" + i);
      slack.person("U1" + i, "Pat " + i, null, FakeSlack.TEAM);
      slack.huddle("U1" + i, "default_unset", "", 0);
    }
    thread.getAsJsonObject("event").getAsJsonObject("room").add("participants", people);
    hear(thread);
    restart();
    int known = asked();

    round(900);
    assertThat(asked() - known).isEqualTo(20);
    round(960);

    assertThat(asked() - known).isEqualTo(30);
    assertThat(house.here()).isEmpty();
  }
}
