package dev.callboard.web;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.WebhookResponse;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the raw bytes of a webhook to its adapter. */
final class WebhookHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

  private final Adapter adapter;
  private final Body body;
  private final Traffic traffic;
  private final InstantSource clock;

  WebhookHandler(Adapter adapter, Body body, Traffic traffic, InstantSource clock) {
    this.adapter = adapter;
    this.body = body;
    this.traffic = traffic;
    this.clock = clock;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Optional<byte[]> bytes = bytes(request);
    Instant began = clock.instant();
    WebhookResponse answer =
        bytes
            .map(read -> adapter.accept(Requests.of(request, read)))
            .orElseGet(() -> WebhookResponse.text(413, "Too long: 1 MiB at most."));
    traffic.count(adapter.path(), answer.status(), Duration.between(began, clock.instant()));
    Requests.answer(response, answer);
  }

  private Optional<byte[]> bytes(ServerRequest request) {
    try {
      Optional<byte[]> bytes = body.read(request);
      if (bytes.isEmpty()) {
        LOG.info("{}: a body of more than 1 MiB was refused", adapter.path());
      }
      return bytes;
    } catch (CloseConnectionException broken) {
      LOG.info("{}: {}", adapter.path(), broken.getMessage());
      throw broken;
    }
  }
}
