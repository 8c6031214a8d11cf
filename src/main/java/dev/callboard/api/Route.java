package dev.callboard.api;

import dev.callboard.plan.Client.May;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that can be asked.
 *
 * @param path under the API's root, such as {@code sessions/{id}/events}; one part at most is named
 * @param may what a token must allow
 */
record Route(String method, String path, May may, Handler handler) {

  /** Keys of plans and names of classes. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

  /** Answers one request. */
  @FunctionalInterface
  interface Handler {
    /**
     * The answer.
     *
     * @throws Problem when it is not done
     */
    WebhookResponse answer(Asked asked);
  }

  /**
   * A request of a program.
   *
   * @param named what the path names; empty when it names nothing
   */
  record Asked(Program program, String named, WebhookRequest request) {}

  /** What a path names, when it is this route's; empty when it is not. */
  Optional<String> named(String asked) {
    List<String> parts = List.of(path.split("/", -1));
    List<String> given = List.of(asked.split("/", -1));
    if (parts.size() != given.size()) {
      return Optional.empty();
    }
    String named = "";
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).startsWith("{")) {
        named = given.get(i);
        if (!NAME.matcher(named).matches()) {
          return Optional.empty();
        }
      } else if (!parts.get(i).equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }
}
