package dev.callboard.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.chat.Spelling;
import dev.callboard.platform.WebhookRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A JSON object of texts that a program sent, taken strictly. */
final class Sent {

  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonNode node;

  private Sent(JsonNode node) {
    this.node = node;
  }

  /**
   * Reads it.
   *
   * @param known the names it may have
   * @throws Problem when it is anything else
   */
  static Sent of(WebhookRequest request, List<String> known) {
    if (!type(request).equals("application/json")) {
      throw Problem.of(415, "Send JSON, with the header Content-Type: application/json.");
    }
    JsonNode node = read(request.body());
    if (node == null || !node.isObject()) {
      throw Problem.of(400, "The body is no JSON object (expected: one with " + known + ").");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String hint =
            Spelling.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("expected: " + known);
        throw Problem.of(422, "There is a name in the body that means nothing (" + hint + ").");
      }
    }
    return new Sent(node);
  }

  private static JsonNode read(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return JSON.readTree(text);
    } catch (CharacterCodingException notUtf8) {
      throw Problem.of(400, "The body is not UTF-8 (expected: JSON in UTF-8).");
    } catch (IOException notJson) {
      throw Problem.of(400, "The body is no JSON that can be read (expected: one object).");
    }
  }

  /** The media type of a request, without its parameters, in lower case. */
  static String type(WebhookRequest request) {
    String type = request.header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** A text that must be there. */
  String text(String name, int longest) {
    return find(name, longest)
        .orElseThrow(() -> Problem.of(422, name + ": missing (expected: a text)."));
  }

  Optional<String> find(String name, int longest) {
    JsonNode value = node.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isBlank() || value.textValue().length() > longest) {
      throw Problem.of(
          422, name + ": not understood (expected: a text of up to " + longest + " characters).");
    }
    return Optional.of(value.textValue());
  }

  /**
   * The key by which a request is known again when it is sent twice.
   *
   * @throws Problem when there is none
   */
  static String idempotencyKey(WebhookRequest request) {
    return request
        .header("idempotency-key")
        .filter(key -> IDEMPOTENCY_KEY.matcher(key).matches())
        .orElseThrow(() ->
            Problem.of(
                400,
                "Send the header Idempotency-Key: a new name for each thing to do, up to 128"
                    + " characters without spaces, and the same when it is sent again."));
  }
}
