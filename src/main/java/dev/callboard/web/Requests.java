package dev.callboard.web;

import dev.callboard.platform.PagePolicy;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the server's requests into ours, and our responses into the server's. */
final class Requests {

  private static final HeaderName FRAMING = HeaderNames.create("X-Frame-Options");

  private Requests() {}

  static WebhookRequest of(ServerRequest request, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : request.headers()) {
      headers.put(header.headerName().lowerCase(), header.allValues());
    }
    return new WebhookRequest(
        request.prologue().method().text(),
        request.path().rawPath(),
        request.query().rawValue(),
        headers,
        body,
        request.remotePeer().host());
  }

  static void answer(ServerResponse response, WebhookResponse answer) {
    if (answer.headers().containsKey(PagePolicy.HEADER)) {
      response.headers().remove(FRAMING); // its own policy says who may, which this cannot
    }
    answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response
        .status(Status.create(answer.status()))
        .header(HeaderNames.CONTENT_TYPE, answer.contentType())
        .send(answer.body());
  }
}
