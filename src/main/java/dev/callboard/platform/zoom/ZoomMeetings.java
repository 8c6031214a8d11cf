package dev.callboard.platform.zoom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of meetings by their occurrences: some events name the occurrence alone, and one of
 * these may come first. Thread-safe.
 */
final class ZoomMeetings {

  /** So many facts are kept of an occurrence whose number nobody told yet. */
  private static final int MOST = 100;

  private final Cache<String, String> numbers =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofDays(2)).build();

  /** Facts that came before the number of their meeting. */
  private final Cache<String, List<Inbound.Presence>> nameless =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(ZoomSignature.LATE).build();

  /**
   * The same with the meeting's number, if it has been told; else its place has no id. Behind it
   * come facts of the same occurrence that only now are known to be of this meeting.
   */
  List<Inbound.Presence> named(Inbound.Presence presence) {
    Sighting seen = presence.sighting();
    String occurrence = seen.occurrence();
    if (seen.meeting().id().isEmpty()) {
      return List.of(known(presence));
    }
    if (occurrence.isEmpty() || numbers.getIfPresent(occurrence) != null) {
      return List.of(presence);
    }
    numbers.put(occurrence, seen.meeting().id());
    List<Inbound.Presence> all = new ArrayList<>();
    all.add(presence);
    List<Inbound.Presence> waited = nameless.asMap().remove(occurrence);
    if (waited != null) {
      waited.forEach(one -> all.add(with(seen.meeting(), one)));
    }
    return all;
  }

  /** Takes back facts that were not taken: Zoom tells the first of them again, not the others. */
  void untaken(List<Inbound.Presence> named) {
    String occurrence = named.getFirst().sighting().occurrence();
    if (named.size() > 1) {
      numbers.invalidate(occurrence);
      named.subList(1, named.size()).forEach(one -> waits(occurrence, one));
    }
  }

  private Inbound.Presence known(Inbound.Presence presence) {
    Sighting seen = presence.sighting();
    String number = numbers.getIfPresent(seen.occurrence());
    if (number == null) {
      number = waits(seen.occurrence(), presence);
    }
    return number == null
        ? presence
        : with(new Place("zoom", seen.meeting().tenant(), number), presence);
  }

  /** Keeps a fact until the number is told; returns that, if it just was. */
  private @Nullable String waits(String occurrence, Inbound.Presence presence) {
    nameless
        .asMap()
        .compute(
            occurrence,
            (_, before) -> {
              List<Inbound.Presence> all = before == null ? new ArrayList<>() : before;
              if (all.size() < MOST && numbers.getIfPresent(occurrence) == null) {
                all.add(presence);
              }
              return all.isEmpty() ? null : all;
            });
    return numbers.getIfPresent(occurrence);
  }

  private static Inbound.Presence with(Place meeting, Inbound.Presence presence) {
    Sighting seen = presence.sighting();
    return new Inbound.Presence(
        presence.delivery(), new Sighting(meeting, seen.occurrence(), seen.at(), seen.what()));
  }
}
