import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server is asked during training: its pages, a short class in the lobby, what is read after
 * it, Slack's ways.
 */
class Visit {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> PAGES = List.of("/", "/health/live", "/metrics");

  private static final List<String> CLASS =
      List.of(
          "open %s",
          "welcome",
          "start",
          "status",
          "page 7",
          "prompt Two questions wait",
          "lnik",
          "help",
          "next",
          "roll",
          "end",
          "desk");

  private final URI base;
  private final BooleanSupplier alive;

  Visit(int port, BooleanSupplier alive) {
    this.base = URI.create("http://127.0.0.1:" + port);
    this.alive = alive;
  }

  /**
   * Does it all.
   *
   * @throws IllegalStateException when the server does not start, or answers anything but yes
   */
  void everything() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      awaitReady(client);
      for (String page : PAGES) {
        ask(client, request(page));
      }
      new Reading(client, base, lobby(client)).everything();
      slack(client);
    }
  }

  private void awaitReady(HttpClient client) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        HttpRequest ready = request("/health/ready").build();
        if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (ConnectException notYet) {
        // Asked again below.
      }
      if (!alive.getAsBoolean() || System.nanoTime() > end) {
        throw new IllegalStateException("the server did not start");
      }
      Thread.sleep(20);
    }
  }

  /** Gives a class; the answer to a last word, which has the link to the class's desk in it. */
  private String lobby(HttpClient client) throws IOException, InterruptedException {
    String session = ask(client, request("/lobby/session"));
    String plan = find(session, "\"plan\":\"([^\"]+)\"");
    String person = find(session, "\"you\":\\{\"key\":\"([^\"]+)\"");
    String place = find(session, "\"id\":\"([^\"]+)\",\"kind\":\"BACKSTAGE\"");
    String token = find(session, "\"token\":\"([^\"]+)\"");
    int key = 0;
    String answer = "";
    for (String line : CLASS) {
      String body =
          """
          {"id":"%d","plan":"%s","person":"%s","place":"%s","kind":"command","line":"%s"}
          """
              .formatted(key++, plan, person, place, line.formatted(plan));
      answer =
          ask(
              client,
              request("/lobby/events")
                  .header("Content-Type", "application/json")
                  .header("X-Callboard-Token", token)
                  .POST(BodyPublishers.ofString(body)));
    }
    ask(client, request("/lobby/news?after=0&token=" + encode(token)));
    return answer;
  }

  private void slack(HttpClient client) throws IOException, InterruptedException {
    String body =
        "team_id=T1&channel_id=C1&channel_name=training&user_id=U2&user_name=priya"
            + "&command=%2Fclass&text=help&trigger_id=1.2.abc&api_app_id=A1&response_url="
            + encode(base + "/");
    long now = Instant.now().getEpochSecond();
    ask(
        client,
        request("/slack/events")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Slack-Request-Timestamp", Long.toString(now))
            .header("X-Slack-Signature", "v0=" + hmac("v0:" + now + ":" + body))
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
  }

  static String ask(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpRequest made = request.build();
    HttpResponse<String> answer = client.send(made, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          made.method() + " " + made.uri().getPath() + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  static String find(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("there is no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Platforms.SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
