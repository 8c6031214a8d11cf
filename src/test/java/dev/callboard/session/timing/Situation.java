package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A named situation of {@code situations.txt}: a plan, what happened, when it is looked at, and
 * what the timeline must then say. Times are minutes from the planned start ({@code +3}, {@code
 * -2:30}) or what a clock in the class zone shows ({@code 14:03}).
 */
record Situation(String name, String plan, String events, String at, String then) {

  private static final Path TABLE = Path.of("src/test/resources/fixtures/timing/situations.txt");

  static List<Situation> all() {
    try {
      List<Situation> all = new ArrayList<>();
      String table = Files.readString(TABLE, StandardCharsets.UTF_8);
      for (String block : List.of(table.split("\n\\s*\n"))) {
        Map<String, String> parts = new HashMap<>();
        for (String line : block.lines().filter(line -> !line.startsWith("#")).toList()) {
          String[] words = line.strip().split(" +", 2);
          parts.put(
              line.startsWith(" ") ? words[0] : "name", line.startsWith(" ") ? words[1] : line);
        }
        if (!parts.isEmpty()) {
          all.add(
              new Situation(
                  part(parts, "name"),
                  part(parts, "plan"),
                  parts.getOrDefault("events", ""),
                  part(parts, "at"),
                  part(parts, "then")));
        }
      }
      return all;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String part(Map<String, String> parts, String key) {
    String part = parts.get(key);
    if (part == null) {
      throw new AssertionError(parts + ": no " + key);
    }
    return part;
  }

  @Override
  public String toString() {
    return name;
  }

  void check() {
    ClassScript script = ClassScript.of(plan);
    ZoneId zone = script.plan().zone();
    Instant start = script.starts().atZone(zone).toInstant();
    Function<String, Instant> clock = text -> instant(text, start, zone);
    Event.Opened opened =
        new Event.Opened(
            script.plan(), new Rooms(List.of(), List.of()), script.planned() ? start : null);
    Instant before = start.minus(Duration.ofDays(1));
    Session session =
        Session.fold(new SessionId("s"), List.of(new Recorded(1, before, "p", opened)))
            .orElseThrow();
    for (String event : parts(events, ";")) {
      List<String> words = List.of(event.split(" +"));
      Instant at = clock.apply(words.getLast());
      session = session.after(new Recorded(session.seq() + 1, at, "p", event(words, session)));
    }
    Claims claims =
        new Claims(session, Timeline.of(script.plan(), session.run(), clock.apply(at)), start);
    for (String claim : parts(then, ",")) {
      assertThat(claims.said(claim)).as("%s: %s", name, claim).isEqualTo(claims.wanted(claim));
    }
  }

  private static List<String> parts(String text, String separator) {
    return List.of(text.split(separator)).stream()
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static Event event(List<String> words, Session session) {
    String key = words.get(1).toLowerCase(Locale.ROOT);
    return switch (words.getFirst()) {
      case "start" -> new Event.Started();
      case "next" -> new Event.Entered(session.following().orElseThrow().key());
      case "back" -> new Event.Entered(session.preceding().orElseThrow().key());
      case "enter" -> new Event.Entered(key);
      case "extend" -> new Event.Extended(key, Duration.ofMinutes(Integer.parseInt(words.get(2))));
      case "skip" -> new Event.Skipped(key);
      case "restore" -> new Event.Restored(key);
      case "pause" -> new Event.Paused();
      case "resume" -> new Event.Resumed();
      case "front" -> new Event.Moved(key, null);
      case "move" -> new Event.Moved(key, words.get(3).toLowerCase(Locale.ROOT));
      case "insert" ->
          new Event.Inserted(
              key,
              words.get(1),
              Duration.ofMinutes(Integer.parseInt(words.get(2))),
              words.get(4).toLowerCase(Locale.ROOT));
      case "end" -> new Event.Ended();
      default -> throw new AssertionError("no event " + words);
    };
  }

  /** Looks for the first minute at which a clock on the wall shows the text. */
  private static Instant instant(String text, Instant start, ZoneId zone) {
    if (text.startsWith("+") || text.startsWith("-")) {
      return start.plus(Claims.minutes(text));
    }
    DateTimeFormatter shown = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
    for (int minute = -120; minute < 1440; minute++) {
      Instant instant = start.plus(Duration.ofMinutes(minute));
      if (shown.format(instant).equals(text)) {
        return instant;
      }
    }
    throw new AssertionError("no clock shows " + text);
  }
}
