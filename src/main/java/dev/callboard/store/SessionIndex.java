package dev.callboard.store;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Claim;
import dev.callboard.plan.Member;
import dev.callboard.session.Event.Convened;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Recorded;
import dev.callboard.session.attendance.Trait;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * Which rooms and people belong to which class, and how people want to be prompted: written with
 * the events that say so.
 */
final class SessionIndex {

  private static final String CLOSE = "update session set is_open = 0, ended_at = ? where id = ?";
  private static final String ROOM =
      "insert into room (platform, tenant, place, session, kind) values (?, ?, ?, ?, ?)"
          + " on conflict (platform, tenant, place)"
          + " do update set session = excluded.session, kind = excluded.kind"
          + " where room.session = excluded.session or not exists"
          + " (select 1 from session s where s.id = room.session and s.is_open = 1)";
  private static final String MEMBER =
      "insert into member (session, platform, tenant, account, email) values (?, ?, ?, ?, ?)";

  private static final String LEAD = "insert into lead (email, session) values (?, ?)";

  private static final String ALIAS =
      "insert into alias (client, trait, identity) values (?, ?, ?)"
          + " on conflict (client, trait) do update set identity = excluded.identity";
  private static final String FORGET = "delete from alias where client = ? and trait = ?";

  /** What was told of one time that a meeting is held stays with the class that was told first. */
  private static final String HELD =
      "insert into room (platform, tenant, place, session, kind) values (?, ?, ?, ?, ?)"
          + " on conflict (platform, tenant, place) do nothing";

  private static final String PROFILE =
      "insert into profile (identity, body) values (?, ?)"
          + " on conflict (identity) do update set body = excluded.body";

  /**
   * Without it, a class that another server is just opening would not be seen, and its rooms taken.
   */
  private static final String LOCK = "lock table room in share row exclusive mode";

  private final Statements statements;
  private final EarlyFacts early;
  private final boolean shared;

  SessionIndex(Statements statements, Dialect dialect) {
    this.statements = statements;
    early = new EarlyFacts(statements, dialect);
    shared = dialect.shared();
  }

  /** To be called first in a transaction that opens a class. */
  void lockRooms() throws SQLException {
    if (shared) {
      statements.update(LOCK);
    }
  }

  /**
   * Indexes a commit; false, and nothing written, when a room belongs to another open class, or the
   * class would not take just what is kept for it.
   */
  boolean write(Row row) throws SQLException {
    Savepoint before = statements.connection().setSavepoint();
    String session = String.valueOf(row.commit().session());
    List<Recorded> events = row.commit().events();
    for (int i = 0; i < events.size(); i++) {
      Recorded recorded = events.get(i);
      if (recorded.event() instanceof Opened opened && !opens(row, opened)) {
        statements.connection().rollback(before);
        return false;
      }
      if (recorded.event() instanceof Profiled profiled && profiled.identity() != null) {
        statements.update(PROFILE, profiled.identity(), row.events().get(i));
      }
      if (recorded.event() instanceof Matched matched && matched.identity() != null) {
        remember(matched, matched.identity());
      }
      if (recorded.event() instanceof Forgotten forgotten) {
        forget(forgotten);
      }
      people(session, recorded);
    }
    statements.connection().releaseSavepoint(before);
    return true;
  }

  private void remember(Matched matched, String identity) throws SQLException {
    for (String trait : matched.traits()) {
      if (Trait.lasting(trait)) {
        statements.update(ALIAS, matched.client(), trait, identity);
      }
    }
  }

  private void forget(Forgotten forgotten) throws SQLException {
    for (String trait : forgotten.traits()) {
      statements.update(FORGET, forgotten.client(), trait);
    }
  }

  private boolean opens(Row row, Opened opened) throws SQLException {
    Claim claim = row.commit().claim();
    return rooms(String.valueOf(row.commit().session()), opened)
        && (claim == null || early.take(claim, opened));
  }

  private boolean rooms(String session, Opened opened) throws SQLException {
    return rooms(session, opened.rooms().classRooms(), PlaceKind.CLASS_ROOM)
        && rooms(session, opened.rooms().backstages(), PlaceKind.BACKSTAGE)
        && rooms(session, opened.rooms().meetings(), PlaceKind.MEETING);
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

  private void people(String session, Recorded recorded) throws SQLException {
    switch (recorded.event()) {
      case Opened opened -> {
        members(session, opened.plan().people());
        for (String email : opened.plan().leads()) {
          statements.update(LEAD, email, session);
        }
      }
      case Recognised known -> {
        Person account = known.account();
        statements.update(
            MEMBER, session, account.platform(), account.tenant(), account.id(), null);
      }
      case Convened convened ->
          statements.update(
              HELD,
              convened.meeting().platform(),
              convened.meeting().tenant(),
              "#" + convened.occurrence(),
              session,
              PlaceKind.MEETING.name());
      case Ended _ -> statements.update(CLOSE, Micros.of(recorded.at()), session);
      default -> {}
    }
  }

  /** A plan names accounts without their tenant. */
  private void members(String session, List<Member> people) throws SQLException {
    for (Member member : people) {
      if (member.email() != null) {
        statements.update(MEMBER, session, null, null, null, member.email());
      }
      for (var account : member.accounts().entrySet()) {
        statements.update(MEMBER, session, account.getKey(), null, account.getValue(), null);
      }
    }
  }
}
