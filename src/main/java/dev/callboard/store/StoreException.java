package dev.callboard.store;

/** The database did not do what it was asked; nothing was written. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names what was tried.
   *
   * @param operation such as {@code commit}
   */
  public StoreException(String operation, Throwable cause) {
    super(operation + ": " + cause.getMessage(), cause);
  }
}
