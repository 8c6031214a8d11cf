package dev.callboard.session.timing;

import dev.callboard.plan.Segment;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a situation claims of a timeline, such as {@code now B}, {@code left -2:30}, {@code ends
 * 15:04}, {@code C expected 14:40-14:55} or {@code D skipped}.
 */
record Claims(Session session, Timeline timeline, Instant start) {

  /** What the claim should come to, in the same words as {@link #said}. */
  String wanted(String claim) {
    List<String> words = List.of(claim.split(" +"));
    return switch (words.getFirst()) {
      case "left", "behind", "since" -> shown(minutes(words.getLast()));
      default ->
          words.size() > 2
                  && List.of("spent", "over", "paused", "allotted", "left").contains(words.get(1))
              ? shown(minutes(words.getLast()))
              : words.getLast();
    };
  }

  String said(String claim) {
    List<String> words = List.of(claim.split(" +"));
    String last = words.getLast();
    return switch (words.getFirst()) {
      case "now" -> title(session.segment());
      case "next" -> title(session.following());
      case "before" -> title(session.preceding());
      case "left" -> shown(timeline.left().orElseThrow());
      case "behind" -> shown(timeline.behind());
      case "since" -> shown(timeline.behindSinceStart());
      case "begins" -> shown(timeline.expected().start(), last);
      case "ends" -> shown(timeline.end(), last);
      case "paused", "running" -> timeline.paused() ? "paused" : "running";
      case "order" ->
          String.join("", timeline.slots().stream().map(s -> s.segment().title()).toList());
      default ->
          said(timeline.slot(words.getFirst().toLowerCase(Locale.ROOT)).orElseThrow(), words);
    };
  }

  private String said(Slot slot, List<String> words) {
    String last = words.getLast();
    return switch (words.get(1)) {
      case "planned" -> shown(slot.planned(), last);
      case "expected" -> slot.expected() == null ? "never" : shown(slot.expected(), last);
      case "actual" -> shown(slot.actual().start(), last) + "-" + shown(slot.actual().end(), last);
      case "spent" -> shown(slot.actual().spent());
      case "paused" -> shown(slot.actual().paused());
      case "visits" -> Integer.toString(slot.actual().visits());
      case "over" -> shown(slot.over());
      case "allotted" -> shown(slot.allotted());
      case "left" -> shown(slot.left());
      default -> slot.phase().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String title(Optional<Segment> segment) {
    return segment.map(Segment::title).orElse("nothing");
  }

  private String shown(Window window, String like) {
    return shown(window.start(), like) + "-" + shown(window.end(), like);
  }

  /** As minutes from the planned start, or as the clock shows it: like the claim has it. */
  private String shown(@Nullable Instant at, String like) {
    if (at == null) {
      return "?";
    }
    if (like.startsWith("+")) {
      return "+" + shown(Duration.between(start, at));
    }
    ZoneId zone = session.plan().zone();
    boolean seconds = like.matches(".*\\d:\\d\\d:\\d.*");
    return DateTimeFormatter.ofPattern(seconds ? "HH:mm:ss" : "HH:mm").format(at.atZone(zone));
  }

  static String shown(Duration duration) {
    Duration abs = duration.abs();
    String minutes = duration.isNegative() ? "-" + abs.toMinutes() : "" + abs.toMinutes();
    return abs.toSecondsPart() == 0 ? minutes : minutes + ":%02d".formatted(abs.toSecondsPart());
  }

  /** {@code +3}, {@code -2:30}, {@code 7}. */
  static Duration minutes(String text) {
    List<String> parts = List.of(text.replaceFirst("^[+-]", "").split(":"));
    Duration length =
        Duration.ofMinutes(Integer.parseInt(parts.getFirst()))
            .plusSeconds(parts.size() == 1 ? 0 : Integer.parseInt(parts.getLast()));
    return text.startsWith("-") ? length.negated() : length;
  }
}
