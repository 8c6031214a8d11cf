package dev.callboard.bench;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The reference: a bare Helidon endpoint that checks the same signature and does nothing else. */
final class BareEndpoint {

  private static final HeaderName TIMESTAMP = HeaderNames.create("X-Slack-Request-Timestamp");
  private static final HeaderName SIGNATURE = HeaderNames.create("X-Slack-Signature");
  private static final byte[] ANSWER = Signed.ANSWER.getBytes(StandardCharsets.UTF_8);

  private BareEndpoint() {}

  public static void main(String[] args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(routing ->
            routing
                .get("/health/ready", (_, response) -> response.send("ready"))
                .post("/slack/events", BareEndpoint::answer))
        .build()
        .start();
  }

  private static void answer(ServerRequest request, ServerResponse response) {
    byte[] made =
        Signed.signature(
            request.headers().value(TIMESTAMP).orElse(""), request.content().as(byte[].class));
    byte[] given =
        request.headers().value(SIGNATURE).orElse("").getBytes(StandardCharsets.US_ASCII);
    response.status(MessageDigest.isEqual(made, given) ? 200 : 401).send(ANSWER);
  }
}
