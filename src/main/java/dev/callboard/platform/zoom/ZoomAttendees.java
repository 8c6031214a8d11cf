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
    return of(
        participant,
        connection(participant),
        ZoomJson.text(participant, "user_name"),
        address(participant, "email", Vouched.BY_HOST));
  }

  /**
   * The participant of an event about a breakout room. Its {@code user_id} is the usual one with a
   * time glued on; its e-mail address follows the room rather than the person.
   */
  static Attendee ofBreakoutRoom(JsonNode participant) {
    String known = ZoomJson.text(participant, "parent_user_id");
    return of(
        participant,
        known.isEmpty() ? connection(participant) : known,
        ZoomJson.text(participant, "user_name"),
        new Address("", Vouched.BY_HOST));
  }

  /** The person of a row of a report. */
  static Attendee ofReport(JsonNode row) {
    String connection = ZoomJson.firstText(row, "user_id", "id", "registrant_id", "name");
    boolean registered = !ZoomJson.text(row, "registrant_id").isEmpty();
    return of(
        row,
        connection,
        ZoomJson.text(row, "name"),
        address(row, "user_email", registered ? Vouched.BY_NOBODY : Vouched.BY_HOST));
  }

  private static Attendee of(JsonNode told, String connection, String name, Address address) {
    boolean vouched = address.by() == Vouched.BY_HOST;
    return new Attendee(
        connection,
        either(ZoomJson.text(told, "participant_uuid"), connection),
        ZoomJson.firstText(told, "participant_user_id", "id"),
        ZoomJson.text(told, "registrant_id"),
        name,
        vouched ? address.email() : null,
        ZoomJson.text(told, "phone_number"),
        vouched ? null : address.email());
  }

  /** An address, and who says that it is theirs. */
  private record Address(String email, Vouched by) {}

  /**
   * Zoom vouches for the addresses of the host's own account, whose people bear an {@code id}. Of
   * all others it tells what somebody wrote: they when they registered, or the host inviting them.
   * In reports others who signed in bear one, too, so that it says nothing of who registered.
   */
  private enum Vouched {
    BY_HOST,
    BY_NOBODY
  }

  private static Address address(JsonNode told, String field, Vouched members) {
    boolean member = !ZoomJson.text(told, "id").isEmpty();
    return new Address(ZoomJson.text(told, field), member ? members : Vouched.BY_NOBODY);
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
