package dev.callboard.store;

import dev.callboard.chat.Outgoing;
import dev.callboard.desk.Outcome;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Adds the events, messages and alarms of commits that nothing stands against. */
final class LogAppend {

  /** Nothing of this class was written in this transaction before. */
  private static final long AS_KEPT = 0;

  private static final String EVENT =
      "insert into event (id, session, seq, at, who, via, body, previous) values (?, ?, ?, ?, ?, ?,"
          + " ?, coalesce(nullif(?, 0), (select tip from session where id = ?)))";
  private static final String TIP = "update session set tip = ? where id = ?";
  private static final String OUTBOX =
      "insert into outbox (session, post, lane, body, due, committed) values (?, ?, ?, ?, ?, ?)";

  private final Statements statements;
  private final Dialect dialect;

  /** The newest row of each class that was written to. */
  private final Map<String, Long> tips = new TreeMap<>();

  LogAppend(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
  }

  /** Appends those rows whose outcome is {@code DONE}. */
  void write(List<Row> rows, Outcome[] outcomes) throws SQLException {
    boolean messages = false;
    AlarmWrites alarms = new AlarmWrites(statements, dialect);
    PrimitiveIterator.OfLong ids = ids(rows, outcomes);
    for (int i = 0; i < rows.size(); i++) {
      if (outcomes[i] == Outcome.DONE) {
        events(rows.get(i), ids);
        messages |= messages(rows.get(i));
        alarms.add(rows.get(i).commit());
      }
    }
    if (!tips.isEmpty()) {
      statements.run(EVENT);
      for (Map.Entry<String, Long> tip : tips.entrySet()) {
        statements.batch(TIP, tip.getValue(), tip.getKey());
      }
      statements.run(TIP);
    }
    if (messages) {
      statements.run(OUTBOX);
    }
    alarms.run();
  }

  /** One for each event that will be written. */
  private PrimitiveIterator.OfLong ids(List<Row> rows, Outcome[] outcomes) throws SQLException {
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      count += outcomes[i] == Outcome.DONE ? rows.get(i).commit().events().size() : 0;
    }
    LongStream.Builder ids = LongStream.builder();
    if (count > 0) {
      PreparedStatement query = statements.of(dialect.ids());
      query.setInt(1, count);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids.build().iterator();
  }

  private void events(Row row, PrimitiveIterator.OfLong ids) throws SQLException {
    List<Recorded> events = row.commit().events();
    String session = String.valueOf(row.commit().session());
    for (int i = 0; i < events.size(); i++) {
      Recorded recorded = events.get(i);
      long id = ids.nextLong();
      Long previous = tips.put(session, id);
      statements.batch(
          EVENT,
          id,
          session,
          recorded.seq(),
          Micros.of(recorded.at()),
          recorded.by(),
          recorded.via(),
          row.events().get(i),
          previous == null ? AS_KEPT : previous,
          session);
    }
  }

  private boolean messages(Row row) throws SQLException {
    List<Outgoing> out = row.commit().out();
    SessionId session = row.commit().session();
    long at = Micros.of(row.commit().at());
    for (int i = 0; i < out.size(); i++) {
      statements.batch(
          OUTBOX,
          session == null ? null : session.value(),
          out.get(i).key(),
          out.get(i).to().lane(),
          row.out().get(i),
          at,
          at);
    }
    return !out.isEmpty();
  }
}
