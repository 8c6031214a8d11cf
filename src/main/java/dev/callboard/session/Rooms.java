package dev.callboard.session;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The rooms of one delivery. A class may be spread over platforms: each room is a place of its own.
 *
 * @param meetings where people see and hear each other, besides the class rooms that are meetings
 *     themselves; null in logs from before there were any
 */
public record Rooms(List<Place> classRooms, List<Place> backstages, List<Place> meetings) {

  public Rooms {
    classRooms = List.copyOf(classRooms);
    backstages = List.copyOf(backstages);
    List<Place> rooms = both(classRooms, backstages);
    meetings =
        Objects.requireNonNullElse(meetings, List.<Place>of()).stream()
            .filter(place -> !rooms.contains(place))
            .toList();
  }

  public Rooms(List<Place> classRooms, List<Place> backstages) {
    this(classRooms, backstages, List.of());
  }

  /** These and others. */
  public Rooms and(Rooms others) {
    return new Rooms(
        both(classRooms, others.classRooms),
        both(backstages, others.backstages),
        both(meetings, others.meetings));
  }

  private static List<Place> both(List<Place> some, List<Place> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  public PlaceKind kindOf(Place place) {
    if (classRooms.contains(place)) {
      return PlaceKind.CLASS_ROOM;
    }
    if (backstages.contains(place)) {
      return PlaceKind.BACKSTAGE;
    }
    return meetings.contains(place) ? PlaceKind.MEETING : PlaceKind.UNKNOWN;
  }
}
