package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.LobbyCaller.Heard;
import dev.callboard.testing.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class whose learners are played, in the real server. */
class LobbyMeetingServerTest {

  private static final String PLAN = "hybrid-meetings";

  @TempDir Path folder;
  private LobbyServer server;
  private LobbyCaller producer;
  private LobbyCaller amara;
  private final List<Heard> read = new ArrayList<>();
  private int deliveries;

  @BeforeEach
  void openClass() throws Exception {
    server = new LobbyServer(folder);
    producer = new LobbyCaller(server.url(), PLAN, "priya");
    amara = new LobbyCaller(server.url(), PLAN, "amara");
    assertThat(simulates("everybody")).contains("once a producer has opened the class");
    assertThat(producer.types("open hybrid-meetings")).startsWith("Opened");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everybody_isWelcomedOnceAloneAndStrangersTogether() throws Exception {
    assertThat(simulates("everybody")).isEqualTo("20 people came.");
    await("@amara", "Welcome!");
    await("class", "Welcome!");

    assertThat(producer.types("roll"))
        .contains("Here: 18 of 18", "New 2: #20 +44 •••• •••4, #19 iPhone");
    assertThat(simulates("drop")).isEqualTo("Amara Bello dropped.");
    seconds(30);
    assertThat(producer.types("roll")).contains("Here: 17 of 18");
    assertThat(simulates("return")).isEqualTo("Amara Bello is back.");
    seconds(30);

    listen();
    assertThat(producer.types("roll")).contains("Here: 18 of 18");
    assertThat(producer.types("why amara")).contains("recognised by account");
    assertThat(texts("@amara")).hasSize(1);
    assertThat(texts("class")).hasSize(1);
  }

  @Test
  void latecomer_isToldAloneWhereTheClassIs() throws Exception {
    producer.types("start");
    producer.types("link handout");
    seconds(6 * 60);
    producer.types("next");
    seconds(4 * 60);

    assertThat(simulates("late")).isEqualTo("Amara Bello came.");
    await("@amara", "We are on page 4");

    assertThat(texts("@amara"))
        .singleElement()
        .asString()
        .contains("Three room types: the handout");
    assertThat(texts("class")).noneMatch(text -> text.contains("We are on page"));
  }

  @Test
  void learnerTheClassWasNotToldOf_isInTheReportAfterClass() throws Exception {
    producer.types("start");
    assertThat(simulates("late")).isEqualTo("Amara Bello came.");
    assertThat(simulates("unseen")).isEqualTo("Ana Ruiz came, and the class was not told.");
    seconds(10 * 60);
    producer.types("end");
    seconds(5 * 60);

    awaitBackstage("For one of 2 people it says something else than I saw.");
    producer.types("reconcile accept");

    assertThat(producer.types("why ana")).contains("recognised by account");
    assertThat(producer.types("roll")).contains("reconciled");
  }

  @Test
  void many_whoLeaveAtOnceAreNoticed() throws Exception {
    simulates("everybody");
    await("class", "Welcome!"); // else all is looked at in the middle of the leaves
    producer.types("start");
    seconds(10);

    assertThat(simulates("leave")).isEqualTo("20 people left.");
    awaitBackstage("20 dropped at once");
  }

  @Test
  void deliveryLongPast_changesNothingEvenAfterARestart() throws Exception {
    assertThat(amara.isInTheMeeting()).isFalse();
    amara.meets("first", "join", "");
    assertThat(amara.isInTheMeeting()).isTrue();
    seconds(60);
    server.restart();
    amara = new LobbyCaller(server.url(), PLAN, "amara");
    producer = new LobbyCaller(server.url(), PLAN, "priya");

    assertThat(amara.isInTheMeeting()).isTrue();
    amara.meets("second", "leave", "");
    seconds(60);
    amara.meets("first", "join", "");

    assertThat(amara.isInTheMeeting()).isFalse();
    assertThat(producer.types("why amara")).contains("13:58–13:59");
  }

  private String simulates(String what) throws IOException, InterruptedException {
    deliveries++;
    return producer.meets("simulated-" + deliveries, "simulate", what);
  }

  /** Step by step, for the alarm clock takes its rests by this clock. */
  private void seconds(int seconds) {
    for (int second = 0; second < seconds; second++) {
      server.clock().advance(Duration.ofSeconds(1));
    }
  }

  private void await(String place, String text) {
    Await.until(text + " in " + place, () -> heard(amara, place, text));
  }

  private void awaitBackstage(String text) {
    Await.until(text + " backstage", () -> heard(producer, "backstage", text));
  }

  private boolean heard(LobbyCaller person, String place, String text) {
    seconds(1);
    try {
      read.addAll(person.news());
    } catch (IOException | InterruptedException exception) {
      throw new AssertionError(exception);
    }
    return texts(place).stream().anyMatch(heard -> heard.contains(text));
  }

  private void listen() throws IOException, InterruptedException {
    read.addAll(amara.news());
  }

  private List<String> texts(String place) {
    return read.stream()
        .filter(heard -> heard.place().equals(place) && heard.change().equals("post"))
        .map(Heard::text)
        .toList();
  }
}
