package dev.callboard.command.debrief;

import dev.callboard.command.CommandException;
import dev.callboard.command.clock.Segments;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed of an activity: {@code poll-1 badly Nobody found the button}.
 *
 * @param went null when they only name it, or ask for the form
 * @param form whether they want to write why in a form
 */
record ActivityLine(Segment segment, @Nullable Went went, boolean form, String text) {

  private static final String WHY = "why";

  static ActivityLine of(Session session, String typed) {
    List<String> words = List.of(typed.strip().split("\\s+"));
    for (int i = 1; i < words.size(); i++) {
      Optional<Went> went = went(words.get(i));
      boolean form = words.get(i).equalsIgnoreCase(WHY) && i == words.size() - 1;
      Optional<Item> item = Segments.find(session, String.join(" ", words.subList(0, i)));
      if ((went.isPresent() || form) && item.isPresent()) {
        return new ActivityLine(given(item.get()), went.orElse(null), form, after(typed, i + 1));
      }
    }
    Optional<Item> whole = Segments.find(session, typed);
    if (whole.isPresent()) {
      return new ActivityLine(given(whole.get()), null, false, "");
    }
    if (words.size() > 1 && Segments.find(session, words.getFirst()).isPresent()) {
      throw CommandException.usage(
          "How did it go? Say well, so-so or badly after “" + words.getFirst() + "”.");
    }
    String name = words.getFirst();
    Item item = Segments.named(session, name, key -> "debrief activity " + key);
    return new ActivityLine(given(item), null, false, "");
  }

  private static Segment given(Item item) {
    if (!item.actual().visited()) {
      throw new CommandException(
          "“" + DebriefText.title(item.segment()) + "” was not given this time.");
    }
    return item.segment();
  }

  private static Optional<Went> went(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "well", "good" -> Optional.of(Went.WELL);
      case "so-so", "soso" -> Optional.of(Went.SO_SO);
      case "badly", "bad" -> Optional.of(Went.BADLY);
      default -> Optional.empty();
    };
  }

  /** What follows so many words, its own line breaks kept. */
  private static String after(String typed, int words) {
    String rest = typed.strip();
    for (int i = 0; i < words; i++) {
      String[] parts = rest.split("\\s+", 2);
      rest = parts.length == 2 ? parts[1] : "";
    }
    return rest.strip();
  }
}
