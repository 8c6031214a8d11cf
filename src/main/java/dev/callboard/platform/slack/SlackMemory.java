package dev.callboard.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Whereabouts;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of huddles for a day, in whatever order it was told. What was forgotten with a
 * restart, or was heard by another server, is asked of the classes. Thread-safe.
 */
final class SlackMemory {

  private static final Duration KEPT = Duration.ofDays(1);

  /** The channel of a huddle, and whether it is over. */
  record Held(String channel, boolean over) {}

  private final Whereabouts whereabouts;
  private final Cache<String, Held> rooms =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
  private final Cache<String, SlackInside> people =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(KEPT).build();

  SlackMemory(Whereabouts whereabouts) {
    this.whereabouts = whereabouts;
  }

  /** The channel of a huddle; null for one of none of our channels, or not told of yet. */
  @Nullable Held room(String tenant, String call) {
    Held known = rooms.getIfPresent(call);
    if (known != null) {
      return known;
    }
    Optional<Held> held =
        whereabouts.meeting(tenant, call).map(place -> new Held(place.id(), false));
    held.ifPresent(found -> rooms.put(call, found));
    return held.orElse(null);
  }

  /** The same as this server heard of it. */
  @Nullable Held heard(String call) {
    return rooms.getIfPresent(call);
  }

  void put(String call, Held held) {
    rooms.put(call, held);
  }

  /**
   * Where somebody is, before it is told that they are in this huddle, or in none. The classes are
   * asked only when that is a change to what this server does not know to be told.
   */
  @Nullable SlackInside before(String tenant, String account, String call) {
    SlackInside known = people.getIfPresent(account);
    if (known != null && (known.told() || known.in(call) || !known.vanished().isEmpty())) {
      return known;
    }
    return whereabouts.here(tenant, account).stream()
        .max(Comparator.comparing(Sighting::at))
        .map(SlackMemory::inside)
        .orElse(known);
  }

  void put(String account, SlackInside inside) {
    people.put(account, inside);
  }

  @Nullable SlackInside person(String account) {
    return people.getIfPresent(account);
  }

  Map<String, SlackInside> people() {
    return people.asMap();
  }

  /**
   * Somebody whom a class believes to be in a huddle, as they are remembered; as the class has them
   * when they are not, or when another server heard of them later.
   */
  SlackInside believed(Sighting join) {
    SlackInside told = inside(join);
    return people
        .asMap()
        .merge(
            told.who().connection(),
            told,
            (known, next) -> known.overtakes(next.since()) || known.in(next.call()) ? known : next);
  }

  private static SlackInside inside(Sighting join) {
    Sighting.Joined joined = (Sighting.Joined) join.what();
    return new SlackInside(join.occurrence(), joined.who(), join.at(), null, true, "");
  }
}
