package dev.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients' addresses are told, by the real server and its outbox. */
class HooksTest {

  @TempDir Path folder;

  private final MockWebServer receiver = new MockWebServer();
  private ApiServer api;
  private String token;

  @BeforeEach
  void open() throws Exception {
    receiver.start();
    api = new ApiServer(folder);
    token = api.token("acme", "read, command");
  }

  @AfterEach
  void close() {
    api.close();
    receiver.close();
  }

  private void answers(int... statuses) {
    for (int status : statuses) {
      receiver.enqueue(new MockResponse.Builder().code(status).build());
    }
  }

  /** The next request, which comes within seconds. */
  private static RecordedRequest next(MockWebServer from) throws InterruptedException {
    RecordedRequest told = from.takeRequest(8, TimeUnit.SECONDS);
    if (told == null) {
      throw new AssertionError("nothing was told");
    }
    return told;
  }

  /** The next request, while time goes by. */
  private RecordedRequest later() throws InterruptedException {
    for (int i = 0; i < 60; i++) {
      RecordedRequest told = receiver.takeRequest(250, TimeUnit.MILLISECONDS);
      if (told != null) {
        return told;
      }
      api.clock().advance(Duration.ofSeconds(1));
    }
    throw new AssertionError("nothing was told");
  }

  private static JsonNode body(RecordedRequest request) throws Exception {
    return ApiServer.JSON.readTree(text(request));
  }

  private static String text(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  private static String header(RecordedRequest request, String name) {
    return String.valueOf(request.getHeaders().get(name));
  }

  @Test
  void classIsTold_inOrderAndSigned() throws Exception {
    api.hook("acme", receiver.url("/hook?x=1").toString(), "opened, started, ended");
    answers(200, 204, 200);

    String id = api.opens("hybrid", token);
    api.says(id, token, "start");
    api.says(id, token, "next");
    api.says(id, token, "end");

    for (String event : new String[] {"opened", "started", "ended"}) {
      RecordedRequest told = next(receiver);
      assertThat(body(told).path("event").textValue()).isEqualTo(event);
      assertThat(body(told).path("session").textValue()).isEqualTo(id);
      assertThat(body(told).path("client").textValue()).isEqualTo("acme");
      assertThat(body(told).path("id").textValue()).isEqualTo(header(told, "x-callboard-id"));
      String timestamp = header(told, "x-callboard-timestamp");
      String signed =
          HookCarrier.signature(
              System.getenv("PATH"), timestamp, text(told).getBytes(StandardCharsets.UTF_8));
      assertThat(header(told, "x-callboard-signature")).isEqualTo("v1=" + signed);
      assertThat(text(told)).doesNotContain("Priya", "amara", "@");
    }
  }

  @Test
  void whatIsNotTaken_comesAgainUnderTheSameId_andHoldsItsOrder() throws Exception {
    api.hook("acme", receiver.url("/hook").toString(), "opened, started");
    answers(503, 302, 200, 200);

    String id = api.opens("hybrid", token);
    RecordedRequest first = next(receiver);
    api.says(id, token, "start");
    RecordedRequest second = later();
    RecordedRequest third = later();
    RecordedRequest fourth = later();

    assertThat(header(second, "x-callboard-id")).isEqualTo(header(first, "x-callboard-id"));
    assertThat(header(third, "x-callboard-id")).isEqualTo(header(first, "x-callboard-id"));
    assertThat(body(third)).isEqualTo(body(first));
    assertThat(header(third, "x-callboard-timestamp"))
        .isNotEqualTo(header(first, "x-callboard-timestamp"));
    assertThat(body(fourth).path("event").textValue()).isEqualTo("started");
  }

  @Test
  void deadReceiver_delaysNobodyElse_andBackstageHearsNothingOfIt() throws Exception {
    String gone;
    try (MockWebServer dead = new MockWebServer()) {
      dead.start();
      gone = dead.url("/hook").toString();
    }
    api.hook("acme", gone, "opened, started, ended");
    api.hook("acme", receiver.url("/hook").toString(), "opened, started, ended");
    answers(200, 200, 410);

    String id = api.opens("hybrid", token);
    next(receiver);
    api.says(id, token, "start");
    next(receiver);
    api.says(id, token, "end");
    assertThat(body(next(receiver)).path("event").textValue()).isEqualTo("ended");

    JsonNode now = ApiServer.json(api.send(api.get("sessions/" + id, token)));
    assertThat(now.path("worries").toString()).doesNotContain("undelivered");
    assertThat(api.send(api.get("sessions/" + id + "/events", token)).body())
        .doesNotContain("\"Undelivered\"");
  }

  @Test
  void typoInTheFile_losesNothing() throws Exception {
    api.hook("acme", receiver.url("/hook").toString(), "opened, started");
    answers(503, 200, 200);
    String id = api.opens("hybrid", token);
    next(receiver);

    api.breaks("acme");
    assertThat(body(later()).path("event").textValue()).isEqualTo("opened");
    api.says(id, token, "start");
    api.write("acme");

    assertThat(body(next(receiver)).path("event").textValue()).isEqualTo("started");
  }

  @Test
  void anotherClientsAddress_isToldNothing() throws Exception {
    api.hook("rival", receiver.url("/hook").toString(), "opened");

    api.opens("hybrid", token);

    assertThat(receiver.takeRequest(1, TimeUnit.SECONDS)).isNull();
  }
}
