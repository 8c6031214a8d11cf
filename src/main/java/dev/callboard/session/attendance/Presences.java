package dev.callboard.session.attendance;

import dev.callboard.session.attendance.Spans.Span;
import dev.callboard.session.attendance.Stretch.End;
import dev.callboard.session.attendance.Stretch.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When somebody was there, computed from the marks of their connections. */
final class Presences {

  /** A move between rooms is told as a leave and a join in the same second. */
  static final Duration MOVE = Duration.ofSeconds(2);

  private final Register register;
  private final Instant now;

  Presences(Register register, Instant now) {
    this.register = register;
    this.now = now;
  }

  /** A stretch as the marks tell it; null is what they do not tell. */
  private record Raw(@Nullable Instant from, @Nullable Instant to, End end) {

    Raw(@Nullable Instant from, @Nullable Instant to) {
      this(from, to, End.TOLD);
    }
  }

  /** Stretches of all connections of a stay, in no order; they may overlap. */
  List<Stretch> of(Stay stay) {
    Holding holding = register.holding(stay);
    NavigableSet<Instant> ends = new TreeSet<>(stay.ends());
    List<Stretch> all = new ArrayList<>();
    for (Marks marks : stay.connections().values()) {
      for (Raw raw : walk(marks)) {
        all.addAll(whole(raw, holding, ends));
      }
    }
    return all;
  }

  /** Joins open, leaves close; at one instant a move comes before a visit of no length. */
  private static List<Raw> walk(Marks marks) {
    TreeSet<Instant> times = new TreeSet<>(marks.joined());
    times.addAll(marks.left());
    times.addAll(marks.gone());
    Walk walk = new Walk();
    for (Instant at : times) {
      boolean joined = marks.joined().contains(at);
      boolean left = marks.left().contains(at);
      if (joined && left) {
        walk.moves(at);
      } else if (joined) {
        walk.joins(at, marks.gone().contains(at));
      } else if (left) {
        walk.leaves(at);
      } else {
        walk.gone = at;
      }
    }
    walk.close(null);
    return walk.raws;
  }

  /** The marks of one connection so far, in the order of their times. */
  private static final class Walk {
    final List<Raw> raws = new ArrayList<>();
    @Nullable Instant open;

    /** When they were last found gone since; whoever found that knew of them until then. */
    @Nullable Instant gone;

    void moves(Instant at) {
      if (open == null || gone != null) {
        close(null);
        raws.add(new Raw(at, at));
      }
    }

    /**
     * Somebody comes.
     *
     * @param stayed whether that takes back that they were gone
     */
    void joins(Instant at, boolean stayed) {
      if (open == null || !stayed) {
        close(at);
        open = at;
      }
      gone = null;
    }

    /** Whoever was gone and leaves later had come back, and nobody told. */
    void leaves(Instant at) {
      if (open != null && gone == null) {
        raws.add(new Raw(open, at));
        open = null;
      } else {
        close(null);
        raws.add(new Raw(null, at));
      }
    }

    void close(@Nullable Instant again) {
      if (open != null && gone != null) {
        raws.add(new Raw(open, gone, End.GONE));
      } else if (open != null) {
        raws.add(new Raw(open, again, again == null ? End.TOLD : End.JOINED_AGAIN));
      }
      open = null;
      gone = null;
    }
  }

  private List<Stretch> whole(Raw raw, Holding holding, NavigableSet<Instant> ends) {
    Instant from = raw.from();
    Instant to = raw.to();
    if (from == null && to != null) {
      return List.of(new Stretch(start(to, holding, ends), to, Start.UNKNOWN, End.TOLD));
    }
    if (from == null) {
      return List.of();
    }
    if (to == null) {
      return List.of(closed(from, holding));
    }
    Optional<Instant> over = holding.overAfter(from).filter(end -> end.isBefore(to));
    if (over.isPresent() && (raw.end() == End.GONE || holding.heldAgainBetween(from, to))) {
      Stretch first = new Stretch(from, over.get(), Start.TOLD, End.MEETING_OVER);
      if (raw.end() != End.TOLD) {
        return List.of(first);
      }
      Instant again = holding.begunBy(to).orElse(to);
      return List.of(first, new Stretch(again, to, Start.UNKNOWN, End.TOLD));
    }
    return List.of(new Stretch(from, to, Start.TOLD, raw.end()));
  }

  /** Where somebody came from of whom only the leave was told. */
  private Instant start(Instant to, Holding holding, NavigableSet<Instant> ends) {
    Instant before = ends.lower(to);
    if (before != null) {
      return before;
    }
    Instant begun = holding.begunBy(to).orElse(register.course().begins());
    return begun.isBefore(to) ? begun : to;
  }

  private Stretch closed(Instant from, Holding holding) {
    Optional<Instant> over = holding.overAfter(from);
    if (over.isPresent()) {
      return new Stretch(from, over.get(), Start.TOLD, End.MEETING_OVER);
    }
    Instant ended = register.course().ended();
    if (ended != null) {
      return new Stretch(from, later(from, ended), Start.TOLD, End.ASSUMED);
    }
    return new Stretch(from, later(from, now), Start.TOLD, End.HERE);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** All stretches as one set of times; a move between rooms leaves no gap. */
  static Spans spans(Collection<Stretch> stretches) {
    return Spans.union(
        stretches.stream().map(stretch -> new Span(stretch.from(), stretch.to())).toList(), MOVE);
  }
}
