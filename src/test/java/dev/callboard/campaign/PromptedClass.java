package dev.callboard.campaign;

import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SlackCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A class in whose one long segment the facilitator, Lea, is told each minute how much is left, and
 * in which the producer asks for many prompts besides, to her and to the designer, Dee. Thread-safe
 * as far as one thread asks at a time.
 */
final class PromptedClass {

  /** The people who are prompted. */
  static final List<String> PEOPLE = List.of("lea", "dee");

  static final int MINUTES = 50;

  /** For so many minutes she is told each. */
  static final int HEARD = 10;

  private final String plan;
  private final List<Ask> asks = new ArrayList<>();

  PromptedClass(String plan) {
    this.plan = plan;
  }

  /**
   * A prompt somebody asked for.
   *
   * @param to who is to be told
   * @param text which nobody else says
   * @param acknowledged whether the expected reply came
   */
  record Ask(String to, String text, boolean acknowledged) {}

  String plan() {
    return plan;
  }

  String backstage() {
    return "C" + name() + "B";
  }

  /** A workspace of its own, for these are paced as a whole too. */
  String tenant() {
    return "TC" + name();
  }

  /** The account of a person, to whom Callboard writes alone. */
  String lane(String person) {
    return "U" + person.toUpperCase(Locale.ROOT) + name();
  }

  private String name() {
    return plan.toUpperCase(Locale.ROOT).replace("-", "");
  }

  /** Its plan and its people are there from then on. */
  void moveInto(Stage stage) {
    stage.plan(plan, yaml());
    PEOPLE.forEach(person -> stage.slack().person(lane(person), person, null, tenant()));
  }

  /** Planned for a far day, so that only the class's own clock matters. */
  String yaml() {
    String eachMinute =
        IntStream.range(MINUTES - HEARD, MINUTES)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return """
    title: Class %s
    zone: Europe/London
    start: '2040-01-02T14:00'
    slot: 120
    languages: [en]
    people:
      - {key: fay, name: Fay Osei, role: producer, accounts: {slack: %s}}
      - {key: lea, name: Lea Adler, role: facilitator, accounts: {slack: %s}}
      - {key: dee, name: Dee Bond, role: designer, accounts: {slack: %s}}
    rooms: {slack: {class: C%sA, backstage: %s}}
    segments:
      - {title: The long part, key: long, minutes: %d, prompts: [%s]}
      - {title: The end, key: end, minutes: 5}
    """
        .formatted(
            plan,
            FakeSlack.FAY,
            lane("lea"),
            lane("dee"),
            name(),
            backstage(),
            MINUTES,
            eachMinute);
  }

  /** A text that was never asked for. */
  synchronized String freshText() {
    return "Cue " + plan + " number " + (asks.size() + 1) + " end";
  }

  synchronized void asked(Ask ask) {
    asks.add(ask);
  }

  synchronized List<Ask> asks() {
    return List.copyOf(asks);
  }

  /** Whether a call says something of this class's prompts, wherever. */
  boolean isPrompt(SlackCall call) {
    return call.field("blocks").contains("Cue " + plan + " number ");
  }
}
