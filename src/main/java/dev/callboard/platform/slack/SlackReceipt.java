package dev.callboard.platform.slack;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is: its channel and its timestamp, which is Slack's name of a message.
 *
 * @param ephemeral whether only one person was shown it; such a message can never be changed
 * @param calls meetings whose cards it shows, by Slack's ids
 */
record SlackReceipt(String channel, String ts, boolean ephemeral, List<String> calls) {

  private static final String EPHEMERAL = "ephemeral ";

  SlackReceipt {
    calls = List.copyOf(calls);
  }

  SlackReceipt(String channel, String ts, boolean ephemeral) {
    this(channel, ts, ephemeral, List.of());
  }

  SlackReceipt showing(Collection<String> cards) {
    return new SlackReceipt(channel, ts, ephemeral, List.copyOf(cards));
  }

  Receipt receipt() {
    List<String> words = new ArrayList<>(List.of(channel, ts));
    words.addAll(calls);
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
    return new SlackReceipt(words.get(0), words.get(1), false, words.subList(2, words.size()));
  }
}
