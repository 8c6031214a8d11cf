package dev.callboard.bench;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The reference: a bare Helidon endpoint that checks the same signature and does nothing else. */
final class BareEndpoint {

  private BareEndpoint() {}

  public static void main(String[] args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(routing ->
            routing
                .get("/health/ready", (_, response) -> response.send("ready"))
                .post(
                    "/slack/events",
                    (request, response) -> {
                      String body =
                          new String(request.content().as(byte[].class), StandardCharsets.UTF_8);
                      String time = header(request, "X-Slack-Request-Timestamp");
                      String given = header(request, "X-Slack-Signature");
                      String made = "v0=" + Signed.signature(time, body);
                      boolean sound =
                          MessageDigest.isEqual(
                              made.getBytes(StandardCharsets.US_ASCII),
                              given.getBytes(StandardCharsets.US_ASCII));
                      response.status(sound ? 200 : 401).send("ok");
                    }))
        .build()
        .start();
  }

  private static String header(ServerRequest request, String name) {
    return request.headers().value(HeaderNames.create(name)).orElse("");
  }
}
