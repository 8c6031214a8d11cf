package dev.callboard.session.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stretches of time that do not touch each other, in order. Immutable. */
public record Spans(List<Span> all) {

  public static final Spans NONE = new Spans(List.of());

  /** From an instant up to, and without, another that is later. */
  public record Span(Instant from, Instant to) {

    public Duration length() {
      return Duration.between(from, to);
    }
  }

  public Spans {
    all = List.copyOf(all);
  }

  /** The union of any spans; gaps up to {@code bridged} count as none. Empty spans are dropped. */
  public static Spans union(List<Span> spans, Duration bridged) {
    List<Span> sorted =
        spans.stream()
            .filter(span -> span.from().isBefore(span.to()))
            .sorted(Comparator.comparing(Span::from))
            .toList();
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      Span last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || span.from().isAfter(last.to().plus(bridged))) {
        joined.add(span);
      } else if (span.to().isAfter(last.to())) {
        joined.set(joined.size() - 1, new Span(last.from(), span.to()));
      }
    }
    return new Spans(joined);
  }

  public static Spans of(Instant from, Instant to) {
    return union(List.of(new Span(from, to)), Duration.ZERO);
  }

  public Spans and(Spans others) {
    List<Span> both = new ArrayList<>(all);
    both.addAll(others.all);
    return union(both, Duration.ZERO);
  }

  /** What lies in both. */
  public Spans within(Spans others) {
    List<Span> common = new ArrayList<>();
    int mine = 0;
    int theirs = 0;
    while (mine < all.size() && theirs < others.all.size()) {
      Span left = all.get(mine);
      Span right = others.all.get(theirs);
      Instant from = left.from().isAfter(right.from()) ? left.from() : right.from();
      Instant to = left.to().isBefore(right.to()) ? left.to() : right.to();
      if (from.isBefore(to)) {
        common.add(new Span(from, to));
      }
      if (left.to().isBefore(right.to())) {
        mine++;
      } else {
        theirs++;
      }
    }
    return new Spans(common);
  }

  /** What lies in these and not in the others. */
  public Spans without(Spans others) {
    List<Span> rest = new ArrayList<>();
    for (Span span : all) {
      Instant from = span.from();
      for (Span hole : others.within(new Spans(List.of(span))).all) {
        if (from.isBefore(hole.from())) {
          rest.add(new Span(from, hole.from()));
        }
        from = hole.to();
      }
      if (from.isBefore(span.to())) {
        rest.add(new Span(from, span.to()));
      }
    }
    return new Spans(rest);
  }

  /** Exact. */
  public Duration length() {
    return all.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public Optional<Instant> first() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst().from());
  }

  public Optional<Instant> last() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().to());
  }

  public boolean contains(Instant at) {
    return all.stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.to()));
  }

  /** The times between them. */
  public List<Span> gaps() {
    List<Span> gaps = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      gaps.add(new Span(all.get(i - 1).to(), all.get(i).from()));
    }
    return gaps;
  }
}
