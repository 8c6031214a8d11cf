package dev.callboard.web;

import dev.callboard.platform.Webhook;
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

/** Hands the raw bytes of a webhook to its webhook. */
final class WebhookHandler implements Handler {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);

  private final Webhook webhook;
  private final Body body;
  private final Traffic traffic;
  private final InstantSource clock;

  WebhookHandler(Webhook webhook, Body body, Traffic traffic, InstantSource clock) {
    this.webhook = webhook;
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
            .map(read -> webhook.accept(Requests.of(request, read)))
            .orElseGet(() -> WebhookResponse.text(413, "Too long: 1 MiB at most."));
    traffic.count(webhook.path(), answer.status(), Duration.between(began, clock.instant()));
    Requests.answer(response, answer);
  }

  private Optional<byte[]> bytes(ServerRequest request) {
    try {
      Optional<byte[]> bytes = body.read(request);
      if (bytes.isEmpty()) {
        LOG.info("{}: a body of more than 1 MiB was refused", webhook.path());
      }
      return bytes;
    } catch (CloseConnectionException broken) {
      LOG.info("{}: {}", webhook.path(), broken.getMessage());
      throw broken;
    }
  }
}
