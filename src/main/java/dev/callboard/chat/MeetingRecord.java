package dev.callboard.chat;

import java.time.Instant;
import java.util.List;

/**
 * A platform's own account of who was in a meeting, as it gave it after the meeting.
 *
 * @param occurrence as in {@link Sighting}
 * @param rows one a stay, or a room of it; several may be of one person
 */
public record MeetingRecord(Place meeting, String occurrence, List<Row> rows) {

  public MeetingRecord {
    rows = List.copyOf(rows);
  }

  /** One stretch that somebody was there. */
  public record Row(Attendee who, Instant from, Instant to) {}
}
