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
  private final List<Gauge> gauges;

  Operations(Readiness readiness, Traffic traffic, List<Gauge> gauges) {
    this.readiness = readiness;
    this.traffic = traffic;
    this.gauges = gauges;
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
    for (Gauge gauge : gauges) {
      print(gauge, out);
    }
    print(new Gauge("callboard_memory_bytes", "Heap in use.", Operations::usedMemory), out);
    return new WebhookResponse(200, METRICS, out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void print(Gauge gauge, StringBuilder out) {
    out.append("# HELP %s %s\n".formatted(gauge.name(), gauge.help()));
    out.append("# TYPE %s gauge\n".formatted(gauge.name()));
    out.append("%s %d\n".formatted(gauge.name(), gauge.value().getAsLong()));
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
