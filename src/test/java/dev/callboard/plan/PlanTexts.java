package dev.callboard.plan;

import dev.callboard.Commands;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small plan without mistakes, to be spoilt one line at a time, and a reader for it. */
final class PlanTexts {

  static final PlanReader READER = new PlanReader(Commands.registry().words());

  static final String SOUND =
      """
      title: A class
      zone: Europe/London
      start: "14:00"
      slot: 60
      workbook: {title: Workbook, pages: 28}
      people:
        - {key: p, name: Pat, role: producer, email: pat@example.com}
        - {key: f, name: Fay, role: facilitator, email: fay@example.com}
      resources:
        - {key: handout, title: Handout, url: "https://example.com/h"}
        - {key: guide, title: Guide, url: "https://example.com/g", show: team}
      segments:
        - {title: One, minutes: 30, activity: {kind: chat}}
        - {title: Two, minutes: 30, activity: {kind: chat}, lead: f, pages: [7], resources: [handout]}
      """;

  private PlanTexts() {}

  static Reading read(String text) {
    return READER.read("a", "a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The sound plan with the first of its words changed. */
  static Reading read(String sound, String wrong) {
    if (!SOUND.contains(sound)) {
      throw new IllegalArgumentException(sound + " (expected: a part of the sound plan)");
    }
    return read(SOUND.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(wrong)));
  }
}
