package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Person;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackPeopleTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, SlackKit.ample(clock), slack, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  /** A house that waits so long for the directory. */
  private SlackKit kit(Duration identity) {
    Duration ample = Duration.ofSeconds(30);
    return new SlackKit(door, new Patience(clock, ample, identity, ample), slack, clock);
  }

  private Person asks() {
    return asks(kit);
  }

  private Person asks(SlackKit house) {
    house.accept(slack.requests().slash("/class", "status"));
    return door.commands().getLast().from();
  }

  @Test
  void directory_isAskedOnceInHalfADay() {
    assertThat(asks().email()).isEqualTo("fay@example.com");
    clock.advance(Duration.ofHours(11));
    asks();
    assertThat(slack.calls("users.info")).hasSize(1);

    clock.advance(Duration.ofHours(2));
    asks();
    assertThat(slack.calls("users.info")).hasSize(2);
  }

  @Test
  void directoryThatFailed_isAskedAgainAfterAMinute() {
    slack.failNext("users.info", SlackFault.html(500));

    assertThat(asks()).isEqualTo(new Person("slack", "T01", "U07", "fay", null));
    clock.advance(Duration.ofSeconds(59));
    assertThat(asks().email()).isNull();
    assertThat(slack.calls("users.info")).hasSize(1);

    clock.advance(Duration.ofSeconds(2));
    assertThat(asks()).isEqualTo(kit.person());
  }

  /** The first request waits for a while, the next not at all. */
  @Test
  void slowDirectory_holdsUpOneRequestOnly() {
    SlackKit hasty = kit(Duration.ofSeconds(1));
    slack.failNext("users.info", SlackFault.slow());

    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(asks(hasty).email()).isNull();
    }

    slack.release();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    assertThat(slack.calls("users.info")).hasSize(1);
    hasty.adapter().close();
  }

  @Test
  void answerThatCameTooLate_isThereForTheNext() {
    SlackKit hasty = kit(Duration.ofMillis(100));
    slack.failNext("users.info", SlackFault.slow());
    assertThat(asks(hasty).email()).isNull();

    slack.release();

    Await.until("the late answer", () -> "fay@example.com".equals(asks(hasty).email()));
    assertThat(slack.calls("users.info")).hasSize(1);
    hasty.adapter().close();
  }

  @Test
  void manyAtOnce_askOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Person>> asked = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        asked.add(threads.submit(() -> asks(kit)));
      }
      for (var each : asked) {
        assertThat(each.get().id()).isEqualTo("U07");
      }
    }
    assertThat(slack.calls("users.info")).hasSize(1);
  }

  /** Another organisation could give its people any address. */
  @Test
  void addressOfAnotherOrganisation_provesNothing() {
    slack.person("U99", "Mallory", "priya@example.com", "T66");

    kit.accept(slack.requests().slash(Map.of("user_id", "U99", "user_name", "mallory")));

    Person stranger = door.commands().getLast().from();
    assertThat(stranger.name()).isEqualTo("Mallory");
    assertThat(stranger.email()).isNull();
  }

  @Test
  void start_doesNotWaitForSlackAndGoesOnTrying() {
    slack.failNext("auth.test", SlackFault.html(503));
    int before = slack.calls("auth.test").size();
    SlackKit second = new SlackKit(door, SlackKit.ample(clock), slack, clock);

    Await.until("another try", () -> slack.calls("auth.test").size() >= before + 2);
    second.adapter().close();
  }
}
