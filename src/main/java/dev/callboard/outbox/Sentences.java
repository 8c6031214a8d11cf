package dev.callboard.outbox;

import dev.callboard.platform.PlatformException.Kind;
import java.util.Locale;

/** Why a message did not arrive, as a producer can use it. */
final class Sentences {

  static final Why HELD_BACK =
      new Why(
          "I held it back: it is not meant for everybody who reads there.",
          Why.Extent.CONVERSATION);

  private Sentences() {}

  /** A sentence, and how much else it is true of. */
  record Why(String sentence, Extent extent) {
    enum Extent {
      CONVERSATION,
      PLATFORM
    }
  }

  static Why off(String platform) {
    return new Why(name(platform) + " is switched off here.", Why.Extent.PLATFORM);
  }

  static Why late(String platform) {
    return new Why(name(platform) + " could not be reached in time.", Why.Extent.PLATFORM);
  }

  static Why of(Kind kind, String platform) {
    String name = name(platform);
    return switch (kind) {
      case RATE_LIMITED, BUSY, UNAVAILABLE -> late(platform);
      case UNAUTHORIZED ->
          new Why(
              name + " refuses Callboard's credentials. Tell whoever runs Callboard.",
              Why.Extent.PLATFORM);
      case UNCERTAIN ->
          here(
              name
                  + " broke off in the middle, so it may have arrived."
                  + " Look before you say it again.");
      case FORBIDDEN -> here(name + " does not let me write there. Is Callboard a member?");
      case NOT_FOUND ->
          here(name + " does not find the conversation, the person or the post any more.");
      case INVALID -> here(name + " does not take this message.");
    };
  }

  /** Of a change to a post of which nobody knows whether it arrived. */
  static Why mayStand(String platform) {
    return here(
        "I never learnt from "
            + name(platform)
            + " whether the post arrived. If it stands there, take it back by hand.");
  }

  /** The same, told of so many more messages than the one it is told with. */
  static String andMore(String sentence, int more) {
    return switch (more) {
      case 0 -> sentence;
      case 1 -> sentence + " So it was with one more message.";
      default -> sentence + " So it was with " + more + " more messages.";
    };
  }

  private static Why here(String sentence) {
    return new Why(sentence, Why.Extent.CONVERSATION);
  }

  private static String name(String platform) {
    return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
  }
}
