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
 * @param differences those first of whom the two make something else, then in the order of the
 *     roster, then guests
 */
public record Comparison(List<String> platforms, int people, List<Difference> differences) {

  /** Platforms round, and tell of a leave a little after it. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  private static final Side NOWHERE = new Side(Duration.ZERO, null, Spans.NONE);

  /**
   * What one of the two says of somebody.
   *
   * @param status what the rules make of it; null for those they do not judge
   * @param alone when this one alone has them there, for more than the tolerance at a time
   */
  public record Side(Duration there, @Nullable Status status, Spans alone) {

    private Side alone(Spans only) {
      return new Side(there, status, only);
    }
  }

  /** Somebody of whom the two say different things by more than the tolerance. */
  public record Difference(String name, Side told, Side accounted) {

    /** Whether it matters by the rules which of them counts. */
    public boolean decides() {
      return told.status != accounted.status && told.status != null && accounted.status != null;
    }

    private boolean isOne() {
      return told.there.minus(accounted.there).abs().compareTo(TOLERANCE) > 0
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
    Spans course = Frame.whole(register.course(), seen.policy(), now);
    Map<String, Entry> told = entries(seen, course);
    Map<String, Entry> accounted = entries(Roll.of(register.counting(true), plan, now), course);
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
            .sorted(Comparator.comparing(difference -> !difference.decides()))
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
  private record Entry(String name, Spans spans, Side side) {}

  private static Side side(Map<String, Entry> entries, String key) {
    Entry entry = entries.get(key);
    return entry == null ? NOWHERE : entry.side;
  }

  private static Map<String, Entry> entries(Roll roll, Spans course) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Roll.Learner learner : roll.learners()) {
      Verdict verdict = learner.verdict();
      entries.put(
          "learner " + learner.member().key(),
          new Entry(
              learner.member().name(),
              learner.spans().within(course),
              new Side(verdict.present(), verdict.status(), Spans.NONE)));
    }
    for (List<Roll.Guest> some : List.of(roll.team(), roll.guests())) {
      for (Roll.Guest guest : some) {
        entries.put(
            key(guest.party()),
            new Entry(
                guest.party().name(),
                guest.spans().within(course),
                new Side(guest.verdict().present(), null, Spans.NONE)));
      }
    }
    return entries;
  }

  private static String key(Party party) {
    return party.owner() instanceof Owner.Known known
        ? "team " + known.member().key()
        : party.own();
  }
}
