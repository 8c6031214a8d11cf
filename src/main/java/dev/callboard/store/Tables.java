package dev.callboard.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables: made or renewed by Flyway, unless they are as this version knows them. Most starts
 * find them so, and Flyway alone takes a third of a start.
 */
final class Tables {

  /** Version of the newest script in {@code db/}. */
  static final String NEWEST = "16";

  private static final String HISTORY =
      "select version from flyway_schema_history where success order by installed_rank desc limit"
          + " 1";

  private Tables() {}

  static void renew(DataSource source, Dialect dialect) {
    if (!current(source)) {
      Flyway.configure()
          .dataSource(source)
          .locations(dialect.migrations())
          .failOnMissingLocations(true)
          .load()
          .migrate();
    }
  }

  /** Whether they are of the newest version; Flyway says what is wrong with any other. */
  static boolean current(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HISTORY)) {
      return row.next() && NEWEST.equals(row.getString(1));
    } catch (SQLException noTables) {
      return false;
    }
  }
}
