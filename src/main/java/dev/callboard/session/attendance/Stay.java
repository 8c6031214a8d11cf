package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.pcollections.PMap;

/**
 * The stay of somebody in a meeting, moves between rooms included: all that was told of it.
 *
 * @param key of the holding and the stay in it
 * @param number counted from 1 in the order of being told; a handle for people to type, no more
 * @param who as shown
 * @param connections their marks, by connection
 */
public record Stay(
    String key, String holding, int number, Shown who, PMap<String, Marks> connections) {

  static String key(String holding, String stay) {
    return holding + " " + stay;
  }

  Stay told(Attendee shown, Instant at) {
    return new Stay(key, holding, number, who.and(Shown.of(shown, at)), connections);
  }

  /** As the meeting showed it last; empty when it never did. */
  public String name() {
    return who.name();
  }

  Marks marks(String connection) {
    return Objects.requireNonNullElse(connections.get(connection), Marks.NONE);
  }

  Stay with(String connection, Marks marks) {
    return new Stay(key, holding, number, who, connections.plus(connection, marks));
  }

  Stay without(String connection) {
    return new Stay(key, holding, number, who, connections.minus(connection));
  }

  /** With what was told of a connection as if it were another stay's. */
  Stay and(Stay other, String connection) {
    Marks both = marks(connection).and(other.marks(connection));
    return new Stay(
        key,
        holding,
        Math.min(number, other.number),
        who.and(other.who),
        connections.plus(connection, both));
  }

  /** The platform's own id of it. */
  String own() {
    return key.substring(holding.length() + 1);
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
