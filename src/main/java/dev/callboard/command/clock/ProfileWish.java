package dev.callboard.command.clock;

import dev.callboard.command.CommandException;
import dev.callboard.command.Names;
import dev.callboard.plan.Activity;
import dev.callboard.plan.Plan;
import dev.callboard.session.Profile;
import dev.callboard.session.Profile.Style;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody types to change a profile. */
final class ProfileWish {

  private static final List<String> BEGINNINGS = List.of("prompts", "style", "quiet", "usual");
  private static final int MOST = 5;
  private static final int LONGEST = 60;

  private ProfileWish() {}

  static boolean begins(String word) {
    return Names.closest(word, BEGINNINGS).isPresent();
  }

  /** The profile as it is wished; says what can be wished when it cannot. */
  static Profile of(String typed, Profile before) {
    String[] words = typed.toLowerCase(Locale.ROOT).strip().split("[\\s,]+");
    List<String> rest = Stream.of(words).skip(1).toList();
    return switch (Names.closest(words[0], BEGINNINGS).orElse("")) {
      case "prompts" -> new Profile(left(rest), before.style(), before.quietIn());
      case "style" -> new Profile(before.left(), style(rest), before.quietIn());
      case "quiet" -> new Profile(before.left(), before.style(), quietIn(rest));
      case "usual" -> Profile.USUAL;
      default ->
          throw CommandException.usage(
              "I can change `prompts`, `style` and `quiet`, or make all as `usual`.");
    };
  }

  private static List<Duration> left(List<String> words) {
    boolean sound =
        !words.isEmpty()
            && words.size() <= MOST
            && words.stream().allMatch(word -> word.matches("\\d{1,2}"))
            && words.stream().mapToInt(Integer::parseInt).allMatch(m -> m >= 1 && m <= LONGEST);
    if (!sound) {
      throw CommandException.usage(
          "How many minutes before the end? Up to %d numbers from 1 to %d, such as 10 5 2."
              .formatted(MOST, LONGEST));
    }
    return words.stream()
        .map(word -> Duration.ofMinutes(Integer.parseInt(word)))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static Style style(List<String> words) {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "brief" -> Style.BRIEF;
      case "full" -> Style.FULL;
      default -> throw CommandException.usage("The style is `brief` or `full`.");
    };
  }

  private static List<String> quietIn(List<String> words) {
    if (words.equals(List.of("off"))) {
      return List.of();
    }
    List<String> kinds =
        words.stream().map(word -> Names.closest(word, Activity.KINDS).orElse("")).toList();
    if (kinds.isEmpty() || kinds.contains("")) {
      throw CommandException.usage(
          "Quiet in which activities? "
              + String.join(", ", Activity.KINDS)
              + "; or `off` for none.");
    }
    return kinds.stream().distinct().toList();
  }

  /** “5 and 2 min”. */
  static String minutes(Profile profile, Plan plan) {
    List<Duration> left = profile.left() == null ? plan.prompts().left() : profile.left();
    return left.stream()
        .map(each -> String.valueOf(each.toMinutes()))
        .collect(Collectors.joining(", ", "", " min"));
  }
}
