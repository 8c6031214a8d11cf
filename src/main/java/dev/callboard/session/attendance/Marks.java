package dev.callboard.session.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When one connection came and when it went, as far as was told: each instant once, in order.
 *
 * @param gone when it was found to be there no longer, though no leave was told
 * @param named when a record without times said that it had been there
 */
public record Marks(
    List<Instant> joined, List<Instant> left, List<Instant> gone, List<Instant> named) {

  static final Marks NONE = new Marks(List.of(), List.of(), List.of(), List.of());

  public Marks {
    joined = List.copyOf(joined);
    left = List.copyOf(left);
    gone = List.copyOf(gone);
    named = List.copyOf(named);
  }

  Marks join(Instant at) {
    return new Marks(with(joined, at), left, gone, named);
  }

  Marks leave(Instant at) {
    return new Marks(joined, with(left, at), gone, named);
  }

  Marks vanish(Instant at) {
    return new Marks(joined, left, with(gone, at), named);
  }

  Marks name(Instant at) {
    return new Marks(joined, left, gone, with(named, at));
  }

  /** Whether any of it says that somebody was there. */
  boolean tell() {
    return timed() || !named.isEmpty();
  }

  /** Whether any of it says when somebody was there. */
  boolean timed() {
    return !joined.isEmpty() || !left.isEmpty();
  }

  Marks and(Marks other) {
    return new Marks(
        both(joined, other.joined),
        both(left, other.left),
        both(gone, other.gone),
        both(named, other.named));
  }

  private static List<Instant> both(List<Instant> one, List<Instant> other) {
    List<Instant> all = one;
    for (Instant at : other) {
      all = with(all, at);
    }
    return all;
  }

  private static List<Instant> with(List<Instant> marks, Instant at) {
    int place = Collections.binarySearch(marks, at);
    if (place >= 0) {
      return marks;
    }
    List<Instant> more = new ArrayList<>(marks);
    more.add(-place - 1, at);
    return more;
  }
}
