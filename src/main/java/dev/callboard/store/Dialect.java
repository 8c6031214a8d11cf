package dev.callboard.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What differs between the databases.
 *
 * @param migrations where its scripts are
 * @param properties what the driver is told for every connection
 * @param shared whether other servers may write to the same database
 * @param ids asks for so many ids for events, which nobody else takes
 * @param alarms how the table of the alarms is written and read
 */
record Dialect(
    String migrations,
    Map<String, String> properties,
    boolean shared,
    String ids,
    JdbcCustomization alarms) {

  private static final String SQLITE_URL = "jdbc:sqlite:";

  /** One file, one server. */
  static final Dialect SQLITE =
      new Dialect(
          "classpath:db/sqlite",
          Map.of(
              "journal_mode", "WAL",
              "synchronous", "FULL",
              // 64 MiB: Checkpoints keeps the file shorter than that, beside the writer.
              "wal_autocheckpoint", "16384",
              "busy_timeout", "10000",
              "foreign_keys", "true",
              "secure_delete", "true", // whoever is erased must not be read from the file
              "jdbc.get_generated_keys", "false", // it would search each statement for an insert
              "cache_size", "-16000"),
          false,
          "with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)"
              + " select i + (select coalesce(max(id), 0) from event) from n",
          new MillisOfAlarms());

  /** Several servers may share it. */
  static final Dialect POSTGRESQL =
      new Dialect(
          "classpath:db/postgresql",
          // An error's text must not carry what people said into the server's log.
          Map.of("logServerErrorDetail", "false"),
          true,
          "select nextval('event_id') from generate_series(1, ?)",
          new PostgreSqlJdbcCustomization(false, false));

  Dialect {
    properties = Map.copyOf(properties);
  }

  /**
   * The dialect of an address.
   *
   * @throws IllegalArgumentException when it is neither a file of SQLite's nor PostgreSQL's
   */
  static Dialect of(String jdbcUrl) {
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    if (jdbcUrl.matches("jdbc:sqlite:(?!file:|:|\\?).+")) {
      return SQLITE;
    }
    throw new IllegalArgumentException(
        "database.url: "
            + jdbcUrl
            + " (expected: jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME)");
  }

  /** An instant as the table of the alarms holds it. */
  Object timestamp(Instant instant) {
    Instant whole = MillisOfAlarms.ceiling(instant);
    return shared ? whole.atOffset(ZoneOffset.UTC) : (Object) whole.toEpochMilli();
  }

  /**
   * Properties of connections for what may be done again, such as picking an alarm that rings: it
   * outlives the process, and need not outlive the power.
   */
  Map<String, String> loose() {
    Map<String, String> all = new HashMap<>(properties);
    all.replace("synchronous", "NORMAL");
    return all;
  }

  /** The file that an address of SQLite names. */
  static String file(String jdbcUrl) {
    return jdbcUrl.substring(SQLITE_URL.length()).split("\\?", 2)[0];
  }
}
