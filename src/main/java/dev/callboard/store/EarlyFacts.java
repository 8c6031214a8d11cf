package dev.callboard.store;

import dev.callboard.chat.Place;
import dev.callboard.desk.Claim;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.session.Event.Opened;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was told of meetings before a class was open there. A fact is kept, or a class opened, one
 * after the other on all servers: so whoever opens sees every fact that was kept, and whoever keeps
 * sees that a class is open.
 */
final class EarlyFacts {

  /** Of one meeting not more is kept: ten times what a full class tells. */
  static final int MOST = 10_000;

  private static final String OF_ITS_MEETING =
      " from unclaimed u where u.platform = told.platform and u.tenant = told.tenant"
          + " and u.place = told.place)";

  private static final String KEEP =
      "with told (key, platform, tenant, place, occurrence, at, kept, body)"
          + " as (values (?, ?, ?, ?, ?, ?, ?, ?))"
          + " insert into unclaimed"
          + " (key, platform, tenant, place, occurrence, number, at, kept, body)"
          + " select told.key, told.platform, told.tenant, told.place, told.occurrence,"
          + " coalesce((select max(u.number)"
          + OF_ITS_MEETING
          + ", 0) + 1, told.at, told.kept, told.body from told where not exists"
          + " (select 1 from room r join session s on s.id = r.session where s.is_open = 1"
          + " and r.platform = told.platform and r.tenant = told.tenant"
          + " and r.place in (told.place, '#' || told.occurrence))"
          + " and coalesce((select max(u.number)"
          + OF_ITS_MEETING
          + " - (select min(u.number)"
          + OF_ITS_MEETING
          + " + 1, 0) < "
          + MOST
          + " on conflict (key) do nothing";

  private static final String OPEN =
      "select 1 from room r join session s on s.id = r.session where s.is_open = 1"
          + " and r.platform = ? and r.tenant = ? and r.place in (?, '#' || ?)";

  /** Of a platform, a tenant, a place and a time; what names only the holding is the meeting's. */
  static final String OF_A_MEETING =
      "select u.key, u.kept, u.number, u.body from unclaimed u where u.platform = ? and u.tenant ="
          + " ? and u.place = ? and u.at >= ? union select u.key, u.kept, u.number, u.body from"
          + " unclaimed u where u.platform = ? and u.tenant = ? and u.place = '' and u.at >= ? and"
          + " u.occurrence in (select n.occurrence from unclaimed n where n.platform = ? and"
          + " n.tenant = ? and n.place = ? and n.at >= ? and n.occurrence <> '')";

  private static final String TAKE = "delete from unclaimed where key = ?";
  static final String SWEEP = "delete from unclaimed where kept < ?";

  /** Waits for a class that another server is just opening; keepers do not wait for each other. */
  private static final String LOCK = "lock table room in row exclusive mode";

  private final Statements statements;
  private final boolean shared;

  EarlyFacts(Statements statements, Dialect dialect) {
    this.statements = statements;
    shared = dialect.shared();
  }

  /**
   * A fact made ready for the writer.
   *
   * @param body JSON of the event that it may become
   */
  record Keep(Unclaimed fact, String body) {}

  /** To be called first in a transaction that keeps facts and opens no class. */
  void lock() throws SQLException {
    if (shared) {
      statements.update(LOCK);
    }
  }

  /**
   * Keeps the facts of these jobs, sorted by their keys as all that is locked; tells what came of
   * each.
   */
  List<Outcome> keep(List<Keep> keeps) throws SQLException {
    List<Integer> order = new ArrayList<>(keeps.size());
    for (int i = 0; i < keeps.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> keeps.get(i).fact().key()));
    for (int i : order) {
      batch(keeps.get(i));
    }
    int[] changed = statements.run(KEEP);
    Outcome[] outcomes = new Outcome[keeps.size()];
    for (int i = 0; i < changed.length; i++) {
      int place = order.get(i);
      outcomes[place] = changed[i] == 1 ? Outcome.DONE : unkept(keeps.get(place).fact());
    }
    return List.of(outcomes);
  }

  private void batch(Keep keep) throws SQLException {
    Unclaimed fact = keep.fact();
    Place meeting = fact.sighting().meeting();
    statements.batch(
        KEEP,
        fact.key(),
        meeting.platform(),
        meeting.tenant(),
        meeting.id(),
        fact.sighting().occurrence(),
        Micros.of(fact.sighting().at()),
        Micros.of(fact.kept()),
        keep.body());
  }

  private Outcome unkept(Unclaimed fact) throws SQLException {
    Place meeting = fact.sighting().meeting();
    PreparedStatement open = statements.of(OPEN);
    open.setString(1, meeting.platform());
    open.setString(2, meeting.tenant());
    open.setString(3, meeting.id());
    open.setString(4, fact.sighting().occurrence());
    try (ResultSet rows = open.executeQuery()) {
      return rows.next() ? Outcome.CONFLICT : Outcome.DUPLICATE;
    }
  }

  /** Takes what a class claims; false when something else is there than it knew. */
  boolean take(Claim claim, Opened opened) throws SQLException {
    Set<String> there = new HashSet<>();
    for (Place place : places(opened)) {
      there(place, Micros.of(claim.since()), there);
    }
    if (!there.equals(claim.keys())) {
      return false;
    }
    for (String key : there) {
      statements.update(TAKE, key);
    }
    return true;
  }

  private static List<Place> places(Opened opened) {
    return Stream.of(
            opened.rooms().classRooms(), opened.rooms().backstages(), opened.rooms().meetings())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private void there(Place place, long since, Set<String> keys) throws SQLException {
    PreparedStatement query = statements.of(OF_A_MEETING);
    Object[] values = ofAMeeting(place, since);
    for (int i = 0; i < values.length; i++) {
      query.setObject(i + 1, values[i]);
    }
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
  }

  /** What {@link #OF_A_MEETING} is asked with. */
  static Object[] ofAMeeting(Place place, long since) {
    return new Object[] {
      place.platform(),
      place.tenant(),
      place.id(),
      since,
      place.platform(),
      place.tenant(),
      since,
      place.platform(),
      place.tenant(),
      place.id(),
      since
    };
  }
}
