package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import org.jspecify.annotations.Nullable;

/** Whose a party is, as far as is known. */
public sealed interface Owner {

  /** Whether two owners are surely not the same human being; a guest is nobody of the plan. */
  default boolean isNot(Owner other) {
    if (this instanceof Known one && other instanceof Known another) {
      return !one.member().key().equals(another.member().key());
    }
    return (this instanceof Known && other instanceof Guest)
        || (this instanceof Guest && other instanceof Known);
  }

  /** Somebody the plan names. */
  record Known(Member member, How how) implements Owner {}

  /**
   * Nobody knows yet.
   *
   * @param namesake whose such a name was confirmed to be, though others may go by it; null when
   *     nobody's
   * @param written whose address they wrote, which nobody checked; null when nobody's
   */
  record Unknown(@Nullable Member namesake, @Nullable Member written) implements Owner {}

  /** A person confirmed that it is nobody of the roster. */
  record Guest() implements Owner {}

  /** A program that listens in. */
  record Bot() implements Owner {}

  /** How it is known, the surest first. */
  enum How {
    CONFIRMED("confirmed by hand"),
    ACCOUNT("by account"),
    REGISTRANT("by registration"),
    MAIL("by address"),
    /** Whoever registers may write any address; so only in logs that did not tell these apart. */
    WRITTEN_MAIL("by the address given when registering"),
    ALIAS("remembered from an earlier class"),
    UNSURE("not known");

    private final String words;

    How(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
