package dev.callboard.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces that keeps what it is sent, in OTLP by HTTP. */
public final class FakeCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<Got> spans = new CopyOnWriteArrayList<>();
  private final List<String> types = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile boolean refuses;

  public FakeCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /**
   * A span.
   *
   * @param kind {@code SERVER}, {@code CLIENT} or {@code INTERNAL}
   * @param parent empty when it has none
   * @param attributes numbers as digits
   * @param resource whose it is
   */
  public record Got(
      String name,
      String kind,
      String trace,
      String id,
      String parent,
      boolean error,
      Map<String, String> attributes,
      Map<String, String> resource) {

    public String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/traces");
  }

  /** All that came. */
  public List<Got> spans() {
    return List.copyOf(spans);
  }

  public List<Got> spans(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  /** The content types it was sent. */
  public List<String> types() {
    return List.copyOf(types);
  }

  /** What the header {@code X-Token} said each time; empty where it was not there. */
  public List<String> tokens() {
    return List.copyOf(tokens);
  }

  /** Takes no more, as from somebody it does not know. */
  public void refuse() {
    refuses = true;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      tokens.add(exchange.getRequestHeaders().getOrDefault("X-Token", List.of("")).getFirst());
      if (refuses) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      types.add(exchange.getRequestHeaders().getFirst("content-type"));
      var sent = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
      sent.getResourceSpansList().forEach(this::keep);
      exchange.getResponseHeaders().add("content-type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void keep(ResourceSpans of) {
    Map<String, String> resource = texts(of.getResource().getAttributesList());
    of.getScopeSpansList()
        .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(got(span, resource))));
  }

  private static Got got(Span span, Map<String, String> resource) {
    return new Got(
        span.getName(),
        span.getKind().name().substring("SPAN_KIND_".length()),
        HexFormat.of().formatHex(span.getTraceId().toByteArray()),
        HexFormat.of().formatHex(span.getSpanId().toByteArray()),
        HexFormat.of().formatHex(span.getParentSpanId().toByteArray()),
        span.getStatus().getCodeValue() == 2,
        texts(span.getAttributesList()),
        resource);
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    Map<String, String> texts = new TreeMap<>();
    attributes.forEach(pair ->
        texts.put(
            pair.getKey(),
            pair.getValue().hasIntValue()
                ? String.valueOf(pair.getValue().getIntValue())
                : pair.getValue().getStringValue()));
    return texts;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
