package dev.callboard.store;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connection of one thread, taken when it is needed and given up when it failed. */
final class HeldStatements {

  private final DataSource source;
  private @Nullable Statements statements;

  HeldStatements(DataSource source) {
    this.source = source;
  }

  boolean isThere() {
    return statements != null;
  }

  /**
   * The connection.
   *
   * @throws StoreException of kind {@code UNREACHABLE} when there is none
   */
  Statements get() {
    Statements known = statements;
    if (known == null) {
      known = Statements.on(source);
      statements = known;
    }
    return known;
  }

  /** Undoes what is open; the next transaction takes a fresh connection. */
  void giveUp() {
    Statements known = statements;
    statements = null;
    if (known != null) {
      known.close();
    }
  }
}
