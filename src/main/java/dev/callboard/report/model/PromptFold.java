package dev.callboard.report.model;

import dev.callboard.report.model.Prompting.Prompt;
import dev.callboard.report.model.Prompting.Unsaid;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Recorded;
import dev.callboard.session.timing.MarkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads in a log what was said to the team, when, and what did not arrive. */
final class PromptFold {

  private PromptFold() {}

  static Prompting of(Telling telling, List<Recorded> log) {
    List<Prompt> said = new ArrayList<>();
    List<Unsaid> unsaid = new ArrayList<>();
    Arrivals arrivals = Arrivals.of(log);
    for (Recorded recorded : log) {
      switch (recorded.event()) {
        case Prompted prompted -> {
          if (arrivals.arrived(prompted.prompt())) {
            said.add(prompt(telling, prompted, recorded.at()));
          } else {
            prompted.said().forEach(mark -> unsaid.add(unsaid(telling, mark)));
          }
          prompted.passed().forEach(mark -> unsaid.add(unsaid(telling, mark)));
        }
        case Missed missed -> missed.marks().forEach(mark -> unsaid.add(unsaid(telling, mark)));
        default -> {}
      }
    }
    return new Prompting(said, unsaid);
  }

  private static Unsaid unsaid(Telling telling, Reached mark) {
    return new Unsaid(about(telling, mark.mark()), mark.due());
  }

  private static Prompt prompt(Telling telling, Prompted prompted, Instant at) {
    return new Prompt(
        prompted.prompt(),
        telling.name(prompted.to()),
        telling.role(prompted.to()),
        at,
        marks(telling, prompted),
        prompted.text() == null ? "" : prompted.text(),
        late(prompted, at));
  }

  /** Of several that are said in one go, the last that was due decides when. */
  private static Duration late(Prompted prompted, Instant at) {
    return prompted.said().stream()
        .map(Reached::due)
        .filter(due -> !due.isAfter(at))
        .max(Comparator.naturalOrder())
        .map(due -> Duration.between(due, at))
        .orElse(Duration.ZERO);
  }

  /** What a mark is about: {@code left/poll/5} is {@code 5 min left in Poll}. */
  static String about(Telling telling, String mark) {
    return MarkKey.of(mark)
        .map(key -> (key.again() ? "once more: " : "") + about(telling, key))
        .orElse("a word");
  }

  private static String about(Telling telling, MarkKey key) {
    String title = telling.title(key.segment());
    return switch (key.kind()) {
      case LEFT -> key.minutes() + " min left in " + title;
      case TIME -> "time is up in " + title;
      case OVER -> key.minutes() + " min over in " + title;
      case CLASS ->
          key.minutes() == 0
              ? "the class should end"
              : key.minutes() + " min to the end of the class";
      case CUE -> "cue for " + title;
      case ASKED -> "asked for";
    };
  }

  /** What a learner needs is not told, not even that it was. */
  static List<Undelivered> undelivered(Telling telling, List<Recorded> log) {
    return log.stream()
        .filter(recorded -> recorded.event() instanceof Event.Undelivered)
        .map(recorded -> {
          Event.Undelivered lost = (Event.Undelivered) recorded.event();
          return new Undelivered(what(telling, log, lost.key()), lost.reason(), recorded.at());
        })
        .toList();
  }

  private static String what(Telling telling, List<Recorded> log, String key) {
    int dash = key.indexOf('-');
    String kind = dash < 0 ? key : key.substring(0, dash);
    String rest = key.substring(dash + 1);
    return switch (kind) {
      case "post" -> "post " + rest.replaceFirst("\\..*", "") + " in the class room";
      case "prompt", "relay" -> prompted(telling, log, rest);
      case "greeting" -> "greeting to " + telling.name(rest);
      case "report" -> "a report backstage";
      case "word" -> "a word to somebody of the team";
      case "reply" -> "an answer";
      default -> "a message";
    };
  }

  /** {@code prompt to Fay Okafor: 2 min left in Poll 1}. */
  private static String prompted(Telling telling, List<Recorded> log, String number) {
    return log.stream()
        .map(Recorded::event)
        .filter(Prompted.class::isInstance)
        .map(Prompted.class::cast)
        .filter(prompted -> String.valueOf(prompted.prompt()).equals(number))
        .findFirst()
        .map(prompted ->
            "prompt to " + telling.name(prompted.to()) + ": " + marks(telling, prompted))
        .orElse("prompt " + number);
  }

  private static String marks(Telling telling, Prompted prompted) {
    return prompted.said().stream()
        .map(mark -> about(telling, mark.mark()))
        .collect(Collectors.joining(", "));
  }
}
