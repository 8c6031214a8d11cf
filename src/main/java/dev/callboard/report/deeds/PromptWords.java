package dev.callboard.report.deeds;

import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Profile;
import dev.callboard.session.Said;
import dev.callboard.session.timing.Advance;
import dev.callboard.session.timing.MarkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What was said privately about time. */
record PromptWords(Scene scene) {

  String of() {
    String who = scene.who();
    return switch (scene.recorded().event()) {
      case Prompted prompted -> prompted(prompted);
      case Event.Seen seen -> who + " confirmed " + numbered(seen.prompt());
      case Event.Snoozed snoozed ->
          who
              + " wants "
              + numbered(snoozed.prompt())
              + " once more at "
              + scene.clock(snoozed.at());
      case Event.Relayed relayed -> relayed(relayed);
      case Event.Rearmed rearmed ->
          Words.capital(marks(rearmed.marks()))
              + (rearmed.marks().size() == 1 ? " lies" : " lie")
              + " ahead once more";
      case Event.Disarmed disarmed ->
          Words.capital(reached(disarmed.marks()))
              + (disarmed.marks().size() == 1 ? " lies" : " lie")
              + " ahead no longer";
      case Event.Freed freed ->
          Words.capital(marks(freed.marks()))
              + (freed.marks().size() == 1 ? " is" : " are")
              + " to be said anew, for nobody heard it";
      case Event.Missed missed ->
          Words.capital(reached(missed.marks()))
              + (missed.marks().size() == 1 ? " was" : " were")
              + " passed over as of no use any more";
      case Asked asked -> asked(asked);
      case Event.Hushed hushed ->
          who
              + (hushed.quiet() ? " stopped" : " resumed")
              + " the timing prompts to "
              + scene.cast().person(hushed.person());
      case Event.Profiled profiled ->
          scene.cast().person(profiled.person()) + " is prompted " + how(profiled.profile());
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private String prompted(Prompted prompted) {
    String what = prompted.said().isEmpty() ? "a prompt" : reached(prompted.said());
    return Words.capital(what)
        + " went to "
        + scene.cast().person(prompted.to())
        + prompted.said().stream()
            .map(Reached::due)
            .max(Comparator.naturalOrder())
            .map(this::late)
            .orElse("");
  }

  private String late(Instant due) {
    return ", " + Words.punctual(Duration.between(due, scene.at()));
  }

  private String relayed(Event.Relayed relayed) {
    String what =
        Words.list(relayed.prompts().stream().map(this::numbered).collect(Collectors.toList()));
    return Words.capital(what)
        + (relayed.prompts().size() == 1 ? " was" : " were")
        + " told a second way, to "
        + Words.list(relayed.to().stream().map(scene.cast()::person).toList());
  }

  private String asked(Asked asked) {
    String text = ": " + Words.quoted(asked.text());
    if (asked.by() != null) {
      String at = scene.clock(asked.at());
      return scene.who() + " wants whoever leads at " + at + " to be told" + text;
    }
    String to = scene.cast().person(asked.to());
    return asked.at().isAfter(scene.at())
        ? scene.who() + " wants " + to + " to be told at " + scene.clock(asked.at()) + text
        : scene.who() + " told " + to + " alone" + text;
  }

  private static String how(Profile profile) {
    List<Duration> left = profile.left();
    String when =
        left == null
            ? "at the plan's times"
            : left.isEmpty()
                ? "at the end of segments alone"
                : Words.list(left.stream().map(Duration::toMinutes).map(String::valueOf).toList())
                    + " min before the end of segments";
    return when
        + (profile.style() == Profile.Style.BRIEF ? ", in few words" : "")
        + (profile.quietIn().isEmpty() ? "" : ", never in " + Words.list(profile.quietIn()));
  }

  /** A prompt by its number, as long as the class remembers what it was about. */
  private String numbered(int prompt) {
    return scene
        .before()
        .prompts()
        .said(prompt)
        .map(Said::marks)
        .filter(marks -> !marks.isEmpty())
        .map(this::marks)
        .orElse("prompt " + prompt);
  }

  private String reached(List<Reached> marks) {
    return marks(marks.stream().map(Reached::mark).toList());
  }

  private String marks(List<String> marks) {
    return Words.list(marks.stream().map(this::mark).toList());
  }

  /** A mark by its name, such as {@code left/poll/5}: {@code the 5-minute prompt for the poll}. */
  private String mark(String name) {
    return MarkKey.of(name)
        .map(key -> about(key) + (key.again() ? ", once more" : ""))
        .or(() -> Advance.passedOver(name).map(from -> "going on from " + scene.title(from)))
        .orElse("a prompt");
  }

  private String about(MarkKey key) {
    String title = scene.title(key.segment());
    return switch (key.kind()) {
      case LEFT -> "the " + key.minutes() + "-minute prompt for " + title;
      case TIME -> "the prompt that the time of " + title + " is up";
      case OVER -> "the prompt that " + title + " is " + key.minutes() + " min over";
      case CLASS ->
          key.minutes() == 0
              ? "the prompt that the class should end"
              : "the " + key.minutes() + "-minute prompt for the end of the class";
      case CUE -> "the cue for " + title;
      case ASKED -> "the prompt that somebody asked for";
    };
  }
}
