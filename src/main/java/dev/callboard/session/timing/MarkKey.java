package dev.callboard.session.timing;

import dev.callboard.session.timing.Mark.Kind;
import java.util.Optional;

/**
 * What the key of a mark says, as {@link Mark} has it and logs keep it: {@code left/poll/5} is five
 * minutes left in the poll.
 *
 * @param segment the segment it is about; empty when it is about none
 * @param minutes left, or over; nothing where the kind says all
 * @param again whether it is said once more
 */
public record MarkKey(Kind kind, String segment, long minutes, boolean again) {

  /** Empty for a key that means nothing now, as one of a later version does. */
  public static Optional<MarkKey> of(String key) {
    String about = Mark.about(key);
    String[] parts = about.split("/", 3);
    String first = parts.length > 1 ? parts[1] : "";
    boolean again = !about.equals(key);
    try {
      return switch (parts[0]) {
        case "left" -> Optional.of(new MarkKey(Kind.LEFT, first, minutes(parts), again));
        case "time" -> Optional.of(new MarkKey(Kind.TIME, first, 0, again));
        case "over" -> Optional.of(new MarkKey(Kind.OVER, first, minutes(parts), again));
        case "class" -> Optional.of(new MarkKey(Kind.CLASS, "", Long.parseLong(first), again));
        case "cue" -> Optional.of(new MarkKey(Kind.CUE, first, 0, again));
        case "asked" -> Optional.of(new MarkKey(Kind.ASKED, "", 0, again));
        default -> Optional.empty();
      };
    } catch (NumberFormatException noMinutes) {
      return Optional.empty();
    }
  }

  private static long minutes(String[] parts) {
    return Long.parseLong(parts.length > 2 ? parts[2] : "");
  }
}
