package dev.callboard.web;

import dev.callboard.platform.Site;
import dev.callboard.platform.Webhook;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The HTTP server. */
public final class Web implements AutoCloseable {

  private final Patience patience;
  private final Streams streams;
  private final WebServer server;
  private final WebSettings settings;

  public Web(WebSettings settings, Parts parts) {
    this(settings, parts, Limits.USUAL);
  }

  Web(WebSettings settings, Parts parts, Limits limits) {
    this.settings = settings;
    this.patience = new Patience(parts.clock());
    this.streams = new Streams(patience, limits);
    this.server =
        WebServer.builder()
            .host(settings.bind())
            .port(settings.port())
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofSeconds(5))
            .maxPayloadSize(Body.LARGEST)
            .maxTcpConnections(limits.connections())
            .idleConnectionTimeout(Duration.ofMinutes(2))
            .routing(routing -> routes(routing, parts, limits))
            .build();
  }

  /**
   * What is served.
   *
   * @param webhooks each gets its path
   * @param lobby the pages at {@code /}; empty when it is off
   * @param sites other pages of ours
   * @param assets what all pages load
   * @param metrics numbers for {@code /metrics}
   */
  public record Parts(
      List<? extends Webhook> webhooks,
      Optional<Site> lobby,
      List<Site> sites,
      Assets assets,
      Readiness readiness,
      List<? extends Metric> metrics,
      InstantSource clock) {
    public Parts {
      webhooks = List.copyOf(webhooks);
      sites = List.copyOf(sites);
      metrics = List.copyOf(metrics);
    }
  }

  private void routes(HttpRouting.Builder routing, Parts parts, Limits limits) {
    Guard guard = new Guard();
    Traffic traffic = new Traffic();
    Body body = new Body(patience, limits.body());
    routing.addFilter(guard).error(Throwable.class, guard);
    for (Webhook webhook : parts.webhooks()) {
      routing.post(webhook.path(), new WebhookHandler(webhook, body, traffic, parts.clock()));
      routing.any(
          webhook.path(),
          (request, response) -> {
            response.header(HeaderNames.ALLOW, "POST");
            Requests.answer(response, WebhookResponse.text(405, "Only POST is taken here.\n"));
          });
    }
    List<Metric> metrics = new ArrayList<>(parts.metrics());
    metrics.add(new Gauge("callboard_page_readers", "Open pages that listen.", streams::readers));
    routing.register(new Operations(parts.readiness(), traffic, metrics));
    routing.register(parts.assets());
    routing.register(new Pages(parts.lobby().isPresent(), parts.assets()));
    Stream.concat(parts.lobby().stream(), parts.sites().stream())
        .forEach(site -> routing.register(new SitePages(site, streams, body)));
    routing.any((request, response) -> Pages.notFound(response));
  }

  /**
   * Opens the port.
   *
   * @throws UncheckedIOException when it cannot be had
   */
  public void start() {
    probe();
    server.start();
  }

  /** Helidon logs a port that is taken, but goes on; so it is tried before. */
  private void probe() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.bind(), settings.port()));
    } catch (IOException exception) {
      throw new UncheckedIOException(
          "server.port: "
              + settings.port()
              + " cannot be had on "
              + settings.bind()
              + " (expected: a free port; stop what listens there, or set another)",
          exception);
    }
  }

  /** The port it listens on, once started. */
  public int port() {
    return server.port();
  }

  /** Takes no more requests, and gives those under way a few seconds. */
  @Override
  public void close() {
    streams.close();
    server.stop();
    patience.close();
  }
}
