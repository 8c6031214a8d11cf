package dev.callboard.store;

import dev.callboard.desk.Commit;
import dev.callboard.desk.Outcome;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event.Opened;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Writes a group of commits within the transaction of the writer, a batch a statement.
 *
 * <p>Rows are locked in one order on every server — the rooms, the delivery keys, the sessions,
 * each sorted — so that two servers on one database never wait for each other in a circle. A commit
 * holds the row of its session before its messages get their ids, so within a class ids grow in the
 * order of commits, whichever servers made them.
 */
final class LogWrites {

  private static final String DELIVERY =
      "insert into delivery (key, at, asks, session) values (?, ?, ?, ?) on conflict do nothing";
  private static final String FORGET_DELIVERY = "delete from delivery where key = ?";
  private static final String OPEN =
      "insert into session (id, newest, is_open, opened_at, client, plan, course)"
          + " values (?, ?, 1, ?, ?, ?, ?) on conflict do nothing";
  private static final String EXTEND = "update session set newest = ? where id = ? and newest = ?";
  private static final String UNDO_OPEN = "delete from session where id = ? and newest = ?";

  private final Statements statements;
  private final Dialect dialect;
  private final SessionIndex index;

  LogWrites(Statements statements, Dialect dialect) {
    this.statements = statements;
    this.dialect = dialect;
    index = new SessionIndex(statements, dialect);
  }

  /** Writes the group; tells what came of each, in order. */
  Outcome[] write(List<Row> rows) throws SQLException {
    Outcome[] outcomes = new Outcome[rows.size()];
    Arrays.fill(outcomes, Outcome.DONE);
    if (rows.stream().anyMatch(Row::takesRooms)) {
      index.lockRooms();
    }
    deliver(rows, outcomes);
    take(rows, outcomes);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).indexed() && outcomes[i] == Outcome.DONE && !index.write(rows.get(i))) {
        undo(rows.get(i));
        outcomes[i] = Outcome.CONFLICT;
      }
    }
    forget(rows, outcomes);
    for (int i = 0; i < rows.size(); i++) {
      Rewrite rewrite = rows.get(i).rewrite();
      if (rewrite != null && outcomes[i] == Outcome.DONE) {
        rewrite.run(statements);
      }
    }
    new LogAppend(statements, dialect).write(rows, outcomes);
    return outcomes;
  }

  private void deliver(List<Row> rows, Outcome[] outcomes) throws SQLException {
    int[] some =
        sorted(
            rows,
            i -> rows.get(i).commit().deliveryKey() != null,
            commit -> String.valueOf(commit.deliveryKey()));
    for (int i : some) {
      Commit commit = rows.get(i).commit();
      String session = commit.asks() == null ? null : session(commit);
      statements.batch(
          DELIVERY, commit.deliveryKey(), Micros.of(commit.at()), commit.asks(), session);
    }
    mark(DELIVERY, some, outcomes, Outcome.DUPLICATE);
  }

  /** Moves each session on, if it still is where the commit expects it. */
  private void take(List<Row> rows, Outcome[] outcomes) throws SQLException {
    IntPredicate writes =
        i -> outcomes[i] == Outcome.DONE && !rows.get(i).commit().events().isEmpty();
    int[] opening = sorted(rows, i -> writes.test(i) && rows.get(i).opens(), LogWrites::session);
    for (int i : opening) {
      Commit commit = rows.get(i).commit();
      Plan plan =
          commit.events().getFirst().event() instanceof Opened opened ? opened.plan() : null;
      statements.batch(
          OPEN,
          session(commit),
          newest(commit),
          Micros.of(commit.at()),
          plan == null ? null : plan.clientKey(),
          plan == null ? null : plan.key(),
          plan == null ? null : plan.courseKey());
    }
    mark(OPEN, opening, outcomes, Outcome.CONFLICT);
    int[] extending = sorted(rows, i -> writes.test(i) && !rows.get(i).opens(), LogWrites::session);
    for (int i : extending) {
      Commit commit = rows.get(i).commit();
      statements.batch(EXTEND, newest(commit), session(commit), commit.expected());
    }
    mark(EXTEND, extending, outcomes, Outcome.CONFLICT);
  }

  /** A place in the group, and the name of what is locked for it. */
  private record Locked(String name, int place) {}

  private static int[] sorted(List<Row> rows, IntPredicate which, Function<Commit, String> by) {
    List<Locked> some = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      if (which.test(i)) {
        some.add(new Locked(by.apply(rows.get(i).commit()), i));
      }
    }
    some.sort(Comparator.comparing(Locked::name));
    return some.stream().mapToInt(Locked::place).toArray();
  }

  private void mark(String sql, int[] batched, Outcome[] outcomes, Outcome missed)
      throws SQLException {
    if (batched.length == 0) {
      return;
    }
    int[] changed = statements.run(sql);
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] < 0) {
        throw new SQLException("rows changed: " + changed[i] + " (expected: 0 or 1)");
      }
      if (changed[i] == 0) {
        outcomes[batched[i]] = missed;
      }
    }
  }

  /** The class could not have its rooms. */
  private void undo(Row row) throws SQLException {
    Commit commit = row.commit();
    int changed =
        row.opens()
            ? statements.update(UNDO_OPEN, session(commit), newest(commit))
            : statements.update(EXTEND, commit.expected(), session(commit), newest(commit));
    if (changed != 1) {
      throw new SQLException("session " + commit.session() + " (expected: moved on just now)");
    }
  }

  /**
   * What conflicted will be tried again under the same delivery key; and what came twice in this
   * group is no duplicate of something that was not written.
   */
  private void forget(List<Row> rows, Outcome[] outcomes) throws SQLException {
    Set<String> forgotten = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String key = rows.get(i).commit().deliveryKey();
      if (outcomes[i] == Outcome.CONFLICT && key != null) {
        statements.update(FORGET_DELIVERY, key);
        forgotten.add(key);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (outcomes[i] == Outcome.DUPLICATE
          && forgotten.contains(rows.get(i).commit().deliveryKey())) {
        outcomes[i] = Outcome.CONFLICT;
      }
    }
  }

  private static String session(Commit commit) {
    return String.valueOf(commit.session());
  }

  private static long newest(Commit commit) {
    return commit.expected() + commit.events().size();
  }
}
