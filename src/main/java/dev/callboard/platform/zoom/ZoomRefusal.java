package dev.callboard.platform.zoom;

/** A request that is not taken, and how it is answered. */
final class ZoomRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  private ZoomRefusal(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** It does not prove that it is Zoom's, or of now. */
  static ZoomRefusal unproven(String reason) {
    return new ZoomRefusal(401, reason);
  }

  /** Zoom would not send it. */
  static ZoomRefusal malformed(String reason) {
    return new ZoomRefusal(400, reason);
  }

  int status() {
    return status;
  }
}
