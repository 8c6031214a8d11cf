package dev.callboard.command;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Brief;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.plan.Member;
import dev.callboard.session.Session;
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
   * What it was. Private words stay private: of a message for one person only its being is told,
   * unless it is a prompt, which the team can pass on.
   */
  public static String what(Session session, Outgoing change) {
    if (change instanceof Outgoing.Post post
        && change.importance() == Importance.PROMPT
        && post.message().audience() instanceof Audience.One one) {
      return "For " + name(session, one) + ", whom I could not reach: " + words(post.message());
    }
    String where = where(session, change.to());
    return switch (change) {
      case Outgoing.Post post -> "Post" + where + ": " + shortened(session, post.message());
      case Outgoing.Edit edit -> "Change" + where + ": " + shortened(session, edit.message());
      case Outgoing.Remove _ -> "A post" + where + " that was taken back may still be there.";
    };
  }

  private static String where(Session session, Destination to) {
    if (!(to instanceof Destination.Room room)) {
      return "";
    }
    return switch (session.rooms().kindOf(room.place())) {
      case CLASS_ROOM -> " in the class room";
      case BACKSTAGE -> " backstage";
      case MEETING, DIRECT, UNKNOWN -> "";
    };
  }

  private static String shortened(Session session, Message message) {
    if (message.audience() instanceof Audience.One one) {
      return "a private message to " + name(session, one);
    }
    return Brief.of(words(message), SHOWN);
  }

  private static String name(Session session, Audience.One one) {
    return session.plan().person(one.who()).map(Member::name).orElse(one.who());
  }

  private static String words(Message message) {
    return message.content().plainText().replace('\n', ' ');
  }
}
