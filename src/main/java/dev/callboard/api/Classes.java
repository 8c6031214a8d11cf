package dev.callboard.api;

import dev.callboard.chat.Place;
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
   * Classes in the order they were opened, the newest first.
   *
   * @param after where to go on; null for the beginning
   * @param open only those that have not ended
   * @param most how many at most
   */
  List<Listed> list(@Nullable Listed after, boolean open, int most);

  /** Whose class it is and of which plan, without reading its log; empty when there is none. */
  Optional<Whose> whose(SessionId id);

  /** What happened to a class after an event, in order, as the log has it. */
  List<Entry> log(SessionId id, long after, int most);

  /** What whoever watches over the class should look at, the worst first. */
  List<Worry> worries(Session session, Roll roll, Instant now);

  /** Whether something with this delivery's key was done before. */
  boolean seen(String deliveryKey);

  /** The class that is open in a backstage; empty when none is. */
  Optional<Session> openBackstage(Place backstage);

  /** The tenant whose rooms a plan means that names none; empty where the platform is off. */
  Optional<String> home(String platform);

  /**
   * A class in a list.
   *
   * @param id as in its address
   */
  record Listed(Instant opened, String id, boolean open) {}

  /**
   * Whose a class is.
   *
   * @param client its short name; empty for nobody's in particular
   */
  record Whose(String client, String plan) {}

  /**
   * An event.
   *
   * @param json as it is kept
   */
  record Entry(long seq, Instant at, String by, String json) {}

  /**
   * Something to look at.
   *
   * @param level red or amber
   */
  record Worry(String level, String words) {}
}
