package dev.callboard;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.desk.Unclaimed;
import dev.callboard.plan.Member;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ledger whose commits are looked at.
 *
 * @param committing commits to the ledger
 */
record TracedLedger(Ledger ledger, Function<Commit, Outcome> committing) implements Ledger {

  @Override
  public Outcome commit(Commit commit) {
    return committing.apply(commit);
  }

  @Override
  public List<Recorded> read(SessionId session, long seq) {
    return ledger.read(session, seq);
  }

  @Override
  public long newest(SessionId session) {
    return ledger.newest(session);
  }

  @Override
  public Optional<SessionId> at(Place place) {
    return ledger.at(place);
  }

  @Override
  public List<SessionId> openFor(Person person) {
    return ledger.openFor(person);
  }

  @Override
  public List<SessionId> classesOf(String client, Member member) {
    return ledger.classesOf(client, member);
  }

  @Override
  public List<SessionId> classesThatShow(String client, Member member) {
    return ledger.classesThatShow(client, member);
  }

  @Override
  public Optional<Profile> profile(String identity) {
    return ledger.profile(identity);
  }

  @Override
  public Map<String, String> aliases(String client) {
    return ledger.aliases(client);
  }

  @Override
  public boolean shared() {
    return ledger.shared();
  }

  @Override
  public boolean seen(String deliveryKey) {
    return ledger.seen(deliveryKey);
  }

  @Override
  public Outcome keep(Unclaimed fact) {
    return ledger.keep(fact);
  }

  @Override
  public List<Unclaimed> unclaimed(Collection<Place> meetings, Instant since) {
    return ledger.unclaimed(meetings, since);
  }

  @Override
  public void sweep(Instant before) {
    ledger.sweep(before);
  }
}
