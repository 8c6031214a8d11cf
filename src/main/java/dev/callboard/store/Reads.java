package dev.callboard.store;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Asks the database on a connection of the pool. Thread-safe. */
final class Reads {

  private final Jdbi jdbi;

  Reads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Runs one query.
   *
   * @param operation such as {@code waiting}, named when it fails
   * @throws StoreException when the database does not answer
   */
  <T> T of(String operation, HandleCallback<T, RuntimeException> query) {
    try {
      return jdbi.withHandle(query);
    } catch (JdbiException exception) {
      throw StoreException.of(operation, exception);
    }
  }
}
