package dev.callboard.platform.lobby;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A conversation in the lobby. Its id is {@code PLAN/class}, {@code PLAN/backstage} or {@code
 * PLAN/@PERSON}.
 *
 * @param name the part of the id after the plan
 */
record LobbyPlace(String plan, String name) {

  static final String PLATFORM = "lobby";
  static final String TENANT = "local";

  private static final String CLASS_ROOM = "class";
  private static final String BACKSTAGE = "backstage";

  static LobbyPlace classRoom(String plan) {
    return new LobbyPlace(plan, CLASS_ROOM);
  }

  static LobbyPlace backstage(String plan) {
    return new LobbyPlace(plan, BACKSTAGE);
  }

  static LobbyPlace direct(String plan, String person) {
    return new LobbyPlace(plan, "@" + person);
  }

  /** Where the class of a plan meets; nothing can be said there, so it is no conversation. */
  static Place meeting(String plan) {
    return new Place(PLATFORM, TENANT, plan + "/meeting");
  }

  static Optional<LobbyPlace> of(String id) {
    int slash = id.lastIndexOf('/');
    if (slash < 1 || slash == id.length() - 1) {
      return Optional.empty();
    }
    LobbyPlace place = new LobbyPlace(id.substring(0, slash), id.substring(slash + 1));
    return place.kind() == PlaceKind.UNKNOWN ? Optional.empty() : Optional.of(place);
  }

  static Optional<LobbyPlace> of(Place place) {
    return place.platform().equals(PLATFORM) && place.tenant().equals(TENANT)
        ? of(place.id())
        : Optional.empty();
  }

  /** The page that shows it, on this server; a person's own conversations are not led to. */
  Optional<URI> way() {
    return kind() == PlaceKind.DIRECT
        ? Optional.empty()
        : Optional.of(
            URI.create(
                "/?plan=%s&in=%s"
                    .formatted(
                        URLEncoder.encode(plan, StandardCharsets.UTF_8),
                        URLEncoder.encode(name, StandardCharsets.UTF_8))));
  }

  String id() {
    return plan + "/" + name;
  }

  Place place() {
    return new Place(PLATFORM, TENANT, id());
  }

  PlaceKind kind() {
    return switch (name) {
      case CLASS_ROOM -> PlaceKind.CLASS_ROOM;
      case BACKSTAGE -> PlaceKind.BACKSTAGE;
      default -> name.startsWith("@") && name.length() > 1 ? PlaceKind.DIRECT : PlaceKind.UNKNOWN;
    };
  }

  /** Whether something for these eyes may be said here. */
  boolean fits(Audience audience) {
    return switch (audience) {
      case Audience.Learners learners -> true;
      case Audience.Team team -> kind() == PlaceKind.BACKSTAGE;
      case Audience.One one -> kind() == PlaceKind.DIRECT;
    };
  }
}
