package dev.callboard.platform.zoom;

import static dev.callboard.platform.zoom.ZoomAttendees.ofBreakoutRoom;
import static dev.callboard.platform.zoom.ZoomAttendees.ofMeeting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Sighting.Began;
import dev.callboard.chat.Sighting.Bound;
import dev.callboard.chat.Sighting.Joined;
import dev.callboard.chat.Sighting.Left;
import dev.callboard.chat.Sighting.Moved;
import dev.callboard.chat.Sighting.Over;
import dev.callboard.chat.Sighting.Recording;
import dev.callboard.chat.Sighting.RoleGiven;
import dev.callboard.chat.Sighting.Trouble;
import dev.callboard.chat.Sighting.Waiting;
import dev.callboard.chat.Sighting.WaitingOver;
import dev.callboard.chat.Sighting.What;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Events of meetings, webinars and their recordings in neutral words. Pure. */
final class ZoomSightings {

  /** Every event that says something here; webinars tell most of them under their own name. */
  static final List<String> EVENTS =
      List.of(
          "meeting.started",
          "meeting.ended",
          "meeting.alert",
          "meeting.participant_joined",
          "meeting.participant_left",
          "meeting.participant_bind",
          "meeting.participant_role_changed",
          "meeting.participant_jbh_joined",
          "meeting.participant_jbh_waiting",
          "meeting.participant_jbh_waiting_left",
          "meeting.participant_joined_waiting_room",
          "meeting.participant_left_waiting_room",
          "meeting.participant_put_in_waiting_room",
          "meeting.participant_admitted",
          "meeting.participant_joined_breakout_room",
          "meeting.participant_left_breakout_room",
          "webinar.started",
          "webinar.ended",
          "webinar.alert",
          "webinar.participant_joined",
          "webinar.participant_left",
          "webinar.participant_bind",
          "webinar.participant_role_changed",
          "recording.started",
          "recording.stopped",
          "recording.paused",
          "recording.resumed");

  private static final int LONGEST_ROLE = 40;

  private ZoomSightings() {}

  /**
   * What a delivery tells beside its object.
   *
   * @param told when Zoom told it, in milliseconds; empty in some samples
   */
  record Envelope(String event, String account, String told, Instant arrived) {}

  /** Empty when the event says nothing here, or not of which meeting. */
  static Optional<Inbound.Presence> read(Envelope envelope, JsonNode object) {
    String uuid = ZoomJson.text(object, "uuid");
    String id = ZoomJson.text(object, "id");
    What what = what(usual(envelope.event()), object, object.path("participant"));
    if (what == null || (uuid.isEmpty() && id.isEmpty())) {
      return Optional.empty();
    }
    String own = ownTime(usual(envelope.event()), object, object.path("participant"));
    Instant at =
        ZoomJson.time(own).or(() -> ZoomJson.millis(envelope.told())).orElse(envelope.arrived());
    Sighting sighting = new Sighting(new Place("zoom", envelope.account(), id), uuid, at, what);
    String key = ZoomKeys.ofSighting(envelope, own, object);
    return Optional.of(new Inbound.Presence(new Delivery(key, Route.POSTED), sighting));
  }

  private static String usual(String event) {
    return event.startsWith("webinar.") ? "meeting." + event.substring(8) : event;
  }

  private static @Nullable What what(String event, JsonNode object, JsonNode participant) {
    return switch (event) {
      case "meeting.started" -> new Began();
      case "meeting.ended" -> new Over();
      case "meeting.alert" -> new Trouble(issues(object));
      case "recording.started", "recording.resumed" -> new Recording(true);
      case "recording.stopped", "recording.paused" -> new Recording(false);
      default -> participant.isObject() ? person(event, object, participant) : null;
    };
  }

  private static @Nullable What person(String event, JsonNode object, JsonNode who) {
    return switch (event) {
      case "meeting.participant_joined" -> new Joined(ofMeeting(who));
      case "meeting.participant_left" -> new Left(ofMeeting(who));
      case "meeting.participant_jbh_waiting",
          "meeting.participant_joined_waiting_room",
          "meeting.participant_put_in_waiting_room" ->
          new Waiting(ofMeeting(who));
      // Who came in is told by participant_joined; this one names no connection and no time.
      case "meeting.participant_jbh_joined",
          "meeting.participant_jbh_waiting_left",
          "meeting.participant_left_waiting_room",
          "meeting.participant_admitted" ->
          new WaitingOver(ofMeeting(who));
      case "meeting.participant_joined_breakout_room" ->
          new Moved(ofBreakoutRoom(who), blankToNull(object, "breakout_room_uuid"));
      case "meeting.participant_left_breakout_room" -> new Moved(ofBreakoutRoom(who), null);
      case "meeting.participant_role_changed" -> role(who);
      case "meeting.participant_bind" -> bound(who);
      default -> null;
    };
  }

  private static @Nullable What role(JsonNode who) {
    String role = ZoomJson.text(who, "new_role");
    return role.isEmpty() ? null : new RoleGiven(ofMeeting(who), Brief.of(role, LONGEST_ROLE));
  }

  private static @Nullable What bound(JsonNode who) {
    String other = ZoomJson.text(who, "bind_user_id");
    String stay = blankToNull(who, "bind_participant_uuid");
    return other.isEmpty() && stay == null ? null : new Bound(ofMeeting(who), other, stay);
  }

  private static @Nullable String blankToNull(JsonNode node, String field) {
    String text = ZoomJson.text(node, field);
    return text.isEmpty() ? null : text;
  }

  private static String issues(JsonNode object) {
    return StreamSupport.stream(object.path("issues").spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(issue -> Brief.of(issue.asText(), 100))
        .limit(10)
        .collect(Collectors.joining(", "));
  }

  /** When it happened by the event's own account; empty where it does not say. */
  private static String ownTime(String event, JsonNode object, JsonNode who) {
    return switch (event) {
      case "meeting.ended" -> ZoomJson.text(object, "end_time");
      case "recording.started" -> ZoomJson.text(object.path("recording_file"), "recording_start");
      case "recording.stopped", "recording.paused" ->
          ZoomJson.text(object.path("recording_file"), "recording_end");
      case "meeting.participant_joined", "meeting.participant_joined_breakout_room" ->
          ZoomJson.text(who, "join_time");
      case "meeting.participant_left", "meeting.participant_left_breakout_room" ->
          ZoomJson.text(who, "leave_time");
      case "meeting.participant_bind" -> ZoomJson.firstText(who, "date_time", "join_time");
      default -> ZoomJson.text(who, "date_time");
    };
  }
}
