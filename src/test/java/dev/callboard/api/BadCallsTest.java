package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.api.ApiServer.Call;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: it is refused with a sentence, never with 5xx, and nothing comes of it. */
class BadCallsTest {

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String token;

  @BeforeEach
  void open() throws IOException {
    api = new ApiServer(folder);
    token = api.token("acme", "read, command");
  }

  private void refused(Call call, int status) throws Exception {
    HttpResponse<String> answer = api.send(call);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/problem+json; charset=utf-8");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(json(answer).path("status").intValue()).isEqualTo(status);
    assertThat(json(answer).path("detail").textValue())
        .hasSizeGreaterThan(10)
        .doesNotContain("\tat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "1",
        "{",
        "{\"plan\":\"hybrid\",\"as\":\"priya\"} {}",
        "{\"plan\":\"hybrid\",\"plan\":\"hybrid\",\"as\":\"priya\"}",
        "{'plan':'hybrid'}"
      })
  void whatIsNoObject_isABadRequest(String body) throws Exception {
    refused(api.post("sessions", token, body), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"plan\":\"hybrid\"}",
        "{\"plan\":\"hybrid\",\"as\":7}",
        "{\"plan\":[\"hybrid\"],\"as\":\"priya\"}",
        "{\"plan\":\"hybrid\",\"as\":\"priya\",\"room\":\"x\"}",
        "{\"plan\":\"hybrid\",\"as\":\"priya\",\"platform\":\"slack\"}",
        "{\"plan\":\"hybrid\",\"as\":\" \"}",
        "{\"plan\":\"hybrid\",\"as\":null}",
        "{\"plan\":\"hybrid\",\"as\":\"<script>\"}"
      })
  void whatDoesNotFit_hasMistakes(String body) throws Exception {
    refused(api.post("sessions", token, body), 422);
    assertThat(json(api.send(api.get("sessions", token))).path("sessions")).isEmpty();
  }

  @Test
  void bytesThatAreNoText_areABadRequest() throws Exception {
    Call call = api.post("sessions", token, "{}");
    byte[] wide = "{\"plan\":\"hybrid\",\"as\":\"priya\"}".getBytes(StandardCharsets.UTF_16);
    byte[] deep = ("[".repeat(30_000) + "]".repeat(30_000)).getBytes(StandardCharsets.UTF_8);

    for (byte[] body : List.of(new byte[] {'"', (byte) 0xff, '"'}, wide, deep)) {
      refused(new Call("POST", "sessions", token, body, call.headers()), 400);
    }
  }

  @Test
  void commandWithoutKey_isNotDone() throws Exception {
    Call sound = api.post("sessions", token, "{\"plan\":\"hybrid\",\"as\":\"priya\"}");
    Call keyless = new Call("POST", "sessions", token, sound.body(), sound.headers().subList(0, 2));

    refused(keyless, 400);
    refused(keyless.with("idempotency-key", "a b"), 400);
    refused(keyless.with("idempotency-key", "x".repeat(129)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "sessions/",
        "sessions//events",
        "sessions/..",
        "sessions/%2e%2e/events",
        "sessions/a%2Fb",
        "sessions/A",
        "sessions/x%00y",
        "plans/hybrid",
        "plans/..%2fclients%2facme/check",
        "openapi.json/",
        "stream",
        "sessions/a/stream"
      })
  void pathThatIsNone_isNotThere(String path) throws Exception {
    assertThat(api.send(api.get(path, token)).statusCode()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "HEAD"})
  void rootWithoutItsSlash_isNotThere(String method) throws Exception {
    Call call = new Call(method, "", token, new byte[0], List.of());

    assertThat(api.send("/api/v1", call).statusCode()).isIn(404, 405);
    assertThat(api.send("/api/v1?x=1", call).statusCode()).isIn(404, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessions?after=x",
        "sessions?after=AAAA",
        "sessions?after=OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiBh",
        "sessions?limit=-1",
        "sessions?limit=201",
        "sessions?limit=1e3",
        "sessions?limit=99999999999999999999",
        "sessions?open=maybe",
        "sessions?open=true&open=false",
        "sessions?opne=true",
        "plans?x"
      })
  void queryThatMeansNothing_isABadRequest(String path) throws Exception {
    HttpResponse<String> answer = api.send(api.get(path, token));
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"})
  void otherMethods_areNotTaken(String method) throws Exception {
    Call call = new Call(method, "sessions", token, new byte[0], List.of());

    HttpResponse<String> answer = api.send(call);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains("GET, POST");
  }

  @Test
  void revokedToken_endsAtOnce_andThoseOfAnotherFileDoNotHelp() throws Exception {
    assertThat(api.send(api.get("plans", token)).statusCode()).isEqualTo(200);
    String forged = token.replace("_acme_", "_rival_");
    refused(api.get("plans", forged), 401);

    api.revoke("acme");

    refused(api.get("plans", token), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Basic YTpi", "bearer x", "Bearer ../../x", "Token t"})
  void oddAuthorization_isUnknown(String header) throws Exception {
    Call call = api.get("plans", "").with("authorization", header.isEmpty() ? "x" : header);

    refused(call, 401);
    assertThat(api.send(call).headers().firstValue("www-authenticate").orElse(""))
        .startsWith("Bearer");
  }

  @Test
  void guesser_isShutOut_andWhoeverIsKnownIsNot() throws Exception {
    for (int i = 0; i < Gate.WRONG_TOKENS; i++) {
      refused(api.get("plans", Tokens.fresh("acme")), 401);
    }

    refused(api.get("plans", Tokens.fresh("acme")), 429);
    String fresh = api.token("acme", "read");
    assertThat(api.send(api.get("plans", fresh)).statusCode()).isEqualTo(200);
    assertThat(api.send(api.get("plans", token)).statusCode()).isEqualTo(200);
  }

  @Test
  void fileOfTheClientThatIsBroken_letsNobodyIn() throws Exception {
    Files.writeString(folder.resolve("clients/acme.yaml"), "tokens: [");

    refused(api.get("plans", token), 401);
  }

  @Test
  void typoInTheFile_shutsNobodyOutWhoWasIn_andAMendedOneRevokes() throws Exception {
    assertThat(api.send(api.get("sessions", token)).statusCode()).isEqualTo(200);

    api.breaks("acme");
    assertThat(api.send(api.get("sessions", token)).statusCode()).isEqualTo(200);

    api.revoke("acme");
    refused(api.get("sessions", token), 401);
    api.breaks("acme");
    refused(api.get("sessions", token), 401);
  }

  @Test
  void randomBytes_areNeverAnsweredWith5xx() throws Exception {
    String id = api.opens("hybrid", token);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      String path = random.nextBoolean() ? "sessions" : "sessions/" + id + "/commands";
      Call call = api.post(path, token, "{}");
      int status = api.send(new Call("POST", path, token, body, call.headers())).statusCode();
      assertThat(status).as("case %s", i).isBetween(400, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u0000next",
        "note \u202egnirts",
        "@",
        "@@",
        "/",
        "say <script>alert(1)</script>",
        "note \ud83d",
        "next\nnext",
        "💥"
      })
  void oddLines_areAnswered(String line) throws Exception {
    String id = api.opens("hybrid", token);
    String body = ApiServer.JSON.createObjectNode().put("line", line).put("as", "priya").toString();

    int status = api.send(api.post("sessions/" + id + "/commands", token, body)).statusCode();

    assertThat(status).isIn(200, 400, 422);
    assertThat(api.send(api.get("sessions/" + id + "/events", token)).statusCode()).isEqualTo(200);
  }
}
