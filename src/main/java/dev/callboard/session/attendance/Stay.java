package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The stay of somebody in a meeting, moves between rooms included: all that was told of it.
 *
 * @param key of the holding and the stay in it
 * @param number counted from 1 in the order of being told; a handle for people to type, no more
 * @param who as shown
 * @param connections their marks, by connection
 */
public record Stay(
    String key, String holding, int number, Shown who, Map<String, Marks> connections) {

  /** A few for most, so that a copy costs less than a map made to be changed. */
  public Stay {
    connections = Map.copyOf(connections);
  }

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
    return new Stay(key, holding, number, who, plus(connection, marks));
  }

  private Map<String, Marks> plus(String connection, Marks marks) {
    if (connections.isEmpty()) {
      return Map.of(connection, marks);
    }
    Map<String, Marks> more = new HashMap<>(connections);
    more.put(connection, marks);
    return more;
  }

  Stay without(String connection) {
    Map<String, Marks> less = new HashMap<>(connections);
    less.remove(connection);
    return new Stay(key, holding, number, who, less);
  }

  Stay only(String connection) {
    return new Stay(key, holding, number, who, Map.of(connection, marks(connection)));
  }

  /** As a connection of it is shown, by the newest word of each part. */
  Attendee attendee(String connection) {
    return new Attendee(
        connection, own(), who.account(), who.registrant(), name(), who.email(), who.phone());
  }

  /** With what was told of a connection as if it were another stay's. */
  Stay and(Stay other, String connection) {
    Marks both = marks(connection).and(other.marks(connection));
    return new Stay(
        key, holding, Math.min(number, other.number), who.and(other.who), plus(connection, both));
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
    for (Marks marks : connections.values()) {
      ends.addAll(marks.left());
      ends.addAll(marks.gone());
    }
    return ends;
  }

  /** Whether anything says that it was; that somebody is there no longer does not. */
  boolean told() {
    return connections.values().stream().anyMatch(Marks::tell);
  }

  /** Whether it is known from a record without times, and from nothing else. */
  boolean namedOnly() {
    return told() && connections.values().stream().noneMatch(Marks::timed);
  }
}
