package dev.callboard.web;

import dev.callboard.platform.WebhookResponse;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What those who run the server ask it: whether it lives, whether it can serve, and how much it
 * does. Written out here because the server's own health and metrics features cost more time at
 * start than everything else in this package.
 */
final class Operations implements HttpService {

  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final Readiness readiness;
  private final Traffic traffic;
  private final List<? extends Metric> metrics;

  Operations(Readiness readiness, Traffic traffic, List<? extends Metric> metrics) {
    this.readiness = readiness;
    this.traffic = traffic;
    this.metrics = metrics;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get(
        "/health/live",
        (request, response) ->
            Requests.answer(response, WebhookResponse.json(200, "{\"status\":\"UP\"}")));
    rules.get("/health/ready", (request, response) -> Requests.answer(response, ready()));
    rules.get("/metrics", (request, response) -> Requests.answer(response, metrics()));
  }

  private WebhookResponse ready() {
    Optional<String> obstacle = readiness.obstacle();
    return obstacle
        .map(why ->
            WebhookResponse.json(503, "{\"status\":\"DOWN\",\"because\":" + quote(why) + "}"))
        .orElseGet(() -> WebhookResponse.json(200, "{\"status\":\"UP\"}"));
  }

  private static String quote(String text) {
    return '"' + text.replaceAll("[\\p{Cntrl}\"\\\\]", " ") + '"';
  }

  private WebhookResponse metrics() {
    StringBuilder out = new StringBuilder();
    traffic.print(out);
    metrics.forEach(metric -> metric.print(out));
    new Gauge("callboard_memory_bytes", "Heap in use.", Operations::usedMemory).print(out);
    return new WebhookResponse(200, METRICS, out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
