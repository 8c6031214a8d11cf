package dev.callboard.desk;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.plan.Member;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The append-only log of all classes, as the desk needs it. */
public interface Ledger {

  /**
   * Writes everything in the commit, or nothing. Blocks until it is on disk. Commits of many
   * threads share transactions.
   */
  Outcome commit(Commit commit);

  /** The events of a session after {@code seq}, in order; empty when there are none. */
  List<Recorded> read(SessionId session, long seq);

  /** The number of the newest event; 0 when the session is unknown. */
  long newest(SessionId session);

  /** The class that a room belongs to: the one now open there, else the last one. */
  Optional<SessionId> at(Place place);

  /**
   * The open classes whose plan names the person, by account or by the address their platform
   * vouches for; newest first.
   */
  List<SessionId> openFor(Person person);

  /**
   * The classes of a client whose plan names a person, open and ended, by their address or an
   * account, newest first.
   */
  List<SessionId> classesOf(String client, Member member);

  /**
   * The classes of a client of which any fact shows a person, as a guest's does, by their address
   * or an account. All facts are read for that.
   */
  List<SessionId> classesThatShow(String client, Member member);

  /** What the newest {@code Profiled} with this identity said; empty when there was none. */
  Optional<Profile> profile(String identity);

  /**
   * What was confirmed of who is who in classes of a client: what people are known by in other
   * classes, by the traits that meetings show.
   */
  Map<String, String> aliases(String client);

  /** Whether other servers may write to it too. */
  boolean shared();

  /** Whether a delivery with this key was committed before. */
  boolean seen(String deliveryKey);

  /**
   * Keeps a fact of a meeting that no class has; blocks until it is on disk. {@code CONFLICT}, and
   * nothing is kept, when an open class has the meeting, or this very time it is held. {@code
   * DUPLICATE} when it is kept already, or too much of its meeting is.
   */
  Outcome keep(Unclaimed fact);

  /**
   * What is kept of these meetings and happened since, in the order in which it was kept; of a time
   * that one of them is held also what names no meeting.
   */
  List<Unclaimed> unclaimed(Collection<Place> meetings, Instant since);

  /** Forgets what was kept before then. */
  void sweep(Instant before);
}
