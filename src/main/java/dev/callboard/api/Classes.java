package dev.callboard.api;

import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes, as the API asks after them. */
public interface Classes {

  /** A class as it stands; empty when there is none. */
  Optional<Session> find(SessionId id);

  /**
   * Classes of a client in the order they were opened, the newest first.
   *
   * @param after where to go on; null for the beginning
   * @param most how many at most
   */
  List<Listed> list(Wanted wanted, @Nullable Listed after, int most);

  /** The whole log of a class. */
  List<Recorded> whole(SessionId id);

  /** What happened to a class after an event, in order, as the log has it. */
  List<Entry> log(SessionId id, long after, int most);

  /** What whoever watches over the class should look at, the worst first. */
  List<Worry> worries(Session session, Roll roll, Instant now);

  /** What was done before under this delivery's key; empty when nothing was. */
  Optional<Done> done(String deliveryKey);

  /** The tenant whose rooms a plan means that names none; empty where the platform is off. */
  Optional<String> home(String platform);

  /**
   * A class in a list.
   *
   * @param id as in its address
   */
  record Listed(Instant opened, String id, String plan, boolean open) {}

  /**
   * Which classes are asked for.
   *
   * @param client whose they are
   * @param plan of which they are; null for any
   * @param open whether they are open; null for any
   */
  record Wanted(String client, @Nullable String plan, @Nullable Boolean open) {}

  /**
   * What was done.
   *
   * @param asks a digest of what was asked for; null where none was kept
   * @param session the class it was done in; null where none was kept
   */
  record Done(@Nullable String asks, @Nullable SessionId session) {}

  /**
   * An event.
   *
   * @param via the client's program that spoke for whom it is by; null when it was they themselves
   * @param json as it is kept
   */
  record Entry(long seq, Instant at, String by, @Nullable String via, String json) {}

  /**
   * Something to look at.
   *
   * @param level red or amber
   */
  record Worry(String level, String words) {}
}
