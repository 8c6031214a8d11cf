package dev.callboard.testing;

import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Alarm;
import dev.callboard.desk.Claim;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Death;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.platform.Receipt;
import dev.callboard.session.Erasure;
import dev.callboard.session.Event.Convened;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Identity;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A log and an outbox that live as long as the test. Thread-safe by one lock. */
public final class MemoryLedger implements Ledger, Shelf {

  private final Map<SessionId, List<Recorded>> logs = new LinkedHashMap<>();
  private final Set<String> deliveries = new HashSet<>();
  private final Map<Place, SessionId> rooms = new HashMap<>();
  private final Map<SessionId, Instant> alarms = new HashMap<>();
  private final TreeMap<Long, Entry> waiting = new TreeMap<>();
  private final Map<String, Receipt> receipts = new HashMap<>();
  private final List<DeadLetter> dead = new ArrayList<>();
  private final Map<Long, String> dropped = new TreeMap<>();
  private final Map<Long, Entry> all = new TreeMap<>();
  private final Map<String, Profile> profiles = new HashMap<>();
  private final Map<String, Map<String, String>> aliases = new HashMap<>();
  private final Map<String, Unclaimed> unclaimed = new LinkedHashMap<>();
  private int handedOut;

  @Override
  public synchronized Outcome commit(Commit commit) {
    if (commit.deliveryKey() != null && deliveries.contains(commit.deliveryKey())) {
      return Outcome.DUPLICATE;
    }
    SessionId id = commit.session();
    boolean overtaken = id != null && (newest(id) != commit.expected() || takesRoom(commit));
    if (overtaken || (commit.claim() != null && !take(commit, commit.claim()))) {
      return Outcome.CONFLICT;
    }
    if (commit.deliveryKey() != null) {
      deliveries.add(commit.deliveryKey());
    }
    Erasure erasure = commit.erasure();
    if (id != null && erasure != null) {
      Objects.requireNonNull(logs.get(id)).replaceAll(one -> without(one, erasure));
    }
    if (id != null) {
      logs.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(commit.events());
      commit.events().forEach(event -> bind(id, event));
      set(id, commit.alarm());
    }
    commit.out().forEach(change -> shelve(id, change, commit.at()));
    return Outcome.DONE;
  }

  @Override
  public synchronized List<SessionId> classesOf(String client, Member member) {
    return List.copyOf(logs.keySet()).reversed().stream()
        .filter(id -> {
          Plan plan = Session.fold(id, read(id, 0)).orElseThrow().plan();
          String email = member.email();
          return plan.clientKey().equals(client)
              && email != null
              && read(id, 0).toString().contains("email=" + email);
        })
        .toList();
  }

  @Override
  public List<SessionId> classesThatShow(String client, Member member) {
    return classesOf(client, member);
  }

  /** Free texts stay as they are; only the store's JSON can be searched for these. */
  private static Recorded without(Recorded one, Erasure erasure) {
    return new Recorded(one.seq(), one.at(), one.by(), erasure.without(one.event()));
  }

  /** Sets the alarm of a class, as a commit or the end of a ring does. */
  public synchronized void set(SessionId id, Alarm alarm) {
    switch (alarm) {
      case Alarm.Keep _ -> {}
      case Alarm.At at -> alarms.put(id, at.due());
      case Alarm.Off _ -> alarms.remove(id);
    }
  }

  /** When the clock of each class rings next. */
  public synchronized Map<SessionId, Instant> alarms() {
    return Map.copyOf(alarms);
  }

  private void bind(SessionId id, Recorded recorded) {
    if (recorded.event() instanceof Opened opened) {
      places(opened).forEach(place -> rooms.put(place, id));
    }
    if (recorded.event() instanceof Profiled profiled && profiled.identity() != null) {
      profiles.put(profiled.identity(), profiled.profile());
    }
    if (recorded.event() instanceof Convened convened) {
      Place meeting = convened.meeting();
      String held = "#" + convened.occurrence();
      rooms.putIfAbsent(new Place(meeting.platform(), meeting.tenant(), held), id);
    }
    if (recorded.event() instanceof Forgotten forgotten) {
      aliases
          .getOrDefault(forgotten.client(), new HashMap<>())
          .keySet()
          .removeAll(forgotten.traits());
    }
    if (recorded.event() instanceof Matched matched && matched.identity() != null) {
      matched.traits().stream()
          .filter(Trait::lasting)
          .forEach(trait ->
              aliases
                  .computeIfAbsent(matched.client(), _ -> new HashMap<>())
                  .put(trait, matched.identity()));
    }
  }

  private boolean takesRoom(Commit commit) {
    return commit.events().stream()
        .map(Recorded::event)
        .filter(Opened.class::isInstance)
        .map(Opened.class::cast)
        .flatMap(MemoryLedger::places)
        .anyMatch(place -> at(place).filter(this::open).isPresent());
  }

  private boolean take(Commit commit, Claim claim) {
    List<Place> places =
        commit.events().stream()
            .map(Recorded::event)
            .filter(Opened.class::isInstance)
            .flatMap(event -> places((Opened) event))
            .toList();
    Set<String> there =
        unclaimed(places, claim.since()).stream().map(Unclaimed::key).collect(Collectors.toSet());
    if (!there.equals(claim.keys())) {
      return false;
    }
    unclaimed.keySet().removeAll(there);
    return true;
  }

  @Override
  public synchronized Outcome keep(Unclaimed fact) {
    Place meeting = fact.sighting().meeting();
    String held = "#" + fact.sighting().occurrence();
    boolean open =
        Stream.of(meeting, new Place(meeting.platform(), meeting.tenant(), held))
            .flatMap(place -> at(place).stream())
            .anyMatch(this::open);
    if (open) {
      return Outcome.CONFLICT;
    }
    return unclaimed.putIfAbsent(fact.key(), fact) == null ? Outcome.DONE : Outcome.DUPLICATE;
  }

  @Override
  public synchronized List<Unclaimed> unclaimed(Collection<Place> meetings, Instant since) {
    return unclaimed.values().stream()
        .filter(fact -> meetings.contains(fact.sighting().meeting()))
        .filter(fact -> !fact.sighting().at().isBefore(since))
        .toList();
  }

  @Override
  public synchronized void sweep(Instant before) {
    unclaimed.values().removeIf(fact -> fact.kept().isBefore(before));
  }

  private static Stream<Place> places(Opened opened) {
    return Stream.of(
            opened.rooms().classRooms(), opened.rooms().backstages(), opened.rooms().meetings())
        .flatMap(List::stream);
  }

  private boolean open(SessionId id) {
    return Session.fold(id, read(id, 0)).filter(session -> !session.run().ended()).isPresent();
  }

  private void shelve(@Nullable SessionId session, Outgoing change, Instant at) {
    long id = all.size() + 1L;
    Entry entry = new Entry(id, session, change, 0, at, at);
    all.put(id, entry);
    waiting.put(id, entry);
  }

  @Override
  public synchronized List<Recorded> read(SessionId session, long seq) {
    return logs.getOrDefault(session, List.of()).stream()
        .filter(recorded -> recorded.seq() > seq)
        .toList();
  }

  @Override
  public synchronized long newest(SessionId session) {
    List<Recorded> log = logs.getOrDefault(session, List.of());
    return log.isEmpty() ? 0 : log.getLast().seq();
  }

  @Override
  public synchronized Optional<SessionId> at(Place place) {
    return Optional.ofNullable(rooms.get(place));
  }

  @Override
  public synchronized List<SessionId> openFor(Person person) {
    return List.copyOf(logs.keySet()).reversed().stream()
        .filter(this::open)
        .filter(id -> names(id, person))
        .toList();
  }

  private boolean names(SessionId id, Person person) {
    Session session = Session.fold(id, read(id, 0)).orElseThrow();
    return Identity.member(session.plan(), person).isPresent();
  }

  @Override
  public synchronized Optional<Profile> profile(String identity) {
    return Optional.ofNullable(profiles.get(identity));
  }

  @Override
  public synchronized Map<String, String> aliases(String client) {
    return Map.copyOf(aliases.getOrDefault(client, Map.of()));
  }

  @Override
  public boolean shared() {
    return true;
  }

  @Override
  public synchronized boolean seen(String deliveryKey) {
    return deliveries.contains(deliveryKey);
  }

  @Override
  public synchronized Set<String> waiting(Instant by) {
    return waiting.values().stream()
        .filter(entry -> !entry.due().isAfter(by))
        .map(entry -> entry.change().to().lane())
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized List<Entry> claim(
      String lane, String server, Instant now, Instant until, int limit) {
    return since(lane, 0, limit);
  }

  @Override
  public synchronized List<Entry> since(String lane, long id, int limit) {
    List<Entry> entries = in(lane).filter(entry -> entry.id() > id).limit(limit).toList();
    handedOut += entries.size();
    return entries;
  }

  private Stream<Entry> in(String lane) {
    return waiting.values().stream().filter(entry -> entry.change().to().lane().equals(lane));
  }

  /** How many entries lanes were given to read, each as often as it was given. */
  public synchronized int handedOut() {
    return handedOut;
  }

  @Override
  public void renew(String server, Instant until) {}

  @Override
  public void release(String lane, String server) {}

  @Override
  public synchronized void sent(long id, @Nullable Receipt receipt, Instant at) {
    Entry entry = waiting.remove(id);
    if (entry != null && receipt != null) {
      receipts.put(
          entry.session() + " " + entry.change().to().lane() + " " + entry.change().key(), receipt);
    }
  }

  @Override
  public synchronized void later(long id, Instant due, String reason) {
    waiting.computeIfPresent(
        id,
        (key, entry) ->
            new Entry(
                id, entry.session(), entry.change(), entry.attempts() + 1, due, entry.committed()));
  }

  @Override
  public synchronized void dead(long id, Death death) {
    Entry entry = waiting.remove(id);
    if (entry != null) {
      dead.addFirst(new DeadLetter(entry, death));
    }
  }

  @Override
  public synchronized void dropped(List<Long> ids, String reason, Instant at) {
    for (long id : ids) {
      waiting.remove(id);
      dropped.put(id, reason);
    }
  }

  @Override
  public synchronized List<DeadLetter> dead(SessionId session, int limit) {
    return dead.stream()
        .filter(one -> session.equals(one.entry().session()) && !one.entry().isForProgram())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Receipt> receipt(
      @Nullable SessionId session, String lane, String key) {
    return Optional.ofNullable(receipts.get(session + " " + lane + " " + key));
  }

  @Override
  public synchronized List<Receipt> receipts(SessionId session, String platform) {
    Map<String, Receipt> own = new HashMap<>(receipts);
    own.keySet().removeIf(key -> !key.startsWith(session + " " + platform + "/"));
    return List.copyOf(own.values());
  }

  @Override
  public synchronized PlaceKind kindOf(@Nullable SessionId session, Place place) {
    return at(place)
        .flatMap(id -> Session.fold(id, read(id, 0)))
        .map(owner ->
            owner.id().equals(session)
                    || session == null
                    || owner.rooms().kindOf(place) != PlaceKind.CLASS_ROOM
                ? owner.rooms().kindOf(place)
                : PlaceKind.UNKNOWN)
        .orElse(PlaceKind.UNKNOWN);
  }

  @Override
  public synchronized int depth() {
    return waiting.size();
  }

  /** Everything ever put in the outbox, in order. */
  public synchronized List<Entry> shelved() {
    return List.copyOf(all.values());
  }

  /** How often entries that still wait were tried, taken together. */
  public synchronized int attempts() {
    return waiting.values().stream().mapToInt(Entry::attempts).sum();
  }

  /** Entries that were never sent and nobody missed, with the reason. */
  public synchronized Map<Long, String> dropped() {
    return Map.copyOf(dropped);
  }
}
