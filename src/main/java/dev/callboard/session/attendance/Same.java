package dev.callboard.session.attendance;

/** Two traits that a person said are one human being's; which is named first means nothing. */
public record Same(String one, String other) {

  static Same of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Same(one, other) : new Same(other, one);
  }

  boolean names(String trait) {
    return one.equals(trait) || other.equals(trait);
  }
}
