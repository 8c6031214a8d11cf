package dev.callboard.session.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** When one connection came and when it went, as far as was told: each instant once, in order. */
public record Marks(List<Instant> joined, List<Instant> left) {

  static final Marks NONE = new Marks(List.of(), List.of());

  public Marks {
    joined = List.copyOf(joined);
    left = List.copyOf(left);
  }

  Marks join(Instant at) {
    return new Marks(with(joined, at), left);
  }

  Marks leave(Instant at) {
    return new Marks(joined, with(left, at));
  }

  Marks and(Marks other) {
    Marks both = this;
    for (Instant at : other.joined) {
      both = both.join(at);
    }
    for (Instant at : other.left) {
      both = both.leave(at);
    }
    return both;
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
