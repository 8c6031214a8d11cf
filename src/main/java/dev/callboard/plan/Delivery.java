package dev.callboard.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a class, as far as it differs from the plan that it is a copy of. What is null or
 * empty is as there.
 *
 * @param zone an IANA name
 * @param start in that zone
 * @param slot minutes
 * @param producers who take the places of the plan's, in their order
 * @param facilitators the same
 * @param rooms by platform, each by what plans call it: class, backstage, meeting, join
 */
public record Delivery(
    @Nullable String title,
    @Nullable String zone,
    LocalDateTime start,
    @Nullable Integer slot,
    @Nullable String client,
    List<Named> producers,
    List<Named> facilitators,
    Map<String, Map<String, String>> rooms) {

  public Delivery {
    producers = List.copyOf(producers);
    facilitators = List.copyOf(facilitators);
    rooms = Map.copyOf(rooms);
  }

  /**
   * Somebody of the team.
   *
   * @param name empty where the plan knows whose the address is
   * @param email lower case; null when none is given
   */
  public record Named(String name, @Nullable String email) {}
}
