package dev.callboard.store;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.store.EarlyFacts.Keep;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** The log in tables. */
final class StoreLedger implements Ledger {

  private static final int CLASSES_OF_A_PERSON = 50;

  private final Reads reads;
  private final Writer writer;
  private final Codec codec;
  private final boolean shared;
  private final Runnable erased;

  /**
   * @param erased to be run when somebody was taken out of what was written before
   */
  StoreLedger(Reads reads, Writer writer, Codec codec, boolean shared, Runnable erased) {
    this.reads = reads;
    this.writer = writer;
    this.codec = codec;
    this.shared = shared;
    this.erased = erased;
  }

  @Override
  public Outcome commit(Commit commit) {
    Row row = Row.of(commit, codec);
    if (commit.erasure() == null) {
      return writer.commit(row);
    }
    try {
      return writer.commit(row.with(Rewrite.of(commit, reads, codec)));
    } finally {
      erased.run();
    }
  }

  @Override
  public List<Recorded> read(SessionId session, long seq) {
    return Chain.after(reads, session.value(), seq, codec::recorded);
  }

  @Override
  public long newest(SessionId session) {
    return reads.of(
        "newest",
        handle ->
            handle
                .createQuery("select newest from session where id = ?")
                .bind(0, session.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  @Override
  public Optional<SessionId> at(Place place) {
    return reads.of(
        "at",
        handle ->
            handle
                .createQuery(
                    "select session from room where platform = ? and tenant = ? and place = ?")
                .bind(0, place.platform())
                .bind(1, place.tenant())
                .bind(2, place.id())
                .mapTo(String.class)
                .findOne()
                .map(SessionId::new));
  }

  @Override
  public List<SessionId> openFor(Person person) {
    String email = person.email() == null ? "" : person.email().strip().toLowerCase(Locale.ROOT);
    return reads.of(
        "openFor",
        handle ->
            handle
                .createQuery(
                    "select distinct s.id, s.opened_at from session s join member m on m.session ="
                        + " s.id where s.is_open = 1 and ((m.platform = ? and m.account = ? and"
                        + " (m.tenant is null or m.tenant = ?)) or (m.email = ? and ? <> '')) order"
                        + " by s.opened_at desc, s.id desc limit ?")
                .bind(0, person.platform())
                .bind(1, person.id())
                .bind(2, person.tenant())
                .bind(3, email)
                .bind(4, email)
                .bind(5, CLASSES_OF_A_PERSON)
                .map((row, _) -> new SessionId(row.getString(1)))
                .list());
  }

  @Override
  public List<SessionId> classesOf(String client, Member member) {
    Set<String> found = new LinkedHashSet<>();
    if (member.email() != null) {
      found.addAll(classes(client, "m.email = ? and m.email <> ?", member.email(), ""));
    }
    member
        .accounts()
        .forEach((platform, id) -> {
          if (!platform.equals("lobby")) { // where everybody who is called alike has the same
            found.addAll(classes(client, "m.platform = ? and m.account = ?", platform, id));
          }
        });
    return found.stream().map(SessionId::new).toList();
  }

  @Override
  public List<SessionId> classesThatShow(String client, Member member) {
    Set<String> found = new LinkedHashSet<>();
    if (member.email() != null) {
      found.addAll(shown(client, "email", member.email()));
      found.addAll(shown(client, "written", member.email()));
    }
    member
        .accounts()
        .forEach((platform, id) -> {
          if (!platform.equals("lobby")) {
            found.addAll(shown(client, "account", id));
          }
        });
    return found.stream().map(SessionId::new).toList();
  }

  private List<String> classes(String client, String whose, String one, String other) {
    return reads.of(
        "classesOf",
        handle ->
            handle
                .createQuery(
                    "select distinct s.id, s.opened_at from session s"
                        + " join member m on m.session = s.id where s.client = ? and "
                        + whose
                        + " order by s.opened_at desc, s.id desc")
                .bind(0, client)
                .bind(1, one)
                .bind(2, other)
                .map((row, _) -> row.getString(1))
                .list());
  }

  /** Reads every event of the client's, which is long but seldom: no index keeps guests. */
  private List<String> shown(String client, String field, String value) {
    String quoted = value.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return reads.of(
        "classesThatShow",
        handle ->
            handle
                .createQuery(
                    "select s.id from session s where s.client = ? and s.id in (select e.session"
                        + " from event e where lower(e.body) like ? escape '!') order by"
                        + " s.opened_at desc, s.id desc")
                .bind(0, client)
                .bind(1, "%\"" + field + "\":\"" + quoted + "\"%")
                .map((row, _) -> row.getString(1))
                .list());
  }

  @Override
  public Optional<Profile> profile(String identity) {
    return reads
        .of(
            "profile",
            handle ->
                handle
                    .createQuery("select body from profile where identity = ?")
                    .bind(0, identity)
                    .mapTo(String.class)
                    .findOne())
        .map(codec::event)
        .map(event -> ((Profiled) event).profile());
  }

  @Override
  public Map<String, String> aliases(String client) {
    return reads
        .of(
            "aliases",
            handle ->
                handle
                    .createQuery("select trait, identity from alias where client = ?")
                    .bind(0, client)
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public boolean shared() {
    return shared;
  }

  @Override
  public boolean seen(String deliveryKey) {
    return reads.of(
        "seen",
        handle ->
            handle
                .createQuery("select 1 from delivery where key = ?")
                .bind(0, deliveryKey)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  @Override
  public Outcome keep(Unclaimed fact) {
    return writer.keep(new Keep(fact, codec.write(new Event.Witnessed(fact.sighting()))));
  }

  @Override
  public List<Unclaimed> unclaimed(Collection<Place> meetings, Instant since) {
    Set<Kept> all =
        new TreeSet<>(
            Comparator.comparingLong(Kept::at)
                .thenComparingLong(Kept::number)
                .thenComparing(Kept::key));
    for (Place meeting : meetings) {
      all.addAll(kept(meeting, Micros.of(since)));
    }
    return all.stream().map(this::unclaimed).toList();
  }

  /** A row of the table. */
  private record Kept(String key, long at, long number, String body) {}

  private List<Kept> kept(Place meeting, long since) {
    return reads.of(
        "unclaimed",
        handle -> {
          Query query = handle.createQuery(EarlyFacts.OF_A_MEETING);
          Object[] values = EarlyFacts.ofAMeeting(meeting, since);
          for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
          }
          return query
              .map((row, _) ->
                  new Kept(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
              .list();
        });
  }

  private Unclaimed unclaimed(Kept kept) {
    Event.Witnessed told = (Event.Witnessed) codec.event(kept.body());
    return new Unclaimed(kept.key(), told.sighting(), Micros.instant(kept.at()));
  }

  @Override
  public void sweep(Instant before) {
    writer.write(
        "sweep", "unclaimed", statements -> statements.update(EarlyFacts.SWEEP, Micros.of(before)));
  }
}
