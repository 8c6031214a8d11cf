package dev.callboard.store;

import java.util.Map;

/**
 * What differs between the databases.
 *
 * @param migrations where its scripts are
 * @param properties what the driver is told for every connection
 * @param shared whether other servers may write to the same database
 */
record Dialect(String migrations, Map<String, String> properties, boolean shared) {

  /** One file, one server. */
  static final Dialect SQLITE =
      new Dialect(
          "classpath:db/sqlite",
          Map.of(
              "journal_mode", "WAL",
              "synchronous", "FULL",
              "busy_timeout", "10000",
              // Ids are written by one decision; checking them again costs a look-up each.
              "foreign_keys", "false",
              "cache_size", "-16000"),
          false);

  /** Several servers may share it. */
  static final Dialect POSTGRESQL = new Dialect("classpath:db/postgresql", Map.of(), true);

  Dialect {
    properties = Map.copyOf(properties);
  }

  /**
   * The dialect of an address.
   *
   * @throws IllegalArgumentException when it is neither SQLite's nor PostgreSQL's
   */
  static Dialect of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "database.url: "
            + jdbcUrl
            + " (expected: jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME)");
  }
}
