package dev.callboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.platform.WebhookResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {

  private final EchoAdapter adapter = new EchoAdapter();
  private final AtomicReference<Optional<String>> obstacle =
      new AtomicReference<>(Optional.empty());
  private WebKit web;

  @BeforeEach
  void start() throws IOException {
    Gauge gauge = new Gauge("callboard_outbox_depth", "Waiting messages.", () -> 7);
    web = new WebKit(adapter, Optional.empty(), obstacle::get, List.of(gauge));
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void webhook_reachesItsAdapterByteForByte() throws Exception {
    byte[] body = {0, (byte) 0xff, 13, 10, (byte) 0xc3};

    HttpResponse<String> answer =
        web.send(web.request("/echo?a=%20b").header("X-Signed", "v0=1").POST(bytes(body)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(adapter.last().body()).isEqualTo(body);
    assertThat(adapter.last().path()).isEqualTo("/echo");
    assertThat(adapter.last().query()).isEqualTo("a=%20b");
    assertThat(adapter.last().header("x-signed")).contains("v0=1");
  }

  /** Teams asks for them before it takes an app. */
  @ParameterizedTest
  @ValueSource(strings = {"privacyUrl", "termsOfUseUrl"})
  void pageOfTheTeamsManifest_isThere(String name) throws Exception {
    byte[] manifest = Files.readAllBytes(Path.of("manifests/teams/manifest.json"));
    JsonNode developer = new JsonMapper().readTree(manifest).path("developer");

    HttpResponse<String> page = web.get(URI.create(developer.path(name).asText()).getPath());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    assertThat(page.body().replaceAll("\\s+", " "))
        .contains("organisation that holds the class", "callboard.css")
        .doesNotContain("{{");
  }

  @Test
  void twoMebibytes_areRefusedAndReachNobody() throws Exception {
    HttpResponse<String> answer =
        web.send(web.request("/echo").POST(bytes(new byte[2 * 1024 * 1024])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(adapter.received()).isEmpty();
  }

  @Test
  void oneMebibyte_isTaken() throws Exception {
    HttpResponse<String> answer = web.send(web.request("/echo").POST(bytes(new byte[Body.LIMIT])));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(adapter.last().body()).hasSize(Body.LIMIT);
  }

  @Test
  void brokenAdapter_isAnsweredWithAPlainSentence() throws Exception {
    adapter.answer(() -> {
      throw new IllegalStateException("secret detail");
    });

    HttpResponse<String> answer = web.send(web.request("/echo").POST(bytes(new byte[1])));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Try again").doesNotContain("secret").doesNotContain("\tat");
  }

  @Test
  void unknownPath_isNotThere() throws Exception {
    assertThat(web.get("/wp-login.php").statusCode()).isEqualTo(404);
    assertThat(web.get("/assets/../pom.xml").statusCode()).isIn(400, 404);
    assertThat(web.get("/assets/000000000000/lobby.js").statusCode()).isEqualTo(404);
  }

  @Test
  void webhook_takesOnlyPost() throws Exception {
    HttpResponse<String> answer = web.get("/echo");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains("POST");
    assertThat(adapter.received()).isEmpty();
  }

  @Test
  void everyAnswer_leavesABrowserNoRoom() throws Exception {
    for (String path : List.of("/", "/nothing", "/health/live", "/echo")) {
      HttpResponse<String> answer = web.get(path);
      assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
    }
  }

  @Test
  void frontPageWithoutLobby_saysWhatThisIs() throws Exception {
    HttpResponse<String> page = web.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("This is Callboard", "lobby.enabled").doesNotContain("{{");
    assertThat(page.body()).doesNotContain("<script>").doesNotContain("style=");
  }

  @Test
  void assets_areKeptForEverUnderAHashedPath() throws Exception {
    Matcher path =
        Pattern.compile("\"(/assets/[0-9a-f]{12}/callboard\\.css)\"").matcher(web.get("/").body());
    assertThat(path.find()).isTrue();

    HttpResponse<String> style = web.get(path.group(1));

    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(style.headers().firstValue("cache-control").orElse("")).contains("immutable");
    assertThat(style.headers().firstValue("content-type").orElse("")).startsWith("text/css");
  }

  @Test
  void readiness_tellsWhy() throws Exception {
    assertThat(web.get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(web.get("/health/ready").statusCode()).isEqualTo(200);

    obstacle.set(Optional.of("the database does not answer"));

    assertThat(web.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(web.get("/health/ready").body()).contains("the database does not answer");
    assertThat(web.get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_countWebhooksAndTellGauges() throws Exception {
    web.send(web.request("/echo").POST(bytes(new byte[1])));
    adapter.answer(() -> WebhookResponse.empty(401));
    web.send(web.request("/echo").POST(bytes(new byte[1])));

    String metrics = web.get("/metrics").body();

    assertThat(metrics)
        .contains("callboard_webhooks_total{path=\"/echo\",status=\"2xx\"} 1\n")
        .contains("callboard_webhooks_total{path=\"/echo\",status=\"4xx\"} 1\n")
        .contains("callboard_webhook_seconds_bucket{path=\"/echo\",le=\"+Inf\"} 2\n")
        .contains("callboard_outbox_depth 7\n");
  }

  @Test
  void senderThatPromisesMoreThanItSends_isDropped() throws IOException {
    String half =
        web.raw("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");

    assertThat(half).doesNotContain("200");
    assertThat(adapter.received()).isEmpty();
  }

  @Test
  void chunkThatNeverComes_isDropped() throws IOException {
    String half =
        web.raw(
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "100000\r\nabc");

    assertThat(half).doesNotContain("200");
    assertThat(adapter.received()).isEmpty();
  }

  @Test
  void absurdLength_isRefusedAtOnce() throws IOException {
    for (String length : List.of("99999999999999", "-1", "abc", "18446744073709551616")) {
      String answer =
          web.raw(
              "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n");
      assertThat(answer).as(length).startsWith("HTTP/1.1 4");
    }
    assertThat(adapter.received()).isEmpty();
  }

  private static BodyPublisher bytes(byte[] body) {
    return BodyPublishers.ofByteArray(body);
  }
}
