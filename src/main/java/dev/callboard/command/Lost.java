package dev.callboard.command;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * A message that was given up.
 *
 * @param sentence why, for the producer
 */
public record Lost(Outgoing change, Instant at, String sentence) {

  private static final int SHOWN = 120;

  /** Knows what was lost. */
  @FunctionalInterface
  public interface Mail {
    /** What a class has lost, the newest first. */
    List<Lost> of(SessionId session, int most);
  }

  /**
   * What it was. Private words stay private: of a message for one person only its being is told.
   */
  public static String what(Outgoing change) {
    return switch (change) {
      case Outgoing.Post post -> "Post: " + shortened(post.message());
      case Outgoing.Edit edit -> "Change: " + shortened(edit.message());
      case Outgoing.Remove _ -> "A post that was to be taken back may still be there.";
    };
  }

  private static String shortened(Message message) {
    if (message.audience() instanceof Audience.One one) {
      return "a private message to " + one.who();
    }
    String text = message.content().plainText().replace('\n', ' ');
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}
