package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.command.Lost;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The classes, as the console asks after them. */
public interface Classrooms {

  /** A class as it stands, with what other servers wrote to it; empty when there is none. */
  Optional<Session> find(SessionId id);

  /** A class with at least this event in it, from memory where that is there. */
  Optional<Session> find(SessionId id, long seq);

  /** Everything that happened to it, in order. */
  List<Recorded> log(SessionId id);

  /** What it could not deliver, the newest first. */
  List<Lost> lost(SessionId id, int most);

  /** The classes whose plan names a person, open now or ended since; the newest first. */
  List<SessionId> of(Person person, Instant since);

  /** The open classes that a person leads, the newest first. */
  List<SessionId> ledBy(Person person);

  /** The class that is open in a room. */
  Optional<SessionId> at(Place place);

  /** All classes that are open, or were opened since. */
  Map<SessionId, Openings.Newest> newest(Instant since);

  /** All classes of a plan and of its copies, the newest first. */
  List<SessionId> ofCourse(String plan);

  /** How many messages open classes could not deliver; without those that lost none. */
  Map<SessionId, Integer> lost();
}
