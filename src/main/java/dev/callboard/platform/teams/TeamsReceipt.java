package dev.callboard.platform.teams;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.teams.TeamsClient.Eyes;

/**
 * Where a post went: three words, {@code all|one CONVERSATION ACTIVITY}.
 *
 * @param activity empty when Teams took the post without naming it; it can then not be changed
 */
record TeamsReceipt(Eyes eyes, String conversation, String activity) {

  Receipt asReceipt() {
    return new Receipt((eyes == Eyes.ONE ? "one " : "all ") + conversation + " " + activity);
  }

  static TeamsReceipt of(Receipt receipt) throws PlatformException {
    String[] words = receipt.value().split(" ", -1);
    if (words.length != 3) {
      throw new PlatformException(
          Kind.INVALID, "receipt: " + words.length + " words (expected: 3, as Teams posts leave)");
    }
    if (words[2].isEmpty()) {
      throw new PlatformException(
          Kind.INVALID, "post: without id (expected: one, for Teams named none when it was sent)");
    }
    return new TeamsReceipt(words[0].equals("one") ? Eyes.ONE : Eyes.ALL, words[1], words[2]);
  }
}
