package dev.callboard.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the plan names.
 *
 * @param key short lower-case name, unique within the plan
 * @param email lower case; null when the plan gives none
 * @param accounts account ids by platform, for those whose address the platform does not tell
 * @param language a BCP 47 tag, or null for the class's first language
 * @param accommodations what this person needs, in the team's words, such as {@code "captions"}
 */
public record Member(
    String key,
    String name,
    Role role,
    @Nullable String email,
    Map<String, String> accounts,
    @Nullable String language,
    List<String> accommodations) {

  public Member {
    accounts = Map.copyOf(accounts);
    accommodations = List.copyOf(accommodations);
  }
}
