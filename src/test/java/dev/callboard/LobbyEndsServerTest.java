package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.api.Tokens;
import dev.callboard.desk.Commit;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import dev.callboard.testing.Await;
import dev.callboard.testing.Databases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lobby's meeting ends with its class, whoever ended it and wherever. */
class LobbyEndsServerTest {

  private static final String PLAN = "hybrid-meetings";
  private static final String CLASS = PLAN + "-1124";
  private static final Duration RUN = Duration.ofMinutes(10);

  @TempDir Path folder;
  private final String token = Tokens.fresh("acme");
  private LobbyServer server;
  private LobbyCaller priya;

  @BeforeEach
  void everybodyIsInClass() throws Exception {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    String sample = Files.readString(Path.of("config/plans/hybrid-meetings.yaml"));
    Files.writeString(plans.resolve(PLAN + ".yaml"), sample + "\nclient: acme\n");
    Files.writeString(
        Files.createDirectories(folder.resolve("clients")).resolve("acme.yaml"),
        "title: Acme\ntokens:\n  - {name: LMS, sha256: \"%s\", may: [command]}\n"
            .formatted(Tokens.hash(token)));
    server = new LobbyServer(folder, plans);
    priya = new LobbyCaller(server.url(), PLAN, "priya");
    priya.types("open " + PLAN);
    assertThat(priya.meets("all", "simulate", "everybody")).isEqualTo("20 people came.");
    priya.types("start");
    server.clock().advance(RUN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void endTypedInTheLobby_endsTheMeeting() throws Exception {
    priya.types("end");

    meetingIsOver();
  }

  @Test
  void endPressedAtTheDesk_endsTheMeeting() throws Exception {
    DeskCaller.signedIn(server.url(), priya).types(CLASS, "end");

    meetingIsOver();
  }

  @Test
  void endAskedForByAProgram_endsTheMeeting() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "api/v1/sessions/" + CLASS + "/commands"))
            .header("authorization", "Bearer " + token)
            .header("content-type", "application/json")
            .header("idempotency-key", "one")
            .POST(BodyPublishers.ofString("{\"line\":\"end\",\"as\":\"priya\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    meetingIsOver();
  }

  @Test
  void endAfterWhichTheServerDied_endsTheMeetingOnceItIsBack() throws Exception {
    server.close();
    try (Store store = Store.open(Databases.in(folder))) {
      SessionId id = new SessionId(CLASS);
      long seq = store.ledger().newest(id);
      Instant now = server.clock().instant();
      Recorded ended = new Recorded(seq + 1, now, "priya", new Event.Ended());
      store.ledger().commit(new Commit(id, seq, List.of(ended), null, List.of(), now));
    }
    server.restart();
    priya = new LobbyCaller(server.url(), PLAN, "priya");
    assertThat(priya.types("note all went well")).contains("Noted");

    meetingIsOver();
  }

  /** All have left when the class ended, and nobody finds a meeting there. */
  private void meetingIsOver() throws Exception {
    Await.until("the leaves", () -> why("ben").contains("| present · present 10 of 10 min |"));
    assertThat(why("ben")).contains("13:58–14:08").doesNotContain("not told");
    LobbyCaller ben = new LobbyCaller(server.url(), PLAN, "ben");
    assertThat(ben.isInTheMeeting()).isFalse();
    assertThat(ben.meets("late", "join", "")).contains("once a producer has opened the class");
  }

  private String why(String who) {
    try {
      return priya.types("why " + who);
    } catch (IOException | InterruptedException exception) {
      throw new AssertionError(exception);
    }
  }
}
