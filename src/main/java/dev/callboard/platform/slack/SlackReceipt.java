package dev.callboard.platform.slack;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is: its channel and its timestamp, which is Slack's name of a message.
 *
 * @param ephemeral whether only one person was shown it; such a message can never be changed
 * @param cards Slack's ids of the meetings whose cards it shows, by the meetings' own
 */
record SlackReceipt(String channel, String ts, boolean ephemeral, Map<String, String> cards) {

  private static final String EPHEMERAL = "ephemeral ";

  SlackReceipt {
    cards = Map.copyOf(cards);
  }

  SlackReceipt(String channel, String ts, boolean ephemeral) {
    this(channel, ts, ephemeral, Map.of());
  }

  SlackReceipt showing(Map<String, String> shown) {
    return new SlackReceipt(channel, ts, ephemeral, shown);
  }

  Collection<String> calls() {
    return cards.values();
  }

  Receipt receipt() {
    List<String> words = new ArrayList<>(List.of(channel, ts));
    new TreeMap<>(cards)
        .forEach((link, call) ->
            words.add(call + "=" + URLEncoder.encode(link, StandardCharsets.UTF_8)));
    return new Receipt((ephemeral ? EPHEMERAL : "") + String.join(" ", words));
  }

  /** A post that can be edited or removed. */
  static SlackReceipt changeable(@Nullable Receipt receipt) throws PlatformException {
    String value = receipt == null ? "" : receipt.value();
    if (value.startsWith(EPHEMERAL)) {
      throw new PlatformException(
          Kind.INVALID, value + " (expected: a message that was not shown to one person alone)");
    }
    List<String> words = List.of(value.split(" "));
    if (words.size() < 2) {
      throw new PlatformException(Kind.INVALID, "receipt: " + value + " (expected: channel ts)");
    }
    return new SlackReceipt(words.get(0), words.get(1), false, cards(words));
  }

  /** The cards that a receipt tells of; none when it is of a post that nobody can change. */
  static Map<String, String> cards(Receipt receipt) {
    List<String> words = List.of(receipt.value().split(" "));
    return words.size() < 2 || receipt.value().startsWith(EPHEMERAL) ? Map.of() : cards(words);
  }

  /** Older receipts name no meeting; its place is taken by the card's own id. */
  private static Map<String, String> cards(List<String> words) {
    Map<String, String> cards = new HashMap<>();
    for (String word : words.subList(2, words.size())) {
      int equals = word.indexOf('=');
      String call = equals < 0 ? word : word.substring(0, equals);
      cards.put(URLDecoder.decode(word.substring(equals + 1), StandardCharsets.UTF_8), call);
    }
    return cards;
  }
}
