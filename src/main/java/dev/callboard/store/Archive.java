package dev.callboard.store;

import com.zaxxer.hikari.util.DriverDataSource;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The log, to look things up in: a server may be running meanwhile, and nothing is ever written,
 * not even tables. Thread-safe.
 */
public final class Archive {

  /** SQLite's flag for a file that is only read. */
  private static final String READ_ONLY = "1";

  private final Reads reads;
  private final Codec codec = new Codec();

  private Archive(Reads reads) {
    this.reads = reads;
  }

  /**
   * Opens a database that a server of this version has made.
   *
   * @throws StoreException when there is none, or it is of another version
   */
  public static Archive open(String jdbcUrl) {
    String operation = "open " + jdbcUrl.replaceAll("password=[^&]*", "password=***");
    try {
      Dialect dialect = Dialect.of(jdbcUrl);
      if (!dialect.shared() && !Files.exists(Path.of(Dialect.file(jdbcUrl)))) {
        throw new IOException("no such file (expected: a database that a server has made)");
      }
      Properties properties = new Properties();
      properties.putAll(readOnly(dialect));
      DataSource source = new DriverDataSource(jdbcUrl, null, properties, null, null);
      if (!Tables.current(source)) {
        throw new IOException(
            "tables of another version (expected: those of this Callboard, which a start of its"
                + " server makes)");
      }
      return new Archive(new Reads(Jdbi.create(source)));
    } catch (IOException | RuntimeException exception) {
      throw StoreException.of(operation, exception);
    }
  }

  private static Map<String, String> readOnly(Dialect dialect) {
    return dialect.shared()
        ? with(dialect.properties(), "readOnly", "true")
        : Map.of("open_mode", READ_ONLY, "busy_timeout", "10000");
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  /** A class as its events have made it; empty when there is none of this name. */
  public Optional<Session> session(SessionId id) {
    return Session.fold(id, log(id));
  }

  /** Names of the classes of a plan, the newest first. */
  public List<SessionId> ofPlan(String plan) {
    return ids("select id from session where plan = ? order by opened_at desc", plan);
  }

  /** Names of the classes of a plan and of its copies, the newest first. */
  public List<SessionId> ofCourse(String plan) {
    return ids("select id from session where course = ? order by opened_at desc", plan);
  }

  /** Names of the classes that were opened last, the newest first. */
  public List<SessionId> newest(int most) {
    return ids("select id from session order by opened_at desc, id desc limit ?", most);
  }

  private List<SessionId> ids(String query, Object parameter) {
    return reads.of(
        "classes",
        handle ->
            handle
                .createQuery(query)
                .bind(0, parameter)
                .map((row, _) -> new SessionId(row.getString(1)))
                .list());
  }

  private List<Recorded> log(SessionId session) {
    return Chain.after(reads, session.value(), 0, codec::recorded);
  }
}
