package dev.callboard.platform.lobby;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can sit in the lobby: the people of every usable plan. */
@FunctionalInterface
public interface Guests {

  /** All usable plans, in the order the page offers them. Called often: answers from memory. */
  List<Show> shows();

  /** The plan with this key. */
  default Optional<Show> show(String key) {
    return shows().stream().filter(show -> show.key().equals(key)).findFirst();
  }

  /** A plan as the lobby knows it. */
  record Show(String key, String title, ZoneId zone, List<Guest> people) {
    public Show {
      people = List.copyOf(people);
    }

    Optional<Guest> guest(String person) {
      return people.stream().filter(guest -> guest.key().equals(person)).findFirst();
    }
  }

  /**
   * Somebody a visitor can be.
   *
   * @param role the word for it, such as {@code producer}
   * @param team whether the role may read backstage
   * @param language a BCP 47 tag, or null for the class's own
   */
  record Guest(String key, String name, String role, boolean team, @Nullable String language) {}
}
