package dev.callboard.platform.zoom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import java.time.Duration;

/**
 * The numbers of meetings by their occurrences: some events name the occurrence alone. Thread-safe.
 */
final class ZoomMeetings {

  private final Cache<String, String> numbers =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofDays(2)).build();

  /** The same with the meeting's number, if it has been told; else its place has no id. */
  Inbound.Presence named(Inbound.Presence presence) {
    Sighting seen = presence.sighting();
    String number = seen.meeting().id();
    if (!number.isEmpty() && !seen.occurrence().isEmpty()) {
      numbers.put(seen.occurrence(), number);
    }
    String known = number.isEmpty() ? numbers.getIfPresent(seen.occurrence()) : null;
    if (known == null) {
      return presence;
    }
    Place meeting = new Place("zoom", seen.meeting().tenant(), known);
    return new Inbound.Presence(
        presence.delivery(), new Sighting(meeting, seen.occurrence(), seen.at(), seen.what()));
  }
}
