package dev.callboard.platform.lobby;

import dev.callboard.chat.Person;
import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person of one plan, as whom somebody looks at the lobby. It decides what they can see. */
record Seat(Show show, Guest guest) {

  /** The seat of a person that the plan still names. */
  static Optional<Seat> find(Guests guests, String plan, String person) {
    return guests.show(plan).flatMap(show -> show.guest(person).map(who -> new Seat(show, who)));
  }

  /** Every place this person can read, in the order of the page's left column. */
  List<LobbyPlace> places() {
    Stream<LobbyPlace> team =
        guest.team() ? Stream.of(LobbyPlace.backstage(show.key())) : Stream.empty();
    return Stream.of(
            Stream.of(LobbyPlace.classRoom(show.key())),
            team,
            Stream.of(LobbyPlace.direct(show.key(), guest.key())))
        .flatMap(places -> places)
        .toList();
  }

  Set<String> placeIds() {
    return places().stream().map(LobbyPlace::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether they run the class. */
  boolean produces() {
    return guest.role().equals("producer");
  }

  Person person() {
    return new Person(LobbyPlace.PLATFORM, LobbyPlace.TENANT, guest.key(), guest.name(), null);
  }
}
