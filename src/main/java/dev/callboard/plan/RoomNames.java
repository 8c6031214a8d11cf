package dev.callboard.plan;

import java.util.HashMap;
import java.util.Map;

/** The rooms of a plan, with those it need not name. */
final class RoomNames {

  private static final String LOBBY = "lobby";

  private RoomNames() {}

  /** Rooms by platform; those in the lobby are called after the plan unless it says otherwise. */
  static Map<String, Rooms> of(String key, Spot root) {
    Map<String, Rooms> rooms = new HashMap<>();
    root.get("rooms").entries().forEach((platform, spot) -> rooms.put(platform, rooms(spot)));
    Rooms own = rooms.getOrDefault(LOBBY, new Rooms(null, null));
    rooms.put(
        LOBBY,
        new Rooms(
            own.classRoom() == null ? key + "/class" : own.classRoom(),
            own.backstage() == null ? key + "/backstage" : own.backstage(),
            own.meeting() == null ? key + "/meeting" : own.meeting(),
            own.join()));
    return rooms;
  }

  private static Rooms rooms(Spot spot) {
    return new Rooms(
        spot.text("class").orElse(null),
        spot.text("backstage").orElse(null),
        spot.text("meeting").orElse(null),
        Addresses.of(spot.get("join")).orElse(null));
  }
}
