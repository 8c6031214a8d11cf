package dev.callboard.command.clock;

import dev.callboard.session.Event;
import dev.callboard.session.Event.Extended;
import dev.callboard.session.Event.Restored;
import dev.callboard.session.Event.Skipped;
import dev.callboard.session.timing.CatchUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts as a button types them: {@code 372 gallery-walk:240:out qa:480:120}, all in seconds.
 *
 * @param late how late the class was when they were proposed
 */
record Cuts(Duration late, List<One> each) {

  private static final Pattern ONE = Pattern.compile("([^:\\s]+):(\\d{1,6}):(out|\\d{1,6})");

  Cuts {
    each = List.copyOf(each);
  }

  /**
   * One cut.
   *
   * @param allotted what the segment had when the cut was proposed
   * @param by nothing when it is left out
   */
  record One(String segment, Duration allotted, Optional<Duration> by) {

    Event event() {
      return by.isPresent() ? new Extended(segment, by.get().negated()) : new Skipped(segment);
    }

    Event reverse() {
      return by.isPresent() ? new Extended(segment, by.get()) : new Restored(segment);
    }

    private String text() {
      return segment
          + ":"
          + allotted.toSeconds()
          + ":"
          + by.map(length -> Long.toString(length.toSeconds())).orElse("out");
    }
  }

  static Cuts of(CatchUp found) {
    return new Cuts(
        found.late(),
        found.cuts().stream()
            .map(cut ->
                new One(
                    cut.segment().key(),
                    cut.allotted(),
                    cut.leftOut() ? Optional.empty() : Optional.of(cut.by())))
            .toList());
  }

  /** Empty when the text was not made by {@link #line}. */
  static Optional<Cuts> read(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    List<Optional<One>> each = words.stream().skip(1).map(Cuts::one).toList();
    if (!words.getFirst().matches("\\d{1,6}")
        || each.isEmpty()
        || each.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        new Cuts(seconds(words.getFirst()), each.stream().map(Optional::orElseThrow).toList()));
  }

  private static Optional<One> one(String word) {
    Matcher matcher = ONE.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String by = matcher.group(3);
    return Optional.of(
        new One(
            matcher.group(1),
            seconds(matcher.group(2)),
            by.equals("out") ? Optional.empty() : Optional.of(seconds(by))));
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  String line() {
    return late.toSeconds() + " " + each.stream().map(One::text).collect(Collectors.joining(" "));
  }
}
