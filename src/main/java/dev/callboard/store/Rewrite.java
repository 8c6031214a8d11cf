package dev.callboard.store;

import dev.callboard.desk.Commit;
import dev.callboard.session.Erasure;
import dev.callboard.session.SessionId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What was written of a class, written anew without people who are to be erased: its events, what
 * was said of it, and what is kept beside the log under what they were known by. Made ready before
 * the transaction, on the log as the commit expects it.
 *
 * @param client whose class it is; what was remembered for this client goes
 * @param known by what they were known
 */
record Rewrite(
    SessionId session, String client, List<Line> events, List<Line> messages, Set<String> known) {

  private static final String MESSAGES = "select id, lane, body from outbox where session = ?";
  private static final String EVENT = "update event set who = ?, body = ? where id = ?";

  /** What still waits keeps its lane, for somebody may be sending it. */
  private static final String MESSAGE =
      "update outbox set lane = case state when 0 then lane else ? end, body = ? where id = ?";

  private static final String MEMBER =
      "delete from member where session = ? and (email = ? or account = ?)";
  private static final String ALIAS =
      "delete from alias where client = ? and (trait = ? or identity = ?)";

  /**
   * A row.
   *
   * @param number of the row
   * @param who did it, or the lane of a message
   */
  record Line(long number, String who, String body) {}

  /** Reads what there is, and makes it ready. */
  static Rewrite of(Commit commit, Reads reads, Codec codec) {
    Erasure erasure = Objects.requireNonNull(commit.erasure());
    SessionId session = Objects.requireNonNull(commit.session());
    List<Line> events = new ArrayList<>();
    for (Line line : Chain.after(reads, session.value(), 0, Rewrite::line)) {
      String body = codec.without(line.body(), erasure);
      add(events, line, new Line(line.number(), erasure.without(line.who()), body));
    }
    List<Line> messages = new ArrayList<>();
    for (Line line : messages(reads, session)) {
      String body = codec.texts(line.body(), erasure);
      add(messages, line, new Line(line.number(), codec.change(body).to().lane(), body));
    }
    return new Rewrite(session, erasure.client(), events, messages, erasure.known());
  }

  /** What has nothing of them stays as it is. */
  private static void add(List<Line> changed, Line before, Line after) {
    if (!after.equals(before)) {
      changed.add(after);
    }
  }

  private static Line line(Chain.Line event) {
    return new Line(event.id(), event.who(), event.body());
  }

  private static List<Line> messages(Reads reads, SessionId session) {
    return reads.of(
        "rewrite",
        handle ->
            handle
                .createQuery(MESSAGES)
                .bind(0, session.value())
                .map((row, _) -> new Line(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
  }

  void run(Statements statements) throws SQLException {
    for (Line event : events) {
      statements.batch(EVENT, event.who(), event.body(), event.number());
    }
    for (Line line : messages) {
      statements.batch(MESSAGE, line.who(), line.body(), line.number());
    }
    for (String each : known.stream().sorted().toList()) {
      statements.batch(MEMBER, session.value(), each, each);
      statements.batch(ALIAS, client, each, each);
    }
    for (String sql : List.of(EVENT, MESSAGE, MEMBER, ALIAS)) {
      statements.run(sql);
    }
  }
}
