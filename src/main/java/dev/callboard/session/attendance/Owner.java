package dev.callboard.session.attendance;

import dev.callboard.plan.Member;
import java.util.List;

/** Whose a party is, as far as is known. */
public sealed interface Owner {

  /** Somebody the plan names. */
  record Known(Member member, How how) implements Owner {}

  /**
   * Nobody knows yet.
   *
   * @param proposals people of the roster with such a name, for a person to confirm
   */
  record Unknown(List<Member> proposals) implements Owner {
    public Unknown {
      proposals = List.copyOf(proposals);
    }
  }

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
