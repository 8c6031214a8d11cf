package dev.callboard.session.timing;

import dev.callboard.plan.Activity;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Prompting;
import dev.callboard.plan.Segment;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan in one line: {@code 2026-11-24 14:00 Europe/London: A 10, B 20 min 5, C 15 from 14:40}.
 * Date and zone may be left out, {@code any} in place of the time means that nobody planned an
 * hour.
 */
record ClassScript(Plan plan, LocalDateTime starts, boolean planned) {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  static ClassScript of(String line) {
    int colon = line.indexOf(": ");
    LocalDate day = DAY;
    LocalTime time = LocalTime.of(14, 0);
    ZoneId zone = ZoneId.of("Europe/London");
    Duration slot = Duration.ZERO;
    boolean planned = true;
    List<String> words = List.of(line.substring(0, colon).split(" +"));
    for (String word : words) {
      if (word.equals("any")) {
        planned = false;
      } else if (word.endsWith("min")) {
        slot = minutes(word.substring(0, word.length() - 3));
      } else if (word.contains("/")) {
        zone = ZoneId.of(word);
      } else if (word.contains("-")) {
        day = LocalDate.parse(word);
      } else {
        time = LocalTime.parse(word);
      }
    }
    List<Segment> segments =
        Arrays.stream(line.substring(colon + 1).split(",")).map(ClassScript::segment).toList();
    if (slot.isZero()) {
      slot = segments.stream().map(Segment::planned).reduce(Duration.ZERO, Duration::plus);
    }
    return new ClassScript(plan(zone, time, slot, segments), day.atTime(time), planned);
  }

  static Plan plan(ZoneId zone, LocalTime time, Duration slot, List<Segment> segments) {
    Plan sample = SamplePlans.hybrid();
    return new Plan(
        "script",
        "Script",
        zone,
        null,
        time,
        slot,
        List.of("en"),
        null,
        sample.people(),
        Map.of(),
        Map.of(),
        List.of(),
        segments,
        Prompting.USUAL,
        sample.facilitatorMay());
  }

  private static Segment segment(String text) {
    List<String> words = List.of(text.strip().split(" +"));
    Duration length = minutes(words.get(1));
    boolean cushion = words.contains("cushion");
    String least = after(words, "min");
    Duration minimum = least != null ? minutes(least) : cushion ? Duration.ZERO : length;
    String from = after(words, "from");
    String till = after(words, "till");
    return new Segment(
        words.getFirst().toLowerCase(Locale.ROOT),
        words.getFirst(),
        length,
        minimum,
        words.contains("cut"),
        cushion,
        from == null ? null : LocalTime.parse(from),
        till == null ? null : LocalTime.parse(till),
        after(words, "by"),
        List.of(),
        List.of(),
        words.contains("break") ? new Activity("break", null) : null,
        Map.of(),
        null,
        null,
        words.contains("quiet"));
  }

  private static @Nullable String after(List<String> words, String word) {
    int index = words.indexOf(word);
    return index < 0 ? null : words.get(index + 1);
  }

  private static Duration minutes(String number) {
    return Duration.ofMinutes(Integer.parseInt(number));
  }
}
