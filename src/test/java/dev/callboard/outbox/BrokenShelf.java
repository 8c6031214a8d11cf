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

/** A shelf that can fail: that cannot be written while its disk is full, nor read to the end. */
final class BrokenShelf implements Shelf {

  private final Shelf shelf;
  volatile boolean full;
  volatile boolean torn;

  BrokenShelf(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public boolean shared() {
    return shelf.shared();
  }

  @Override
  public Set<String> waiting(Instant now) {
    return shelf.waiting(now);
  }

  @Override
  public List<Entry> claim(String lane, String server, Instant now, Instant until, int limit) {
    return shelf.claim(lane, server, now, until, limit);
  }

  @Override
  public List<Entry> since(String lane, long id, int limit) {
    if (torn) {
      throw new IllegalStateException("the database is gone");
    }
    return shelf.since(lane, id, limit);
  }

  @Override
  public void renew(String server, Instant until) {
    shelf.renew(server, until);
  }

  @Override
  public void release(String lane, String server) {
    shelf.release(lane, server);
  }

  @Override
  public void sent(long id, @Nullable Receipt receipt, Instant at) {
    if (full) {
      throw new IllegalStateException("the disk is full");
    }
    shelf.sent(id, receipt, at);
  }

  @Override
  public void later(long id, Instant due, String reason) {
    shelf.later(id, due, reason);
  }

  @Override
  public void dead(long id, Death death) {
    if (full) {
      throw new IllegalStateException("the disk is full");
    }
    shelf.dead(id, death);
  }

  @Override
  public void dropped(List<Long> ids, String reason, Instant at) {
    shelf.dropped(ids, reason, at);
  }

  @Override
  public List<DeadLetter> dead(SessionId session, int limit) {
    return shelf.dead(session, limit);
  }

  @Override
  public Optional<Receipt> receipt(@Nullable SessionId session, String lane, String key) {
    return shelf.receipt(session, lane, key);
  }

  @Override
  public List<Receipt> receipts(SessionId session, String platform) {
    return shelf.receipts(session, platform);
  }

  @Override
  public PlaceKind kindOf(@Nullable SessionId session, Place place) {
    return shelf.kindOf(session, place);
  }

  @Override
  public int depth() {
    return shelf.depth();
  }
}
