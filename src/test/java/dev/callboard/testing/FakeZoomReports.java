package dev.callboard.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Zoom's reports of meetings that are over, told in pages. As Zoom does, it decodes a path before
 * it takes it apart, and then each part. Thread-safe.
 */
public final class FakeZoomReports {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, List<ObjectNode>> reports = new HashMap<>();
  private final List<URI> asked = new ArrayList<>();
  private int rowsPerPage = 300;
  private @Nullable String limitedUntil;
  private @Nullable InstantSource clock;
  private int perSecond;
  private int refused;
  private final List<Instant> times = new ArrayList<>();

  /**
   * Makes a report ready.
   *
   * @param sort of the two that the path tells apart, such as {@code webinars}
   * @param meeting an occurrence, or a number
   */
  public synchronized void ready(String sort, String meeting, List<ObjectNode> rows) {
    reports.put(sort + " " + meeting, List.copyOf(rows));
  }

  public synchronized void rowsPerPage(int rows) {
    rowsPerPage = rows;
  }

  /** From now on the account has asked too much, until then; empty for a day it does not name. */
  public synchronized void limited(String until) {
    limitedUntil = until;
  }

  /** From now on the account may ask again. */
  public synchronized void unlimited() {
    limitedUntil = null;
  }

  /** From now on the account may ask so often in any second of this clock. */
  public synchronized void atMost(int many, InstantSource time) {
    perSecond = many;
    clock = time;
  }

  /** How often it asked for more than it may. */
  public synchronized int refused() {
    return refused;
  }

  private boolean tooMany() {
    if (clock == null) {
      return false;
    }
    Instant now = clock.instant();
    times.removeIf(at -> !at.plusSeconds(1).isAfter(now));
    times.add(now);
    return times.size() > perSecond;
  }

  /** Every question so far. */
  public synchronized List<URI> asked() {
    return List.copyOf(asked);
  }

  /** A row of a stay. */
  public static ObjectNode row(String name, String from, String to) {
    return JSON.createObjectNode()
        .put("id", "")
        .put("user_id", "3355" + Math.abs(name.hashCode() % 10_000))
        .put("name", name)
        .put("user_email", "")
        .put("registrant_id", "")
        .put("join_time", from)
        .put("leave_time", to)
        .put("status", "in_meeting");
  }

  synchronized FakeZoom.Answer answer(URI uri) {
    asked.add(uri);
    if (tooMany()) {
      refused++;
      return new FakeZoom.Answer(429, JSON.createObjectNode().put("message", "Too many."), "1");
    }
    if (limitedUntil != null) {
      refused++;
      return new FakeZoom.Answer(
          429, JSON.createObjectNode().put("message", "Too many."), limitedUntil);
    }
    String[] parts = decoded(uri.getRawPath()).split("/", -1);
    String wanted =
        parts.length == 6 ? parts[3] + " " + decoded(parts[4]) : "a path with slashes in it";
    List<ObjectNode> rows = reports.get(wanted);
    if (rows == null) {
      return new FakeZoom.Answer(
          404,
          JSON.createObjectNode().put("code", 3001).put("message", "Meeting does not exist."),
          null);
    }
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    String page = query.replaceFirst(".*next_page_token=p", "");
    int from = page.equals(query) ? 0 : Integer.parseInt(page);
    int to = Math.min(from + rowsPerPage, rows.size());
    ObjectNode told = JSON.createObjectNode();
    told.put("page_size", rowsPerPage).put("total_records", rows.size());
    told.put("next_page_token", to < rows.size() ? "p" + to : "");
    rows.subList(from, to).forEach(told.putArray("participants")::add);
    return new FakeZoom.Answer(200, told, null);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
