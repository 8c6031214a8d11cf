package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The stay of somebody in a meeting, moves between rooms included: all that was told of it.
 *
 * @param key of the holding and the stay in it
 * @param number counted from 1 in the order of being told; a handle for people to type, no more
 * @param who as last shown; what was told once and left out later is kept
 * @param named when that was
 * @param connections their marks, by connection
 */
public record Stay(
    String key,
    String holding,
    int number,
    Attendee who,
    Instant named,
    PMap<String, Marks> connections) {

  /** The newest word wins, and of two at one instant always the same. */
  private static final Comparator<Stay> NEWEST =
      Comparator.comparing(Stay::named).thenComparing(stay -> stay.who().name());

  static String key(String holding, String stay) {
    return holding + " " + stay;
  }

  Stay told(Attendee shown, Instant at) {
    Stay other = new Stay(key, holding, number, shown, at, connections);
    boolean newer = NEWEST.compare(other, this) > 0;
    Attendee last = newer ? shown : who;
    Attendee first = newer ? who : shown;
    Attendee all =
        new Attendee(
            last.connection(),
            last.stay(),
            either(last.account(), first.account()),
            either(last.registrant(), first.registrant()),
            last.name().isBlank() ? first.name() : last.name(),
            either(last.email(), first.email()),
            either(last.phone(), first.phone()));
    return new Stay(key, holding, number, all, newer ? at : named, connections);
  }

  private static @Nullable String either(@Nullable String last, @Nullable String first) {
    return last == null ? first : last;
  }

  Marks marks(String connection) {
    return Objects.requireNonNullElse(connections.get(connection), Marks.NONE);
  }

  Stay with(String connection, Marks marks) {
    return new Stay(key, holding, number, who, named, connections.plus(connection, marks));
  }

  /** What it is known by, itself alone. */
  public String trait() {
    return Trait.stay(key);
  }

  /** Every instant at which one of its connections is known to have gone. */
  Set<Instant> ends() {
    Set<Instant> ends = new LinkedHashSet<>();
    connections.values().forEach(marks -> ends.addAll(marks.left()));
    return ends;
  }
}
