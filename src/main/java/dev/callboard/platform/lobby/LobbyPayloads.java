package dev.callboard.platform.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.platform.PageBlocks;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the page sends. */
final class LobbyPayloads {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Of a plan or a person; what it is not may not reach a log. */
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_.-]{1,100}");

  private static final Pattern NUMBER = Pattern.compile("\\d{0,18}");

  /** Control characters mean nothing in a line, but for line feed and tab. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private static final Pattern COMMAND_MARK =
      Pattern.compile("^\\s*(/class\\s+|/|@callboard\\b[,:]?\\s*)", Pattern.CASE_INSENSITIVE);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private LobbyPayloads() {}

  /** What a page sent; empty when it is nothing that a page of ours sends. */
  static Optional<Sent> read(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    } catch (IOException notUtf8) {
      return Optional.empty();
    }
    Sent sent =
        new Sent(
            text(root, "id"),
            text(root, "plan"),
            text(root, "person"),
            text(root, "place"),
            text(root, "kind"),
            clean(text(root, "line")),
            clean(text(root, "answer")),
            text(root, "post"));
    return sent.sound() ? Optional.of(sent) : Optional.empty();
  }

  private static String text(JsonNode root, String field) {
    JsonNode node = root.path(field);
    return node.isTextual() ? node.textValue() : "";
  }

  private static String clean(String text) {
    return CONTROL.matcher(text).replaceAll("").strip();
  }

  /**
   * What a page sent.
   *
   * @param id the page's own key of this delivery
   * @param kind {@code say}, {@code command}, {@code press} or {@code form}; of the meeting {@code
   *     join}, {@code leave} or {@code simulate}
   * @param line what was said, typed or pressed; what to simulate; empty to join and to leave
   * @param answer what stood in the form; empty for everything else
   * @param post number of the post that the pressed button stands on; empty when it stands on none
   */
  record Sent(
      String id,
      String plan,
      String person,
      String place,
      String kind,
      String line,
      String answer,
      String post) {

    private boolean sound() {
      boolean known =
          switch (kind) {
            case "say", "command", "press", "form", "simulate" -> !line.isEmpty();
            case "join", "leave" -> line.isEmpty();
            default -> false;
          };
      return known
          && ID.matcher(id).matches()
          && KEY.matcher(plan).matches()
          && KEY.matcher(person).matches()
          && line.length() <= PageBlocks.LONGEST_LINE
          && answer.length() <= PageBlocks.LONGEST_LINE
          && NUMBER.matcher(post).matches();
    }

    /** Whether it is about the meeting, where nothing is said. */
    boolean meets() {
      return switch (kind) {
        case "join", "leave", "simulate" -> true;
        default -> false;
      };
    }

    /** The words of the command, without what marks it as one. */
    String words() {
      return switch (kind) {
        case "command" -> COMMAND_MARK.matcher(line).replaceFirst("").strip();
        case "form" -> (line + " " + answer).strip();
        default -> line;
      };
    }
  }
}
