package dev.callboard.outbox;

import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Receipt;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The durable outbox, as its worker needs it. */
public interface Shelf {

  /** Whether other servers may put something between what one of them has read. */
  boolean shared();

  /** Lanes in which something is due by then. */
  Set<String> waiting(Instant by);

  /**
   * Takes a lane for one server until a time, and tells its waiting entries in order.
   *
   * @return empty when another server holds the lane or nothing waits
   */
  List<Entry> claim(String lane, String server, Instant now, Instant until, int limit);

  /** What was committed for a lane after an entry and waits, in order. */
  List<Entry> since(String lane, long id, int limit);

  /** Holds all lanes that a server has taken until a later time. */
  void renew(String server, Instant until);

  /** Gives a lane back. */
  void release(String lane, String server);

  /**
   * It was sent.
   *
   * @param receipt null for a removal
   */
  void sent(long id, @Nullable Receipt receipt, Instant at);

  /** It failed and waits for another try. */
  void later(long id, Instant due, String reason);

  /** It will not be tried again. */
  void dead(long id, Death death);

  /** They need not be sent any more, and nobody misses them. */
  void dropped(List<Long> ids, String reason, Instant at);

  /**
   * Messages of a class that will not be tried again, the newest first; without those for programs,
   * of which nobody of the team knows what to do.
   *
   * @param limit how many at most
   */
  List<DeadLetter> dead(SessionId session, int limit);

  /**
   * The receipt of the post with this key, when it was sent in this lane. In no other: what is for
   * one person must never change a post that all read.
   */
  Optional<Receipt> receipt(@Nullable SessionId session, String lane, String key);

  /** The receipts of all that was sent of a class on a platform. */
  List<Receipt> receipts(SessionId session, String platform);

  /**
   * What a place is to a class. Where another class's learners read by now it is unknown; a
   * backstage stays the team's.
   *
   * @param session null for what is no class's
   */
  PlaceKind kindOf(@Nullable SessionId session, Place place);

  /** How many entries wait. */
  int depth();
}
