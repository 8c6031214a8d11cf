package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Attendee;

/**
 * People in meetings, as events and reports show them. Network addresses, which Zoom tells without
 * saying so in its documents, are never read. Pure.
 */
final class ZoomAttendees {

  private ZoomAttendees() {}

  /** The participant of an event about the meeting as a whole. */
  static Attendee ofMeeting(JsonNode participant) {
    return of(participant, connection(participant), ZoomJson.text(participant, "email"));
  }

  /**
   * The participant of an event about a breakout room. Its {@code user_id} is the usual one with a
   * time glued on; its e-mail address follows the room rather than the person.
   */
  static Attendee ofBreakoutRoom(JsonNode participant) {
    String known = ZoomJson.text(participant, "parent_user_id");
    return of(participant, known.isEmpty() ? connection(participant) : known, "");
  }

  /** The person of a row of a report. */
  static Attendee ofReport(JsonNode row) {
    String connection = ZoomJson.firstText(row, "user_id", "id", "registrant_id", "name");
    return new Attendee(
        connection,
        either(ZoomJson.text(row, "participant_uuid"), connection),
        ZoomJson.firstText(row, "participant_user_id", "id"),
        ZoomJson.text(row, "registrant_id"),
        ZoomJson.text(row, "name"),
        ZoomJson.text(row, "user_email"),
        ZoomJson.text(row, "phone_number"));
  }

  private static Attendee of(JsonNode participant, String connection, String email) {
    return new Attendee(
        connection,
        either(ZoomJson.text(participant, "participant_uuid"), connection),
        ZoomJson.firstText(participant, "participant_user_id", "id"),
        ZoomJson.text(participant, "registrant_id"),
        ZoomJson.text(participant, "user_name"),
        email,
        ZoomJson.text(participant, "phone_number"));
  }

  /** Those who wait for the host have no connection yet, only whatever names them. */
  private static String connection(JsonNode participant) {
    return ZoomJson.firstText(
        participant, "user_id", "participant_uuid", "registrant_id", "id", "user_name");
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
