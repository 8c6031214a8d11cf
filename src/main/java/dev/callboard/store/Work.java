package dev.callboard.store;

import java.sql.SQLException;

/**
 * Something small to write, within the writer's transaction. It may be run again after a failure.
 */
@FunctionalInterface
interface Work {
  void run(Statements statements) throws SQLException;
}
