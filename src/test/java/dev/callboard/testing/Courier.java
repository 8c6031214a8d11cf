package dev.callboard.testing;

import dev.callboard.platform.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Carries requests of the fakes to a server over real HTTP, each once. Thread-safe. */
public final class Courier implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Carries a request; returns the answer.
   *
   * @throws IOException when no answer came; the request may have been done all the same
   */
  public HttpResponse<String> carry(int port, WebhookRequest request)
      throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.path()))
            .timeout(PATIENCE)
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return http.send(builder.build(), BodyHandlers.ofString());
  }

  /** What a path of the server tells. */
  public String read(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
