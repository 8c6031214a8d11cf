package dev.callboard.session.attendance;

import dev.callboard.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of the class everybody was there for, when, and what that comes to, by what was told
 * while it ran and by the platforms' own accounts. Pure.
 *
 * @param platforms whose accounts these are
 * @param people how many were there, by one or the other
 * @param differences those first of whom the two make something else, then those whose minutes are
 *     farthest apart, then in the order of the roster, then guests
 */
public record Comparison(List<String> platforms, int people, List<Difference> differences) {

  /** Platforms round, and tell of a leave a little after it. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final Comparator<Difference> GRAVEST =
      Comparator.comparing((Difference difference) -> !difference.decides())
          .thenComparing(Difference::apart, Comparator.reverseOrder());

  private static final Side NOWHERE = new Side(Duration.ZERO, null, Spans.NONE, null);

  /**
   * What one of the two says of somebody.
   *
   * @param status what the rules make of it; null for those they do not judge
   * @param alone when this one alone has them there, for more than the tolerance at a time
   * @param as what this one calls them, when it has them there without knowing who they are and the
   *     other does know; null for all others
   */
  public record Side(Duration there, @Nullable Status status, Spans alone, @Nullable String as) {

    private Side alone(Spans only) {
      return new Side(there, status, only, as);
    }

    private Side called(String name) {
      return new Side(there, status, alone, as == null || name.compareTo(as) < 0 ? name : as);
    }
  }

  /** Somebody of whom the two say different things by more than the tolerance. */
  public record Difference(String name, Side told, Side accounted) {

    /** Whether it matters by the rules which of them counts. */
    public boolean decides() {
      return told.status != accounted.status && told.status != null && accounted.status != null;
    }

    private Duration apart() {
      return told.there.minus(accounted.there).abs();
    }

    private boolean isOne() {
      return apart().compareTo(TOLERANCE) > 0
          || !told.alone.isEmpty()
          || !accounted.alone.isEmpty()
          || decides();
    }
  }

  public Comparison {
    platforms = List.copyOf(platforms);
    differences = List.copyOf(differences);
  }

  public static Comparison of(Register register, Plan plan, Instant now) {
    Roll seen = Roll.of(register.counting(false), plan, now);
    Roll given = Roll.of(register.counting(true), plan, now);
    Spans course = Frame.whole(register.course(), seen.policy(), now);
    Whose whose = new Whose(seen, given);
    Map<String, Entry> told = entries(seen, course, whose);
    Map<String, Entry> accounted = entries(given, course, whose);
    Map<String, Entry> everybody = new LinkedHashMap<>(told);
    accounted.forEach(everybody::putIfAbsent);
    everybody
        .keySet()
        .removeIf(key -> side(told, key).there.isZero() && side(accounted, key).there.isZero());
    List<Difference> differences =
        everybody.entrySet().stream()
            .map(one ->
                difference(
                    one.getValue().name, told.get(one.getKey()), accounted.get(one.getKey())))
            .filter(Difference::isOne)
            .sorted(GRAVEST)
            .toList();
    List<String> platforms =
        register.records().values().stream()
            .map(record -> record.meeting().platform())
            .distinct()
            .sorted()
            .toList();
    return new Comparison(platforms, everybody.size(), differences);
  }

  private static Difference difference(
      String name, @Nullable Entry told, @Nullable Entry accounted) {
    Spans seen = told == null ? Spans.NONE : told.spans;
    Spans other = accounted == null ? Spans.NONE : accounted.spans;
    return new Difference(
        name,
        (told == null ? NOWHERE : told.side).alone(lasting(seen.without(other))),
        (accounted == null ? NOWHERE : accounted.side).alone(lasting(other.without(seen))));
  }

  private static Spans lasting(Spans spans) {
    return new Spans(
        spans.all().stream().filter(span -> span.length().compareTo(TOLERANCE) > 0).toList());
  }

  /** Somebody by one of the two; the spans lie within the class. */
  private record Entry(String name, Spans spans, Side side) {

    Entry alsoCalled(Entry unknown) {
      return new Entry(name, spans, side.called(unknown.name));
    }

    /** Two of a stranger, whom the other one has as one. */
    Entry and(Entry other) {
      Spans both = spans.and(other.spans);
      return new Entry(name, both, new Side(both.length(), null, Spans.NONE, null));
    }
  }

  private static Side side(Map<String, Entry> entries, String key) {
    Entry entry = entries.get(key);
    return entry == null ? NOWHERE : entry.side;
  }

  private static Map<String, Entry> entries(Roll roll, Spans course, Whose whose) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Roll.Learner learner : roll.learners()) {
      Verdict verdict = learner.verdict();
      entries.put(
          Whose.learner(learner.member().key()),
          new Entry(
              learner.member().name(),
              learner.spans().within(course),
              new Side(verdict.present(), verdict.status(), Spans.NONE, null)));
    }
    for (Roll.Guest member : roll.team()) {
      entries.put(whose.key(member.party()), entry(member, course));
    }
    for (Roll.Guest guest : roll.guests()) {
      whose
          .recognised(guest.party())
          .ifPresentOrElse(
              known -> entries.merge(known, unknown(guest), Entry::alsoCalled),
              () -> entries.merge(whose.key(guest.party()), entry(guest, course), Entry::and));
    }
    return entries;
  }

  private static Entry entry(Roll.Guest guest, Spans course) {
    return new Entry(
        guest.party().name(),
        guest.spans().within(course),
        new Side(guest.verdict().present(), null, Spans.NONE, null));
  }

  /** Somebody of whom the other one knows who they are. */
  private static Entry unknown(Roll.Guest guest) {
    String name = guest.party().name();
    return new Entry(name, Spans.NONE, NOWHERE.called(name));
  }
}
