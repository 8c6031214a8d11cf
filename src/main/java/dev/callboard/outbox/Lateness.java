package dev.callboard.outbox;

import dev.callboard.chat.Block;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Countdown;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a message that leaves after its time by how much. Only who sends it knows: a server may
 * have died since it was decided, or a platform have been away.
 */
public final class Lateness {

  private static final Duration WORTH_A_WORD = Duration.ofSeconds(3);

  private Lateness() {}

  /** The change as it is to be read when it leaves now. */
  public static Outgoing told(Outgoing change, Instant now) {
    Instant meant = change.terms().meant();
    if (meant == null || !(change instanceof Outgoing.Post post)) {
      return change;
    }
    Duration late = Duration.between(meant, now);
    if (late.compareTo(WORTH_A_WORD) < 0) {
      return change;
    }
    Message message = post.message();
    Content content = with(message.content(), " (" + Countdown.of(late) + " late)");
    return new Outgoing.Post(
        post.key(), post.to(), new Message(message.audience(), content), post.terms());
  }

  /** At the end of the last paragraph, which is the prompt itself. */
  private static Content with(Content content, String remark) {
    List<Block> blocks = new ArrayList<>(content.blocks());
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i) instanceof Text text) {
        blocks.set(i, new Text(text.line().plain(remark)));
        return new Content(blocks);
      }
    }
    return content;
  }
}
