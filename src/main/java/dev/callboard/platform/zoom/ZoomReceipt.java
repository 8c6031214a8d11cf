package dev.callboard.platform.zoom;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Where a post went: three words, {@code ADDRESS READER MESSAGE}.
 *
 * @param onlyFor the id of the one user who sees it; null when all at the address do
 * @param message empty when Zoom took the post without naming it; it can then not be changed
 */
record ZoomReceipt(String to, @Nullable String onlyFor, String message) {

  private static final String ALL = "*";

  Receipt asReceipt() {
    return new Receipt(to + " " + (onlyFor == null ? ALL : onlyFor) + " " + message);
  }

  /** A post that can be edited or removed. */
  static ZoomReceipt changeable(@Nullable Receipt receipt) throws PlatformException {
    if (receipt == null) {
      throw new PlatformException(
          Kind.NOT_FOUND, "post: no receipt (expected: sent before it is changed)");
    }
    String[] words = receipt.value().split(" ", -1);
    if (words.length != 3 || words[2].isEmpty()) {
      throw new PlatformException(
          Kind.INVALID, "receipt: " + words.length + " words (expected: 3, as Zoom posts leave)");
    }
    return new ZoomReceipt(words[0], words[1].equals(ALL) ? null : words[1], words[2]);
  }
}
