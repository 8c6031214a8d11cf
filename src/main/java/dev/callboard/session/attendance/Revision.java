package dev.callboard.session.attendance;

/**
 * How final what is known of attendance is.
 *
 * @param number counted from 1; a later fact opens the next one
 */
public record Revision(int number, State state) {

  static final Revision FIRST = new Revision(1, State.LIVE);

  /** How far it is. */
  public enum State {
    /** The class is not over. */
    LIVE,
    /** It is over; facts may still come. */
    PROVISIONAL,
    /** The platform's own account was compared, and agrees or was accepted. */
    RECONCILED,
    /** A person signed it off. */
    FINAL;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Revision to(State next) {
    return new Revision(number, next);
  }

  /** After another fact: what was settled is open again, as a revision of its own. */
  Revision reopened() {
    return switch (state) {
      case LIVE, PROVISIONAL -> this;
      case RECONCILED, FINAL -> new Revision(number + 1, State.PROVISIONAL);
    };
  }
}
