package dev.callboard;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Lost;
import dev.callboard.console.Classrooms;
import dev.callboard.console.Openings;
import dev.callboard.desk.Desk;
import dev.callboard.desk.Ledger;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.store.ClassIndex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the console is told of classes. */
record ConsoleFittings(Desk desk, Ledger ledger, Lost.Mail mail, ClassIndex index)
    implements Classrooms {

  @Override
  public Optional<Session> find(SessionId id) {
    return desk.find(id);
  }

  @Override
  public Optional<Session> find(SessionId id, long seq) {
    return desk.find(id, seq);
  }

  @Override
  public List<Recorded> log(SessionId id) {
    return ledger.read(id, 0);
  }

  @Override
  public List<Lost> lost(SessionId id, int most) {
    return mail.of(id, most);
  }

  @Override
  public List<SessionId> of(Person person, Instant since) {
    return index.of(person, since);
  }

  @Override
  public List<SessionId> ledBy(Person person) {
    return index.ledBy(person.email());
  }

  @Override
  public Optional<SessionId> at(Place place) {
    return desk.classAt(place).map(Session::id);
  }

  @Override
  public Map<SessionId, Openings.Newest> newest(Instant since) {
    return index.newest(since);
  }

  @Override
  public List<SessionId> ofCourse(String plan) {
    return index.ofCourse(plan);
  }

  @Override
  public Map<SessionId, Integer> lost() {
    return index.lost();
  }
}
