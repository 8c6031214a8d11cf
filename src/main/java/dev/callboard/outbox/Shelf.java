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

  /** Lanes whose first waiting entry is due. */
  Set<String> waiting(Instant now);

  /**
   * Takes a lane for one server until a time, and tells its waiting entries in order, whether due
   * or not.
   *
   * @return empty when another server holds the lane or nothing waits
   */
  List<Entry> claim(String lane, String server, Instant now, Instant until, int limit);

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
  void dead(long id, String reason, Instant at);

  /** The receipt of the post with this key, when it was sent. */
  Optional<Receipt> receipt(@Nullable SessionId session, String key);

  /** What a place is to the class that it belongs to now. */
  PlaceKind kindOf(Place place);

  /** How many entries wait. */
  int depth();
}
