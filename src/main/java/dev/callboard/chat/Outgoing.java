package dev.callboard.chat;

import java.util.Objects;

/**
 * One change to what people see. It leaves through the outbox, in the order of its lane.
 *
 * <p>A removal takes back a post that has not left yet, so that it is never shown. Of several edits
 * of one post that have not left, only the newest does.
 */
public sealed interface Outgoing {

  /** The name of the post within its class; an edit or a removal names the post it changes. */
  String key();

  Destination to();

  Terms terms();

  /**
   * What its terms say; else a message for one person comes before posts, and these before cards.
   */
  default Importance importance() {
    Importance said = terms().importance();
    if (said != null) {
      return said;
    }
    if (to() instanceof Destination.Direct) {
      return Importance.REPLY;
    }
    boolean card =
        this instanceof Edit edit && !(edit.message().audience() instanceof Audience.Learners);
    return card ? Importance.CARD : Importance.POST;
  }

  record Post(String key, Destination to, Message message, Terms terms) implements Outgoing {
    public Post {
      terms = orNone(terms);
    }

    public Post(String key, Destination to, Message message) {
      this(key, to, message, Terms.NONE);
    }
  }

  record Edit(String key, Destination to, Message message, Terms terms) implements Outgoing {
    public Edit {
      terms = orNone(terms);
    }

    public Edit(String key, Destination to, Message message) {
      this(key, to, message, Terms.NONE);
    }
  }

  record Remove(String key, Destination to, Terms terms) implements Outgoing {
    public Remove {
      terms = orNone(terms);
    }

    public Remove(String key, Destination to) {
      this(key, to, Terms.NONE);
    }
  }

  /** What was kept before there were terms has none. */
  private static Terms orNone(Terms terms) {
    return Objects.requireNonNullElse(terms, Terms.NONE);
  }
}
