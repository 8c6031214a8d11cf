package dev.callboard.web;

import dev.callboard.platform.Adapter;
import dev.callboard.platform.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A server on a free port that loses its patience soon, and a client for it. */
final class WebKit implements AutoCloseable {

  private static final Limits SHORT =
      new Limits(
          100, Duration.ofMillis(300), 2, 1, 2, Duration.ofSeconds(1), Duration.ofMillis(300));

  private final Web web;
  private final HttpClient client = HttpClient.newHttpClient();

  WebKit(Adapter adapter, Optional<Site> site, Readiness readiness, List<? extends Metric> gauges)
      throws IOException {
    this(adapter, site, readiness, gauges, SHORT);
  }

  /** One with limits of its own. */
  WebKit(
      Adapter adapter,
      Optional<Site> site,
      Readiness readiness,
      List<? extends Metric> gauges,
      Limits limits)
      throws IOException {
    web =
        new Web(
            new WebSettings("127.0.0.1", 0),
            new Web.Parts(
                List.of(adapter),
                site,
                List.of(),
                new Assets(),
                readiness,
                gauges,
                InstantSource.system()),
            limits);
    web.start();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** Sends these bytes and nothing more; what came back until the server closed the connection. */
  String raw(String bytes) throws IOException {
    try (Socket socket = open(bytes)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException reset) {
      return "";
    }
  }

  Socket open(String bytes) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Reads until all of these were seen. */
  static String readUntil(InputStream in, String wanted) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(wanted) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new AssertionError("ended before " + wanted + ": " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  /** How many pages listen, by the server's own figure. */
  int readers() {
    try {
      return get("/metrics")
          .body()
          .lines()
          .filter(line -> line.startsWith("callboard_page_readers "))
          .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)))
          .findFirst()
          .orElseThrow();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    web.close();
    client.close();
  }
}
