package dev.callboard.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a lane has claimed and not yet settled. News is added to it, so that a commit costs no more
 * in a lane where much waits.
 */
final class Hand {

  /**
   * Changes can overtake each other among so many. What waits behind them is read when they are
   * settled.
   */
  static final int MOST = 16;

  /** After so long a shared one is read anew: another server may have put something between. */
  private static final long FRESH = Duration.ofSeconds(15).toNanos();

  private final Works works;
  private final List<Entry> entries;
  private final long claimed;
  private long newest;
  private boolean room;

  private Hand(Works works, List<Entry> entries, long claimed) {
    this.works = works;
    this.entries = new ArrayList<>(entries);
    this.claimed = claimed;
    this.room = entries.size() < MOST;
    this.newest = entries.stream().mapToLong(Entry::id).max().orElse(0);
  }

  /** Claims a lane and reads what waits in it. */
  static Hand claim(String lane, Works works) {
    long asked = System.nanoTime();
    Instant now = works.clock().instant();
    return new Hand(
        works, works.shelf().claim(lane, works.server(), now, now.plus(Lease.LENGTH), MOST), asked);
  }

  /** Reads what was committed since. */
  void more(String lane) {
    if (room) {
      List<Entry> more = works.shelf().since(lane, newest, MOST);
      entries.addAll(more);
      newest = more.isEmpty() ? newest : more.getLast().id();
      room = entries.size() < MOST;
    }
  }

  /** Whether it holds all that waits, and may hold more. */
  boolean hasRoom() {
    return room;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Whether it held all that waited, and that is settled. What another server commits while this
   * one holds the lane is told to nobody here, so a shared one is read once more.
   */
  boolean isDone() {
    return room && entries.isEmpty() && !works.shelf().shared();
  }

  /** Whether it can be worked on: still this server's, and what is in it still comes first. */
  boolean good(long now) {
    boolean fresh = !works.shelf().shared() || now - claimed < FRESH;
    return fresh && !entries.isEmpty() && works.lease().holds(claimed, now);
  }

  List<Entry> entries() {
    return entries;
  }

  /** When the first of them is of no use any more; for ever when all stay of use. */
  Instant expires() {
    return entries.stream()
        .map(entry -> entry.change().terms().expires())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  void settled(Collection<Entry> done) {
    entries.removeAll(done);
  }

  void add(Entry entry) {
    entries.add(entry);
  }
}
