package dev.callboard.web;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.WebhookResponse;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Hands the raw bytes of a webhook to its adapter. */
final class WebhookHandler implements Handler {

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
    Optional<byte[]> bytes = body.read(request);
    Instant began = clock.instant();
    WebhookResponse answer =
        bytes
            .map(read -> adapter.accept(Requests.of(request, read)))
            .orElseGet(() -> WebhookResponse.text(413, "Too long: 1 MiB at most."));
    traffic.count(adapter.path(), answer.status(), Duration.between(began, clock.instant()));
    Requests.answer(response, answer);
  }
}
