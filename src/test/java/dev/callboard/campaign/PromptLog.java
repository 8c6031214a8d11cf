package dev.callboard.campaign;

import dev.callboard.campaign.PromptedClass.Ask;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The log of a prompted class, held against what was asked for and against the minutes of its long
 * segment, which are counted here with no help of the product's clock.
 */
final class PromptLog {

  /** What is to be said within so long may be said together. */
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final PromptedClass played;
  private final List<Recorded> log;
  private final Map<String, Asked> asked = new HashMap<>();
  private final List<Decided> decided = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  PromptLog(PromptedClass played, List<Recorded> log, Instant end) {
    this.played = played;
    this.log = log;
    read();
    everyAsk();
    everyMark(end);
  }

  /**
   * A message to one person, as it was decided.
   *
   * @param due when it should be said
   * @param words that must stand in it
   */
  record Decided(String to, Instant due, List<String> words) {}

  List<Decided> decided() {
    return decided;
  }

  List<String> faults() {
    return faults;
  }

  private void read() {
    for (Recorded recorded : log) {
      if (recorded.event() instanceof Asked ask) {
        asked.put("asked/" + ask.number(), ask);
      }
      if (recorded.event() instanceof Prompted prompted) {
        List<String> words =
            prompted.said().stream().map(mark -> words(mark, recorded.at())).toList();
        decided.add(new Decided(prompted.to(), due(prompted), words));
      }
    }
  }

  /** Half a minute late, the minutes that are left are told as they are. */
  private String words(Reached mark, Instant at) {
    Asked ask = asked.get(mark.mark());
    if (ask != null) {
      return ask.text();
    }
    boolean asPlanned = at.isBefore(mark.due().plus(CLOSE).minusSeconds(1));
    return asPlanned
        ? mark.mark().substring(mark.mark().lastIndexOf('/') + 1) + " min left"
        : "left";
  }

  /**
   * What must be said on the second decides for what may come a little later; what is passed over
   * does not count.
   */
  private static Instant due(Prompted prompted) {
    List<Reached> marks =
        Stream.concat(prompted.said().stream(), prompted.passed().stream()).toList();
    Instant first = marks.stream().map(Reached::due).min(Instant::compareTo).orElseThrow();
    Instant said = prompted.said().stream().map(Reached::due).min(Instant::compareTo).orElseThrow();
    Instant group = group(marks, first);
    return said.isAfter(group) ? said : group;
  }

  private static Instant group(List<Reached> marks, Instant first) {
    return marks.stream()
        .filter(mark -> mark.mark().startsWith("asked/"))
        .map(Reached::due)
        .filter(due -> !due.isAfter(first.plus(CLOSE)))
        .min(Instant::compareTo)
        .orElse(first);
  }

  /** Each acknowledged one is there once, each other at most once, and nothing else. */
  private void everyAsk() {
    List<Asked> left = new ArrayList<>(asked.values());
    for (Ask ask : played.asks()) {
      boolean there =
          left.removeIf(one -> one.text().equals(ask.text()) && one.to().equals(ask.to()));
      if (!there && ask.acknowledged()) {
        faults.add("not in the log: " + ask);
      }
    }
    left.forEach(one -> faults.add("in the log twice, or never asked for: " + one));
    if (asked.size() != log.stream().filter(one -> one.event() instanceof Asked).count()) {
      faults.add(played.plan() + ": one number was given to two prompts");
    }
  }

  /** Each mark that was due is said once; only minutes left may be passed over for a newer one. */
  private void everyMark(Instant end) {
    Map<String, Integer> said = new HashMap<>();
    Map<String, Integer> passed = new HashMap<>();
    for (Recorded recorded : log) {
      if (recorded.event() instanceof Prompted prompted) {
        prompted.said().forEach(mark -> said.merge(mark.mark(), 1, Integer::sum));
        prompted.passed().forEach(mark -> passed.merge(mark.mark(), 1, Integer::sum));
      }
    }
    asked.keySet().forEach(mark -> once(mark, said.getOrDefault(mark, 0)));
    minutes(end)
        .forEach(mark -> once(mark, said.getOrDefault(mark, 0) + passed.getOrDefault(mark, 0)));
  }

  private void once(String mark, int times) {
    if (times != 1) {
      faults.add(played.plan() + ": " + mark + " was decided " + times + " times (expected: once)");
    }
  }

  private List<String> minutes(Instant end) {
    Instant start =
        log.stream()
            .filter(recorded -> recorded.event() instanceof Started)
            .map(Recorded::at)
            .findFirst()
            .orElseThrow();
    List<String> marks = new ArrayList<>();
    Instant due = start.plus(Duration.ofMinutes(1));
    int left = PromptedClass.MINUTES - 1;
    while (left >= PromptedClass.MINUTES - PromptedClass.HEARD && due.plus(CLOSE).isBefore(end)) {
      marks.add("left/long/" + left);
      left--;
      due = due.plus(Duration.ofMinutes(1));
    }
    return marks;
  }
}
