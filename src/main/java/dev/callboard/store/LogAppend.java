package dev.callboard.store;

import dev.callboard.chat.Outgoing;
import dev.callboard.desk.Outcome;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Adds the events, messages and alarms of commits that nothing stands against. */
final class LogAppend {

  private static final String EVENT =
      "insert into event (session, seq, at, who, via, body) values (?, ?, ?, ?, ?, ?)";
  private static final String OUTBOX =
      "insert into outbox (session, post, lane, body, due, committed) values (?, ?, ?, ?, ?, ?)";

  private final Statements statements;
  private final Dialect dialect;

  LogAppend(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
  }

  /** Appends those rows whose outcome is {@code DONE}. */
  void write(List<Row> rows, Outcome[] outcomes) throws SQLException {
    boolean events = false;
    boolean messages = false;
    AlarmWrites alarms = new AlarmWrites(statements, dialect);
    for (int i = 0; i < rows.size(); i++) {
      if (outcomes[i] == Outcome.DONE) {
        events |= events(rows.get(i));
        messages |= messages(rows.get(i));
        alarms.add(rows.get(i).commit());
      }
    }
    if (events) {
      statements.run(EVENT);
    }
    if (messages) {
      statements.run(OUTBOX);
    }
    alarms.run();
  }

  private boolean events(Row row) throws SQLException {
    List<Recorded> events = row.commit().events();
    String session = String.valueOf(row.commit().session());
    for (int i = 0; i < events.size(); i++) {
      Recorded recorded = events.get(i);
      statements.batch(
          EVENT,
          session,
          recorded.seq(),
          Micros.of(recorded.at()),
          recorded.by(),
          recorded.via(),
          row.events().get(i));
    }
    return !events.isEmpty();
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
          due(out.get(i), at),
          at);
    }
    return !out.isEmpty();
  }

  private static long due(Outgoing change, long at) {
    Instant notBefore = change.terms().notBefore();
    return notBefore == null ? at : Math.max(at, Micros.of(notBefore));
  }
}
