package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Lost;
import dev.callboard.console.Openings.Newest;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Classes without a database: one person leads all of them, all others are in them. */
final class ClassesInMemory implements Classrooms {

  private final Map<SessionId, List<Recorded>> logs = new LinkedHashMap<>();
  private final Person lead;
  private final Instant opened;
  Map<SessionId, Integer> undelivered = Map.of();
  Duration slow = Duration.ZERO;
  Set<SessionId> broken = Set.of();
  int reads;

  /**
   * None yet.
   *
   * @param opened when all were opened
   */
  ClassesInMemory(Person lead, Instant opened) {
    this.lead = lead;
    this.opened = opened;
  }

  void open(String id, Plan plan) {
    happens(id, new Opened(plan, new Rooms(List.of(), List.of(), List.of()), opened), opened);
  }

  void happens(String id, Event event, Instant at) {
    List<Recorded> log = logs.computeIfAbsent(new SessionId(id), _ -> new ArrayList<>());
    log.add(new Recorded(log.size() + 1, at, "mei", event));
  }

  @Override
  public Optional<Session> find(SessionId id) {
    reads++;
    LockSupport.parkNanos(slow.toNanos());
    if (broken.contains(id)) {
      throw new IllegalStateException("an event that nobody understands");
    }
    return Session.fold(id, log(id));
  }

  @Override
  public Optional<Session> find(SessionId id, long seq) {
    return find(id);
  }

  @Override
  public List<Recorded> log(SessionId id) {
    return List.copyOf(logs.getOrDefault(id, List.of()));
  }

  @Override
  public List<Lost> lost(SessionId id, int most) {
    return List.of();
  }

  @Override
  public List<SessionId> of(Person person, Instant since) {
    return person.equals(lead) ? List.of() : List.copyOf(logs.keySet());
  }

  @Override
  public List<SessionId> ledBy(Person person) {
    return person.equals(lead) ? List.copyOf(logs.keySet()) : List.of();
  }

  @Override
  public Optional<SessionId> at(Place place) {
    return Optional.empty();
  }

  @Override
  public Map<SessionId, Newest> newest(Instant since) {
    Map<SessionId, Newest> found = new LinkedHashMap<>();
    logs.forEach((id, log) ->
        found.put(
            id,
            new Newest(
                log.getFirst().event() instanceof Opened opened ? opened.plan().key() : "",
                log.size(),
                log.getFirst().at(),
                log.getLast().event() instanceof Ended ? log.getLast().at() : null)));
    return found;
  }

  @Override
  public List<SessionId> ofCourse(String plan) {
    return List.copyOf(logs.keySet());
  }

  @Override
  public Map<SessionId, Integer> lost() {
    return undelivered;
  }
}
