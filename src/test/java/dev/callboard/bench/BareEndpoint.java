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
  private static final HeaderName ZOOM_TIMESTAMP = HeaderNames.create("x-zm-request-timestamp");
  private static final HeaderName ZOOM_SIGNATURE = HeaderNames.create("x-zm-signature");
  private static final byte[] NOTHING = {};
  private static final byte[] ANSWER = Signed.ANSWER.getBytes(StandardCharsets.UTF_8);

  private BareEndpoint() {}

  public static void main(String[] args) {
    WebServer.builder()
        .host("127.0.0.1")
        .port(Integer.parseInt(args[0]))
        .routing(routing -> {
          routing
              .get("/health/ready", (_, response) -> response.send("ready"))
              .post("/slack/events", BareEndpoint::slack)
              .post("/zoom/events", BareEndpoint::zoom);
          new BarePages().route(routing);
        })
        .build()
        .start();
  }

  private static void slack(ServerRequest request, ServerResponse response) {
    response.status(signed(request, TIMESTAMP, SIGNATURE) ? 200 : 401).send(ANSWER);
  }

  private static void zoom(ServerRequest request, ServerResponse response) {
    response.status(signed(request, ZOOM_TIMESTAMP, ZOOM_SIGNATURE) ? 200 : 401).send(NOTHING);
  }

  /** Both platforms sign alike, under names of their own. */
  private static boolean signed(ServerRequest request, HeaderName timestamp, HeaderName signature) {
    byte[] made =
        Signed.signature(
            request.headers().value(timestamp).orElse(""), request.content().as(byte[].class));
    byte[] given =
        request.headers().value(signature).orElse("").getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(made, given);
  }
}
