package dev.callboard.api;

import dev.callboard.chat.Spelling;
import dev.callboard.platform.WebhookRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the question mark; a name that means nothing is a mistake, said at once. */
final class Query {

  private final Map<String, String> values = new HashMap<>();

  private Query() {}

  /**
   * Reads it.
   *
   * @param known the names that mean something
   * @throws Problem when there is another, or one twice, or one that cannot be read
   */
  static Query of(WebhookRequest request, List<String> known) {
    Query query = new Query();
    for (String pair : request.query().split("&", -1)) {
      if (!pair.isEmpty()) {
        query.add(pair, known);
      }
    }
    return query;
  }

  private void add(String pair, List<String> known) {
    int equals = pair.indexOf('=');
    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
    if (!known.contains(name)) {
      String hint =
          Spelling.nearest(name, known)
              .map(near -> "did you mean " + near + "?")
              .orElse("expected: one of " + known);
      throw Problem.of(400, "There is a parameter that means nothing here (" + hint + ").");
    }
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    if (values.put(name, value) != null) {
      throw Problem.of(400, name + ": given twice (expected: once).");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      throw Problem.of(400, "The query is badly escaped (expected: such as after=AbC).");
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Boolean> yesOrNo(String name) {
    return text(name)
        .map(value ->
            switch (value) {
              case "true" -> true;
              case "false" -> false;
              default ->
                  throw Problem.of(400, name + ": not understood (expected: true or false).");
            });
  }

  long number(String name, long usual, long most) {
    return text(name)
        .map(value -> {
          long number = value.matches("[0-9]{1,15}") ? Long.parseLong(value) : -1;
          if (number < 0 || number > most) {
            throw Problem.of(
                400, name + ": not understood (expected: a whole number from 0 to " + most + ").");
          }
          return number;
        })
        .orElse(usual);
  }
}
