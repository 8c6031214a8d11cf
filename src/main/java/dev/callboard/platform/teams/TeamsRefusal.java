package dev.callboard.platform.teams;

/** A request that is not believed, and how it is answered. */
final class TeamsRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  private TeamsRefusal(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** It does not prove who sent it. */
  static TeamsRefusal unproven(String reason) {
    return new TeamsRefusal(401, reason);
  }

  /** Its sender is known and may not say this here. */
  static TeamsRefusal forbidden(String reason) {
    return new TeamsRefusal(403, reason);
  }

  /**
   * It cannot be checked, because the keys cannot be had. That is trouble on this side, so the
   * sender is asked to come again. Only a token that is right in all it claims gets this far.
   */
  static TeamsRefusal uncheckable(String reason) {
    return new TeamsRefusal(503, reason);
  }

  int status() {
    return status;
  }
}
