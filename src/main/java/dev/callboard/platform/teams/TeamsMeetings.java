package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.teams.bf.Turn;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the events of a meeting tell, one sighting a person. Pure.
 *
 * <p>Teams tells neither connections nor holdings apart: a person is one connection, by the id of
 * the directory where they have one, for the attendance report names people by it. Names of fields
 * come in any case, some with a blank at their end.
 */
final class TeamsMeetings {

  private static final String NAMES = "application/vnd.microsoft.meeting";

  private TeamsMeetings() {}

  /**
   * A sighting to come.
   *
   * @param key of its delivery, the same when Teams delivers the event again
   */
  record Seen(String key, Instant at, Sighting.What what, Face face) {}

  /**
   * The ids of somebody; both empty where nobody is meant.
   *
   * @param account the bot's id of them
   */
  record Face(String account, String directoryId) {
    static final Face NOBODY = new Face("", "");
  }

  /** Whether the event is of a meeting, of whatever kind. */
  static boolean tells(Turn turn) {
    return turn.name().regionMatches(true, 0, NAMES, 0, NAMES.length());
  }

  /**
   * What is to be kept of the event.
   *
   * @param emails addresses by the bot's id of a person, as far as they are known
   */
  static List<Seen> read(Turn turn, Function<String, Optional<String>> emails, Instant now) {
    return switch (turn.name().substring(NAMES.length()).toLowerCase(Locale.ROOT)) {
      case "start" -> {
        Instant at = at(turn, "StartTime", now);
        yield List.of(new Seen(key(turn, at), at, new Sighting.Began(), Face.NOBODY));
      }
      case "end" -> {
        Instant at = at(turn, "EndTime", now);
        yield List.of(new Seen(key(turn, at), at, new Sighting.Over(), Face.NOBODY));
      }
      case "participantjoin" -> members(turn, emails, at(turn, "", now), Sighting.Joined::new);
      case "participantleave" -> members(turn, emails, at(turn, "", now), Sighting.Left::new);
      default -> List.of();
    };
  }

  private static List<Seen> members(
      Turn turn,
      Function<String, Optional<String>> emails,
      Instant at,
      Function<Attendee, Sighting.What> what) {
    List<Seen> seen = new ArrayList<>();
    for (JsonNode member : field(turn.value(), "members")) {
      JsonNode user = field(member, "user");
      Face face = face(user);
      String connection = face.directoryId().isBlank() ? face.account() : face.directoryId();
      if (!connection.isBlank()) {
        Attendee who = attendee(user, face, email(face, emails));
        seen.add(new Seen(key(turn, at) + "/" + connection, at, what.apply(who), face));
      }
    }
    return seen;
  }

  /** Nobody vouches for whoever is not in the directory. */
  private static Optional<String> email(Face face, Function<String, Optional<String>> emails) {
    return face.directoryId().isBlank() ? Optional.empty() : emails.apply(face.account());
  }

  private static Face face(JsonNode user) {
    String told = text(user, "aadObjectId");
    return new Face(text(user, "id"), told.isBlank() ? text(user, "objectId") : told);
  }

  private static Attendee attendee(JsonNode user, Face face, Optional<String> email) {
    String connection = face.directoryId().isBlank() ? face.account() : face.directoryId();
    String name = text(user, "name");
    String parts = (text(user, "givenName") + " " + text(user, "surname")).strip();
    return new Attendee(
        connection,
        connection,
        lasting(user, face) ? face.account() : null,
        null,
        name.isBlank() ? parts : name,
        email.orElse(null),
        null);
  }

  /** Whoever came without signing in has an id for this one time. */
  private static boolean lasting(JsonNode user, Face face) {
    String role = text(user, "userRole").toLowerCase(Locale.ROOT);
    return role.isEmpty() ? !face.directoryId().isBlank() : !role.equals("anonymous");
  }

  /** The time of the activity; one that lacks it may tell it in its value. */
  private static Instant at(Turn turn, String field, Instant now) {
    return time(turn.timestamp()).or(() -> time(text(turn.value(), field))).orElse(now);
  }

  private static Optional<Instant> time(String told) {
    try {
      return Optional.of(Instant.parse(told));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static String key(Turn turn, Instant at) {
    String id = turn.id().isBlank() ? turn.name() + "@" + at : turn.id();
    return "teams:" + turn.conversation().id() + "/" + id;
  }

  private static String text(JsonNode node, String name) {
    return field(node, name).asText("").strip();
  }

  private static JsonNode field(JsonNode node, String name) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().strip().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }
}
