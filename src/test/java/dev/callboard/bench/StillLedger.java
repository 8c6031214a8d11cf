package dev.callboard.bench;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.plan.Member;
import dev.callboard.session.Event;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger that costs nothing: it believes everything and keeps only which room is whose. */
final class StillLedger implements Ledger {

  private final Map<Place, SessionId> rooms = new HashMap<>();

  @Override
  public Outcome commit(Commit commit) {
    SessionId session = commit.session();
    for (Recorded recorded : commit.events()) {
      if (session != null && recorded.event() instanceof Event.Opened opened) {
        opened.rooms().backstages().forEach(place -> rooms.put(place, session));
      }
    }
    return Outcome.DONE;
  }

  @Override
  public List<Recorded> read(SessionId session, long seq) {
    return List.of();
  }

  @Override
  public long newest(SessionId session) {
    return 0;
  }

  @Override
  public Optional<SessionId> at(Place place) {
    return Optional.ofNullable(rooms.get(place));
  }

  @Override
  public List<SessionId> openFor(Person person) {
    return List.of();
  }

  @Override
  public List<SessionId> classesOf(String client, Member member) {
    return List.of();
  }

  @Override
  public List<SessionId> classesThatShow(String client, Member member) {
    return List.of();
  }

  @Override
  public Optional<Profile> profile(String identity) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> aliases(String client) {
    return Map.of();
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public boolean seen(String deliveryKey) {
    return false;
  }

  @Override
  public Outcome keep(Unclaimed fact) {
    return Outcome.DONE;
  }

  @Override
  public List<Unclaimed> unclaimed(Collection<Place> meetings, Instant since) {
    return List.of();
  }

  @Override
  public void sweep(Instant before) {}
}
