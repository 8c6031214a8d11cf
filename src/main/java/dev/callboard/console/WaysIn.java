package dev.callboard.console;

import dev.callboard.chat.Place;
import dev.callboard.command.Engagement.Room;
import dev.callboard.command.Engagement.Venue;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Rooms;
import dev.callboard.session.Session;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways into the rooms of a class, by what its plan says and its platforms know. */
record WaysIn(Ways ways) {

  private static final String LOBBY = "lobby";

  private record Way(Room room, String platform, URI url) {}

  /** Those of a class that is open. */
  List<Venue> of(Session session) {
    dev.callboard.session.Rooms rooms = session.rooms();
    Set<String> on = new LinkedHashSet<>();
    Stream.of(rooms.meetings(), rooms.classRooms(), rooms.backstages())
        .flatMap(List::stream)
        .forEach(place -> on.add(place.platform()));
    Stream<Way> joins =
        session.plan().rooms().entrySet().stream()
            .filter(entry -> on.contains(entry.getKey()))
            .flatMap(entry -> join(entry.getKey(), entry.getValue()).stream());
    return venues(
        on,
        Stream.of(
                joins,
                all(Room.MEETING, rooms.meetings()),
                all(Room.CLASS, rooms.classRooms()),
                all(Room.BACKSTAGE, rooms.backstages()))
            .flatMap(way -> way));
  }

  /** Those that a plan names; the lobby only where a class has nothing else. */
  List<Venue> of(Plan plan) {
    Map<String, Rooms> rooms = new TreeMap<>(plan.rooms());
    if (rooms.size() > 1) {
      rooms.remove(LOBBY);
    }
    return venues(
        rooms.keySet(),
        rooms.entrySet().stream().flatMap(entry -> planned(entry.getKey(), entry.getValue())));
  }

  private Stream<Way> planned(String platform, Rooms rooms) {
    return Stream.concat(
        join(platform, rooms).stream(),
        Stream.of(
                one(Room.MEETING, platform, rooms.meeting()),
                one(Room.CLASS, platform, rooms.classRoom()),
                one(Room.BACKSTAGE, platform, rooms.backstage()))
            .flatMap(Optional::stream));
  }

  private static Optional<Way> join(String platform, Rooms rooms) {
    return Optional.ofNullable(rooms.join()).map(url -> new Way(Room.MEETING, platform, url));
  }

  private Optional<Way> one(Room room, String platform, @Nullable String id) {
    return Optional.ofNullable(id)
        .map(known -> new Place(platform, ways.home(platform).orElse(""), known))
        .flatMap(place -> way(room, place));
  }

  private Stream<Way> all(Room room, List<Place> places) {
    return places.stream().flatMap(place -> way(room, place).stream());
  }

  private Optional<Way> way(Room room, Place place) {
    return ways.to(place).map(url -> new Way(room, place.platform(), url));
  }

  /** Of each kind on each platform the first, which the plan says itself where it does. */
  private static List<Venue> venues(Set<String> platforms, Stream<Way> found) {
    Map<String, Map<Room, URI>> byPlatform = new LinkedHashMap<>();
    platforms.forEach(platform -> byPlatform.put(platform, new LinkedHashMap<>()));
    found.forEach(way -> {
      Map<Room, URI> rooms = byPlatform.get(way.platform());
      if (rooms != null) {
        rooms.putIfAbsent(way.room(), way.url());
      }
    });
    return byPlatform.entrySet().stream()
        .map(entry -> new Venue(entry.getKey(), entry.getValue()))
        .toList();
  }
}
