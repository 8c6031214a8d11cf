package dev.callboard.session;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import java.util.List;

/**
 * The rooms of one delivery. A class may be spread over platforms: each room is a place of its own.
 */
public record Rooms(List<Place> classRooms, List<Place> backstages) {

  public Rooms {
    classRooms = List.copyOf(classRooms);
    backstages = List.copyOf(backstages);
  }

  public PlaceKind kindOf(Place place) {
    if (classRooms.contains(place)) {
      return PlaceKind.CLASS_ROOM;
    }
    return backstages.contains(place) ? PlaceKind.BACKSTAGE : PlaceKind.UNKNOWN;
  }
}
