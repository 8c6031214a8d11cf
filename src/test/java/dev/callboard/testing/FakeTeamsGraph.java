package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph's attendance reports: one organizer, one meeting, any number of reports, their
 * records two a page. It keeps every path asked for, and fails on demand. Thread-safe.
 */
public final class FakeTeamsGraph {

  /** The organizer by their id in the directory, and the meeting as Graph names it. */
  public static final String ORGANIZER = "00000000-0000-0000-0000-0000000000a1";

  public static final String MEETING = "MSoxMjM0KjAqKjE5Om1lZXRpbmc=";

  static final String TOKEN = "fake-graph-token";

  private static final int PAGE = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, ObjectNode> reports = new LinkedHashMap<>();
  private final Deque<FakeTeamsConnector.Fault> faults = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable String elsewhere;

  /** A report of the meeting from the fixtures, to be changed at will. */
  public static ObjectNode fixture(String name) {
    String file = "/fixtures/teams/graph/" + name + ".json";
    try (InputStream stream = FakeTeamsGraph.class.getResourceAsStream(file)) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(stream, file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the connector's meetings interface tells of the meeting. */
  public static ObjectNode details() {
    ObjectNode told = JSON.createObjectNode();
    told.putObject("details").put("msGraphResourceId", MEETING).put("type", "Scheduled");
    told.putObject("organizer").put("id", FakeTeams.FAY).put("aadObjectId", ORGANIZER);
    return told;
  }

  /** The report is there from now on, with its records. */
  public synchronized void report(ObjectNode report) {
    reports.put(report.path("id").asText(), report);
  }

  /** The next call fails. */
  public synchronized void failNext(FakeTeamsConnector.Fault fault) {
    faults.add(fault);
  }

  /** From now on every next page is said to be at this address. */
  public synchronized void nextPageAt(String url) {
    elsewhere = url;
  }

  /** Paths asked for, in order, with their queries. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestURI().toString());
    FakeTeamsConnector.Fault fault = faults.poll();
    if (fault != null) {
      if (fault.retryAfter() != null) {
        exchange.getResponseHeaders().set("Retry-After", fault.retryAfter());
      }
      reply(exchange, fault.status(), error("Scripted"));
      return;
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      reply(exchange, 401, error("InvalidAuthenticationToken"));
      return;
    }
    String root =
        "/graph/v1.0/users/" + ORGANIZER + "/onlineMeetings/" + MEETING + "/attendanceReports";
    if (path.equals(root)) {
      reply(exchange, 200, list());
      return;
    }
    String id =
        path.startsWith(root) ? path.substring(root.length() + 1).replaceFirst("/.*", "") : "";
    ObjectNode report = reports.get(id);
    if (report == null || !path.endsWith("/attendanceRecords")) {
      reply(exchange, 404, error("NotFound"));
      return;
    }
    reply(exchange, 200, page(exchange, report.withArray("attendanceRecords")));
  }

  /** In the list, reports are without their records. */
  private ObjectNode list() {
    ObjectNode told = JSON.createObjectNode();
    ArrayNode value = told.putArray("value");
    reports
        .values()
        .forEach(report ->
            value.add(report.deepCopy().set("attendanceRecords", JSON.createArrayNode())));
    return told;
  }

  private ObjectNode page(HttpExchange exchange, ArrayNode records) {
    String query = exchange.getRequestURI().getQuery();
    int from = query == null ? 0 : Integer.parseInt(query.replace("$skip=", ""));
    ObjectNode told = JSON.createObjectNode();
    ArrayNode value = told.putArray("value");
    for (int i = from; i < Math.min(records.size(), from + PAGE); i++) {
      value.add(records.get(i));
    }
    if (from + PAGE < records.size()) {
      String host = "http://127.0.0.1:" + exchange.getLocalAddress().getPort();
      String here = host + exchange.getRequestURI().getRawPath() + "?$skip=" + (from + PAGE);
      told.put("@odata.nextLink", elsewhere == null ? here : elsewhere);
    }
    return told;
  }

  private static ObjectNode error(String code) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("code", code).put("message", "Refused, see the code");
    return body;
  }

  private static void reply(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
