package dev.callboard.plan;

import java.util.Map;
import java.util.Objects;

/** Whether the rooms of a plan keep the team's words from the learners. */
final class RoomLint {

  private static final String MEETING_NUMBER = "\\d{9,12}";
  private static final String CHANNEL_ID = "[CDG][A-Z0-9]+";

  private final String key;
  private final Spot root;
  private final Findings findings;

  RoomLint(String key, Spot root, Findings findings) {
    this.key = key;
    this.root = root;
    this.findings = findings;
  }

  void check() {
    Spot rooms = root.get("rooms");
    for (Map.Entry<String, Rooms> entry : RoomNames.of(key, root).entrySet()) {
      Rooms pair = entry.getValue();
      Spot spot = rooms.get(entry.getKey());
      if (pair.classRoom() != null && Objects.equals(pair.classRoom(), pair.backstage())) {
        findings.mistake(
            spot.get("backstage").pointer(),
            spot.name()
                + ": class and backstage are one room (expected: two; else learners read what is"
                + " for the team)");
      } else if (spot.present() && pair.classRoom() == null && pair.meeting() == null) {
        findings.warning(spot.pointer(), spot.name() + ": no class; learners read nothing there");
      }
    }
    rooms.entries().values().forEach(spot -> Addresses.checked(spot.get("join"), findings));
    number(rooms.get("zoom").get("meeting"));
    channel(rooms.get("slack").get("class"));
    channel(rooms.get("slack").get("backstage"));
  }

  private void channel(Spot room) {
    room.text()
        .filter(id -> !id.matches(CHANNEL_ID))
        .ifPresent(id ->
            findings.warning(
                room.pointer(),
                room.name()
                    + ": “"
                    + id
                    + "” does not look like a channel's id, such as C0123456789; its “About”"
                    + " page ends with it"));
  }

  private void number(Spot meeting) {
    meeting
        .text()
        .filter(id -> !id.matches(MEETING_NUMBER))
        .ifPresent(id ->
            findings.warning(
                meeting.pointer(),
                meeting.name()
                    + ": “"
                    + id
                    + "” does not look like a meeting's number, such as 86120034455; its invitation"
                    + " has it"));
  }
}
