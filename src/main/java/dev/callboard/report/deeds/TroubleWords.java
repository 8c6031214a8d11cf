package dev.callboard.report.deeds;

import dev.callboard.report.model.Words;
import dev.callboard.session.Event;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong. */
record TroubleWords(Scene scene) {

  /** How messages of a class are called that have a number. */
  private static final Pattern NUMBERED = Pattern.compile("(post|prompt|relay)-(\\d{1,6})\\b.*");

  String of() {
    return switch (scene.recorded().event()) {
      case Event.Unaccounted asked ->
          "The platforms' own accounts are not all there after "
              + (asked.times() == 1 ? "the first try" : asked.times() + " tries")
              + Words.reason(asked.reason());
      case Event.Undelivered lost ->
          Words.capital(message(lost.key())) + " was not delivered" + Words.reason(lost.reason());
      default -> throw EventWords.unknown(scene.recorded().event());
    };
  }

  private String message(String key) {
    Matcher numbered = NUMBERED.matcher(key);
    if (numbered.matches()) {
      int number = Integer.parseInt(numbered.group(2));
      return switch (numbered.group(1)) {
        case "post" -> PostWords.named(scene, number);
        default -> "prompt " + number;
      };
    }
    return key.startsWith("debrief-")
        ? "a question of the debrief"
        : key.startsWith("card") ? "the card backstage" : "a message";
  }
}
