package dev.callboard.platform.slack;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Where a post is: its channel and its timestamp, which is Slack's name of a message.
 *
 * @param ephemeral whether only one person was shown it; such a message can never be changed
 */
record SlackReceipt(String channel, String ts, boolean ephemeral) {

  private static final String EPHEMERAL = "ephemeral ";

  Receipt receipt() {
    return new Receipt((ephemeral ? EPHEMERAL : "") + channel + " " + ts);
  }

  /** A post that can be edited or removed. */
  static SlackReceipt changeable(@Nullable Receipt receipt) throws PlatformException {
    String value = receipt == null ? "" : receipt.value();
    if (value.startsWith(EPHEMERAL)) {
      throw new PlatformException(
          Kind.INVALID, value + " (expected: a message that was not shown to one person alone)");
    }
    int space = value.indexOf(' ');
    if (space < 0) {
      throw new PlatformException(Kind.INVALID, "receipt: " + value + " (expected: channel ts)");
    }
    return new SlackReceipt(value.substring(0, space), value.substring(space + 1), false);
  }
}
