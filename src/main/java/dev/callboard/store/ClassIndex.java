package dev.callboard.store;

import dev.callboard.chat.Person;
import dev.callboard.console.Openings.Newest;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which classes there are, as boards ask. Thread-safe. */
public final class ClassIndex {

  private static final int CLASSES_OF_A_PERSON = 100;
  private static final int CLASSES_OF_A_PLAN = 1_000;

  private final Reads reads;

  ClassIndex(Reads reads) {
    this.reads = reads;
  }

  /**
   * The classes whose plan names a person, by account or by the address their platform vouches for:
   * those open, and those ended since; the newest first.
   */
  public List<SessionId> of(Person person, Instant since) {
    String email = person.email() == null ? "" : person.email().strip().toLowerCase(Locale.ROOT);
    return reads.of(
        "classes of a person",
        handle ->
            handle
                .createQuery(
                    "select distinct s.id, s.opened_at from session s join member m on m.session ="
                        + " s.id where (s.is_open = 1 or"
                        + " coalesce(s.ended_at, s.opened_at) >= ?) and ((m.platform = ?"
                        + " and m.account = ? and (m.tenant is null or m.tenant = ?)) or (m.email ="
                        + " ? and ? <> '')) order by s.opened_at desc, s.id desc limit ?")
                .bind(0, Micros.of(since))
                .bind(1, person.platform())
                .bind(2, person.id())
                .bind(3, person.tenant())
                .bind(4, email)
                .bind(5, email)
                .bind(6, CLASSES_OF_A_PERSON)
                .map((row, _) -> new SessionId(row.getString(1)))
                .list());
  }

  /**
   * The open classes that somebody leads, the newest first.
   *
   * @param email null for somebody whose address is not known, who leads none
   */
  public List<SessionId> ledBy(@Nullable String email) {
    if (email == null || email.isBlank()) {
      return List.of();
    }
    return reads.of(
        "led classes",
        handle ->
            handle
                .createQuery(
                    "select s.id from lead l join session s on s.id = l.session where l.email = ?"
                        + " and s.is_open = 1 order by s.opened_at desc, s.id desc")
                .bind(0, email.strip().toLowerCase(Locale.ROOT))
                .map((row, _) -> new SessionId(row.getString(1)))
                .list());
  }

  /** The open classes, each with the number of its newest event. */
  public Map<SessionId, Long> open() {
    Map<SessionId, Long> found = new HashMap<>();
    reads.of(
        "open classes and how far they are",
        handle -> {
          handle
              .createQuery("select id, newest from session where is_open = 1")
              .map((row, _) -> found.put(new SessionId(row.getString(1)), row.getLong(2)))
              .list();
          return found;
        });
    return found;
  }

  /** All classes that are open, or were opened since, each with its newest event. */
  public Map<SessionId, Newest> newest(Instant since) {
    Map<SessionId, Newest> found = new HashMap<>();
    reads.of(
        "newest classes",
        handle -> {
          handle
              .createQuery(
                  "select id, newest, opened_at, is_open, coalesce(ended_at, opened_at),"
                      + " coalesce(plan, '') from session where is_open = 1 or opened_at >= ?")
              .bind(0, Micros.of(since))
              .map((row, _) ->
                  found.put(
                      new SessionId(row.getString(1)),
                      new Newest(
                          row.getString(6),
                          row.getLong(2),
                          Micros.instant(row.getLong(3)),
                          row.getInt(4) == 1 ? null : Micros.instant(row.getLong(5)))))
              .list();
          return found;
        });
    return found;
  }

  /**
   * The classes of a plan and of its copies, whosever they are, the newest first.
   *
   * @param plan its key
   */
  public List<SessionId> ofCourse(String plan) {
    return reads.of(
        "classes of a plan",
        handle ->
            handle
                .createQuery(
                    "select id from session where course = ?" + " order by opened_at desc limit ?")
                .bind(0, plan)
                .bind(1, CLASSES_OF_A_PLAN)
                .map((row, _) -> new SessionId(row.getString(1)))
                .list());
  }

  /** How many classes are open. */
  public long openCount() {
    return reads.of(
        "open classes",
        handle ->
            handle
                .createQuery("select count(*) from session where is_open = 1")
                .mapTo(Long.class)
                .one());
  }

  /** How many messages wait to be sent, by platform; without those that nothing waits for. */
  public Map<String, Integer> waiting() {
    Map<String, Integer> counts = new HashMap<>();
    reads.of(
        "waiting",
        handle -> {
          handle
              .createQuery("select lane, count(*) from outbox where state = 0 group by lane")
              .map((row, _) -> {
                String platform = row.getString(1).split("/", 2)[0];
                return counts.merge(platform, row.getInt(2), Integer::sum);
              })
              .list();
          return counts;
        });
    return counts;
  }

  /** How many messages each open class could not deliver; without those that lost none. */
  public Map<SessionId, Integer> lost() {
    Map<SessionId, Integer> counts = new HashMap<>();
    reads.of(
        "lost",
        handle -> {
          handle
              .createQuery(
                  "select o.session, count(*) from outbox o join session s on s.id = o.session"
                      + " where o.state = 2 and s.is_open = 1 and o.lane not like 'webhook/%'"
                      + " group by o.session")
              .map((row, _) -> counts.put(new SessionId(row.getString(1)), row.getInt(2)))
              .list();
          return counts;
        });
    return counts;
  }
}
