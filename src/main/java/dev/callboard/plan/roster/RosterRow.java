package dev.callboard.plan.roster;

import dev.callboard.plan.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a roster.
 *
 * @param line where they stand in the file
 * @param plan key of the plan whose class they are in
 * @param email lower case; null when none is given
 * @param language a BCP 47 tag, or null for the class's first language
 */
record RosterRow(
    int line,
    String plan,
    String name,
    @Nullable String email,
    Role role,
    @Nullable String language,
    List<String> accommodations) {

  RosterRow {
    accommodations = List.copyOf(accommodations);
  }

  /** Whether both say the same of a person. */
  boolean same(RosterRow other) {
    return equals(
        new RosterRow(
            line,
            other.plan,
            other.name,
            other.email,
            other.role,
            other.language,
            other.accommodations));
  }
}
