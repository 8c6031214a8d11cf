package dev.callboard.command.roll;

import dev.callboard.command.CommandException;
import dev.callboard.command.Times;
import dev.callboard.plan.Policy;
import dev.callboard.plan.Policy.Basis;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules of attendance as people type them. Pure. */
final class Ruling {

  private static final int LONGEST_MINUTES = 480;

  /** As plans have it, and the next too. */
  private static final int LONGEST_GAP_SECONDS = 3_600;

  private static final int LONGEST_GRACE_MINUTES = 60;
  private static final Set<String> WORDS =
      Set.of("late", "early", "minutes", "percent", "absent", "gaps", "grace", "basis", "breaks");

  /** Takes away a rule that need not be. */
  private static final String OFF = "off";

  private static final Set<String> NEEDLESS = Set.of("minutes", "percent", "absent");

  private Ruling() {}

  /**
   * Rules with some changed, such as {@code late 10 percent 80 absent off}.
   *
   * @throws CommandException when a word or a number is none
   */
  static Policy changed(Policy rules, String typed) {
    String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    if (words.length % 2 != 0) {
      throw unknown(words[words.length - 1]);
    }
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!WORDS.contains(words[i])) {
        throw unknown(words[i]);
      }
      settings.put(words[i], words[i + 1]);
    }
    return changed(rules, settings);
  }

  /** A least time takes the place of a least share, and the other way round. */
  private static Policy changed(Policy rules, Map<String, String> settings) {
    boolean time = sets(settings, "minutes");
    boolean share = sets(settings, "percent");
    String basis = settings.get("basis");
    Integer percent = time || isOff(settings, "percent") ? null : rules.percent();
    if (share) {
      percent = number("percent", String.valueOf(settings.get("percent")), 100);
    }
    String gaps = settings.get("gaps");
    String grace = settings.get("grace");
    String breaks = settings.get("breaks");
    return new Policy(
        Objects.requireNonNull(minutes(settings, "late", rules.lateAfter())),
        Objects.requireNonNull(minutes(settings, "early", rules.earlyBefore())),
        share && !time ? null : minutes(settings, "minutes", rules.minimum()),
        percent,
        minutes(settings, "absent", rules.absentAfter()),
        gaps == null
            ? rules.gapsFrom()
            : Duration.ofSeconds(number("gaps", gaps, LONGEST_GAP_SECONDS)),
        grace == null
            ? rules.grace()
            : Duration.ofMinutes(number("grace", grace, LONGEST_GRACE_MINUTES)),
        basis == null ? rules.basis() : basis(basis),
        breaks == null ? rules.breaks() : breaks(breaks));
  }

  private static boolean sets(Map<String, String> settings, String word) {
    return settings.containsKey(word) && !isOff(settings, word);
  }

  private static boolean isOff(Map<String, String> settings, String word) {
    return NEEDLESS.contains(word) && OFF.equals(settings.get(word));
  }

  private static @Nullable Duration minutes(
      Map<String, String> settings, String word, @Nullable Duration otherwise) {
    if (isOff(settings, word)) {
      return null;
    }
    String value = settings.get(word);
    return value == null ? otherwise : Duration.ofMinutes(number(word, value, LONGEST_MINUTES));
  }

  private static int number(String word, String value, int most) {
    int number = value.matches("\\d{1,4}") ? Integer.parseInt(value) : -1;
    if (number < 0 || number > most) {
      throw CommandException.usage(
          "`" + word + "` takes a number from 0 to " + most + ", not “" + value + "”.");
    }
    return number;
  }

  private static Basis basis(String value) {
    return Stream.of(Basis.values())
        .filter(basis -> basis.word().equals(value))
        .findFirst()
        .orElseThrow(() ->
            CommandException.usage(
                "`basis` is "
                    + Stream.of(Basis.values()).map(Basis::word).collect(Collectors.joining(", "))
                    + ", not “"
                    + value
                    + "”."));
  }

  /** In the plan's own words. */
  private static boolean breaks(String value) {
    return switch (value) {
      case "counted" -> true;
      case "left-out" -> false;
      default ->
          throw CommandException.usage("`breaks` is counted or left-out, not “" + value + "”.");
    };
  }

  private static CommandException unknown(String word) {
    return CommandException.usage(
        "“"
            + word
            + "” is no rule with a number. There are `late`, `early`, `absent`, `minutes` and"
            + " `grace`, each with minutes; `gaps` with seconds; `percent`; `basis`; and `breaks`."
            + " `absent`, `minutes` and `percent` can be `off`.");
  }

  /** What the rules say of gaps, which are not what most people ask for. */
  static String ofGaps(Policy rules) {
    return "Gaps under "
        + rules.gapsFrom().toSeconds()
        + " s are not told of. Whoever drops with many others and is back within "
        + Times.minutes(rules.grace())
        + " is neither late nor gone early.";
  }
}
