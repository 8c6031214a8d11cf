package dev.callboard.outbox;

import dev.callboard.platform.PlatformException.Kind;
import java.util.Locale;

/** Why a message did not arrive, as a producer can use it. */
final class Sentences {

  static final String HELD_BACK = "I held it back: it is not meant for everybody who reads there.";

  private Sentences() {}

  static String off(String platform) {
    return name(platform) + " is switched off here.";
  }

  static String of(Kind kind, String platform) {
    String name = name(platform);
    return switch (kind) {
      case RATE_LIMITED, UNAVAILABLE -> name + " could not be reached in time.";
      case UNCERTAIN ->
          name + " broke off in the middle, so it may have arrived. Look before you say it again.";
      case UNAUTHORIZED -> name + " refuses Callboard's credentials. Tell whoever runs Callboard.";
      case FORBIDDEN -> name + " does not let me write there. Is Callboard a member?";
      case NOT_FOUND -> name + " does not find the conversation, the person or the post any more.";
      case INVALID -> name + " does not take this message.";
    };
  }

  private static String name(String platform) {
    return platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
  }
}
