package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.zoom.ZoomClient.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Zoom's reports of meetings and webinars that are over. They are there some minutes to hours after
 * the end; one row is a stay, or a room of one. Thread-safe.
 */
final class ZoomRecords implements MeetingRecords {

  private static final Logger LOG = LoggerFactory.getLogger(ZoomRecords.class);

  /** A meeting is one request or two, which share half of what may be asked for. */
  private static final int MEETING = 4;

  /** Further pages of all meetings have the other half. */
  private static final int PAGE = 2;

  /** Three hundred rows each, which is more than any meeting has. */
  private static final int MOST_PAGES = 1_000;

  /** What an account without webinars answers when it is asked for one. */
  private static final Set<Kind> NO_WEBINARS =
      Set.of(Kind.NOT_FOUND, Kind.FORBIDDEN, Kind.UNAUTHORIZED, Kind.INVALID);

  private final ZoomClient client;
  private final Duration apart;
  private final Spacing pages;

  /**
   * @param apart so far all requests together are
   */
  ZoomRecords(ZoomClient client, Duration apart) {
    this.client = client;
    this.apart = apart;
    this.pages = new Spacing(apart.multipliedBy(PAGE));
  }

  @Override
  public String platform() {
    return "zoom";
  }

  @Override
  public Duration between() {
    return apart.multipliedBy(MEETING);
  }

  @Override
  public Optional<MeetingRecord> pull(Place meeting, String occurrence) throws PlatformException {
    String asked = occurrence.isEmpty() ? meeting.id() : occurrence;
    if (asked.isBlank()) {
      return Optional.empty();
    }
    List<Row> rows = rows(Sort.MEETINGS, asked, Set.of(Kind.NOT_FOUND));
    if (rows.isEmpty()) {
      rows = rows(Sort.WEBINARS, asked, NO_WEBINARS);
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new MeetingRecord(meeting, occurrence, rows));
  }

  private List<Row> rows(Sort sort, String meeting, Set<Kind> none) throws PlatformException {
    try {
      return rows(sort, meeting);
    } catch (PlatformException refused) {
      if (none.contains(refused.kind())) {
        return List.of();
      }
      throw refused;
    }
  }

  private List<Row> rows(Sort sort, String meeting) throws PlatformException {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int untimed = 0;
    for (String page = ""; seen.size() < MOST_PAGES && seen.add(page); ) {
      if (!page.isEmpty()) {
        LockSupport.parkNanos(pages.take(System.nanoTime()));
      }
      JsonNode told = client.participants(sort, meeting, page);
      if (!told.path("participants").isArray()) {
        throw new PlatformException(
            Kind.UNAVAILABLE, "zoom report: a page without participants (expected: their list)");
      }
      for (JsonNode row : told.path("participants")) {
        Optional<Row> read = row(row);
        read.ifPresent(rows::add);
        untimed += read.isEmpty() && !waiting(row) ? 1 : 0;
      }
      page = ZoomJson.lines(told, "next_page_token");
    }
    if (untimed > 0) {
      LOG.warn("zoom report: {} rows without times were left out", untimed);
    }
    return rows;
  }

  /** Empty for those who only waited, and for rows that do not say from when to when. */
  private static Optional<Row> row(JsonNode row) {
    Optional<Instant> from = ZoomJson.time(ZoomJson.text(row, "join_time"));
    Optional<Instant> to = ZoomJson.time(ZoomJson.text(row, "leave_time"));
    if (waiting(row) || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Instant end = to.get().isBefore(from.get()) ? from.get() : to.get();
    return Optional.of(new Row(ZoomAttendees.ofReport(row), from.get(), end));
  }

  private static boolean waiting(JsonNode row) {
    return ZoomJson.text(row, "status").equals("in_waiting_room");
  }
}
