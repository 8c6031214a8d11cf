package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what Zoom writes, whose ids are numbers in one event and texts in the next. Pure. */
final class ZoomJson {

  /** Longer than any id or name of Zoom's. */
  private static final int LONGEST = 500;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** Control characters and halves of characters, which no database keeps. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n]]");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ZoomJson() {}

  /** The body of a request. */
  static JsonNode request(byte[] body) throws ZoomRefusal {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      JsonNode root = MAPPER.readTree(text);
      if (root != null && root.isObject()) {
        return root;
      }
    } catch (CharacterCodingException notUtf8) {
      throw ZoomRefusal.malformed("not UTF-8");
    } catch (IOException notJson) {
      throw ZoomRefusal.malformed("no JSON");
    }
    throw ZoomRefusal.malformed("no JSON object");
  }

  /** The body of an answer, whatever it is. */
  static JsonNode answer(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      return root == null ? MissingNode.getInstance() : root;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** A text or number as one line; empty when it is anything else or not there. */
  static String text(JsonNode node, String field) {
    String text = lines(node, field).replace('\n', ' ').strip();
    if (text.length() <= LONGEST) {
      return text;
    }
    return UNFIT.matcher(text.substring(0, LONGEST)).replaceAll(""); // no half character
  }

  /** The first of these texts that is not blank; else empty. */
  static String firstText(JsonNode node, String... fields) {
    for (String field : fields) {
      String text = text(node, field);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** A text of any length with its line breaks; empty when it is anything else or not there. */
  static String lines(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? fit(value.asText()).strip() : "";
  }

  /** Nearly all texts are fit; to go through each with a pattern took a tenth of a fact's time. */
  private static String fit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return UNFIT.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
      }
    }
    return text;
  }

  /** A time as text; empty when it is none, or so far away that it means nothing. */
  static Optional<Instant> time(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : plausible(Instant.parse(text));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** A time in milliseconds, as number or text. */
  static Optional<Instant> millis(String text) {
    return text.matches("\\d{1,15}")
        ? plausible(Instant.ofEpochMilli(Long.parseLong(text)))
        : Optional.empty();
  }

  private static Optional<Instant> plausible(Instant time) {
    return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
  }
}
