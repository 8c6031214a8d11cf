package dev.callboard.platform.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.callboard.chat.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Leaves out of a message what Slack would refuse the whole of it for. Buttons are kept before
 * words: the words can be read elsewhere, and the reader needs something to press. Pure.
 */
final class Fit {

  /** Such as {@code \u2028}. */
  private static final int LONGEST_ESCAPE = 6;

  private static final int RESERVED_FOR_BUTTONS = BlockKit.PAYLOAD / 2;
  private static final JsonObject REST =
      BlockKit.context(Mrkdwn.text(Line.of("… the rest is too long for Slack."), BlockKit.TEXT));

  private int blocks = BlockKit.BLOCKS - 1;
  private int characters = BlockKit.PAYLOAD - length(REST) - 2;

  private Fit() {}

  static List<JsonObject> into(List<JsonObject> all) {
    if (all.size() <= BlockKit.BLOCKS && atMost(all) <= BlockKit.PAYLOAD) {
      return all;
    }
    int total = all.stream().mapToInt(Fit::length).sum() + 2;
    return all.size() <= BlockKit.BLOCKS && total <= BlockKit.PAYLOAD ? all : new Fit().cut(all);
  }

  /** An upper bound of the length, for most messages are short and writing them twice is dear. */
  private static int atMost(Iterable<? extends JsonElement> elements) {
    int sum = 2;
    for (JsonElement element : elements) {
      sum += 1 + atMost(element);
    }
    return sum;
  }

  private static int atMost(JsonElement element) {
    return switch (element) {
      case JsonObject object -> fields(object);
      case JsonArray array -> atMost((Iterable<JsonElement>) array);
      case JsonPrimitive value -> 2 + LONGEST_ESCAPE * value.getAsString().length();
      default -> "null".length();
    };
  }

  private static int fields(JsonObject object) {
    int sum = 2;
    for (Map.Entry<String, JsonElement> field : object.entrySet()) {
      sum += field.getKey().length() + 4 + atMost(field.getValue());
    }
    return sum;
  }

  private List<JsonObject> cut(List<JsonObject> all) {
    boolean[] kept = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      boolean buttons = all.get(i).get("type").getAsString().equals("actions");
      kept[i] = buttons && characters > RESERVED_FOR_BUTTONS && take(all.get(i));
    }
    int last = 0;
    for (int i = 0; i < all.size(); i++) {
      if (!kept[i] && !take(all.get(i))) {
        break;
      }
      kept[i] = true;
      last = i + 1;
    }
    List<JsonObject> fitting = new ArrayList<>(all.subList(0, last));
    fitting.add(REST.deepCopy());
    for (int i = last; i < all.size(); i++) {
      if (kept[i]) {
        fitting.add(all.get(i));
      }
    }
    return fitting;
  }

  private boolean take(JsonObject block) {
    int length = length(block);
    if (blocks == 0 || length > characters) {
      return false;
    }
    blocks--;
    characters -= length;
    return true;
  }

  private static int length(JsonObject block) {
    return block.toString().length() + 1;
  }
}
