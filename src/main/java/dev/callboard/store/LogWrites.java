package dev.callboard.store;

import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Outcome;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a group of commits within the transaction of the writer. Commits that only add to the log
 * and the outbox go in batches, one a statement; the others one by one, each undone alone when it
 * conflicts.
 */
final class LogWrites {

  private static final String DELIVERY =
      "insert into delivery (key, at) values (?, ?) on conflict do nothing";
  private static final String FORGET_DELIVERY = "delete from delivery where key = ?";
  private static final String OPEN =
      "insert into session (id, newest, is_open, opened_at) values (?, ?, 1, ?)"
          + " on conflict do nothing";
  private static final String EXTEND = "update session set newest = ? where id = ? and newest = ?";
  private static final String CLOSE = "update session set is_open = 0 where id = ?";
  private static final String EVENT =
      "insert into event (session, seq, at, who, body) values (?, ?, ?, ?, ?)";
  private static final String OUTBOX =
      "insert into outbox (session, post, lane, body, due, committed) values (?, ?, ?, ?, ?, ?)";
  private static final String ROOM =
      "insert into room (platform, tenant, place, session, kind) values (?, ?, ?, ?, ?)"
          + " on conflict (platform, tenant, place)"
          + " do update set session = excluded.session, kind = excluded.kind"
          + " where room.session = excluded.session or not exists"
          + " (select 1 from session s where s.id = room.session and s.is_open = 1)";
  private static final String MEMBER =
      "insert into member (session, platform, account, email) values (?, ?, ?, ?)";

  private final Statements statements;

  LogWrites(Statements statements) {
    this.statements = statements;
  }

  /** Writes the group; tells what came of each, in order. */
  Outcome[] write(List<Row> rows) throws SQLException {
    Outcome[] outcomes = new Outcome[rows.size()];
    Arrays.fill(outcomes, Outcome.DONE);
    deliver(rows, outcomes);
    extend(rows, outcomes);
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).plain() && outcomes[i] == Outcome.DONE) {
        outcomes[i] = alone(rows.get(i));
      }
    }
    forget(rows, outcomes);
    append(rows, outcomes);
    return outcomes;
  }

  private void deliver(List<Row> rows, Outcome[] outcomes) throws SQLException {
    List<Integer> batched = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Commit commit = rows.get(i).commit();
      if (commit.deliveryKey() != null) {
        statements.batch(DELIVERY, commit.deliveryKey(), Micros.of(commit.at()));
        batched.add(i);
      }
    }
    mark(DELIVERY, batched, outcomes, Outcome.DUPLICATE);
  }

  private void extend(List<Row> rows, Outcome[] outcomes) throws SQLException {
    List<Integer> batched = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Commit commit = rows.get(i).commit();
      SessionId session = commit.session();
      if (outcomes[i] == Outcome.DONE
          && rows.get(i).plain()
          && session != null
          && !commit.events().isEmpty()) {
        statements.batch(EXTEND, newest(commit), session.value(), commit.expected());
        batched.add(i);
      }
    }
    mark(EXTEND, batched, outcomes, Outcome.CONFLICT);
  }

  private void mark(String sql, List<Integer> batched, Outcome[] outcomes, Outcome missed)
      throws SQLException {
    if (batched.isEmpty()) {
      return;
    }
    int[] changed = statements.run(sql);
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        outcomes[batched.get(i)] = missed;
      }
    }
  }

  /** A commit that opens or closes a class or knows somebody anew. */
  private Outcome alone(Row row) throws SQLException {
    Savepoint before = statements.connection().setSavepoint();
    boolean taken = takeSession(row.commit()) && index(row.commit());
    if (taken) {
      statements.connection().releaseSavepoint(before);
      return Outcome.DONE;
    }
    statements.connection().rollback(before);
    return Outcome.CONFLICT;
  }

  private boolean takeSession(Commit commit) throws SQLException {
    String session = String.valueOf(commit.session());
    int changed =
        commit.expected() == 0
            ? statements.update(OPEN, session, newest(commit), Micros.of(commit.at()))
            : statements.update(EXTEND, newest(commit), session, commit.expected());
    return changed == 1;
  }

  private boolean index(Commit commit) throws SQLException {
    String session = String.valueOf(commit.session());
    for (Recorded recorded : commit.events()) {
      switch (recorded.event()) {
        case Opened opened -> {
          if (!rooms(session, opened.rooms().classRooms(), PlaceKind.CLASS_ROOM)
              || !rooms(session, opened.rooms().backstages(), PlaceKind.BACKSTAGE)) {
            return false;
          }
          members(session, opened.plan().people());
        }
        case Recognised known ->
            statements.update(
                MEMBER, session, known.account().platform(), known.account().id(), null);
        case Ended ended -> statements.update(CLOSE, session);
        default -> {}
      }
    }
    return true;
  }

  private boolean rooms(String session, List<Place> places, PlaceKind kind) throws SQLException {
    for (Place place : places) {
      int changed =
          statements.update(
              ROOM, place.platform(), place.tenant(), place.id(), session, kind.name());
      if (changed == 0) {
        return false;
      }
    }
    return true;
  }

  private void members(String session, List<Member> people) throws SQLException {
    for (Member member : people) {
      if (member.email() != null) {
        statements.update(MEMBER, session, null, null, member.email());
      }
      for (var account : member.accounts().entrySet()) {
        statements.update(MEMBER, session, account.getKey(), account.getValue(), null);
      }
    }
  }

  /** What conflicted will be tried again under the same delivery key. */
  private void forget(List<Row> rows, Outcome[] outcomes) throws SQLException {
    for (int i = 0; i < rows.size(); i++) {
      String key = rows.get(i).commit().deliveryKey();
      if (outcomes[i] == Outcome.CONFLICT && key != null) {
        statements.update(FORGET_DELIVERY, key);
      }
    }
  }

  private void append(List<Row> rows, Outcome[] outcomes) throws SQLException {
    boolean events = false;
    boolean messages = false;
    for (int i = 0; i < rows.size(); i++) {
      if (outcomes[i] == Outcome.DONE) {
        events |= events(rows.get(i));
        messages |= messages(rows.get(i));
      }
    }
    if (events) {
      statements.run(EVENT);
    }
    if (messages) {
      statements.run(OUTBOX);
    }
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
          at,
          at);
    }
    return !out.isEmpty();
  }

  private static long newest(Commit commit) {
    return commit.expected() + commit.events().size();
  }
}
