package dev.callboard.platform.zoom;

import dev.callboard.chat.Place;
import java.net.URI;
import java.util.Optional;

/**
 * The addresses at which people join Zoom's meetings; who has no passcode in it is asked for it.
 */
final class ZoomWays {

  private static final String MEETING = "\\d{9,12}";

  private ZoomWays() {}

  /** Empty for channels of Team Chat, for which Zoom documents none. */
  static Optional<URI> to(Place place) {
    return place.id().matches(MEETING)
        ? Optional.of(URI.create("https://zoom.us/j/" + place.id()))
        : Optional.empty();
  }
}
