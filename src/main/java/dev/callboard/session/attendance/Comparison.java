package dev.callboard.session.attendance;

import dev.callboard.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the class everybody was there for, by what was told while it ran and by the
 * platforms' own accounts. Pure.
 *
 * @param platforms whose accounts these are
 * @param people how many were there, by one or the other
 * @param differences in the order of the roster, then guests
 */
public record Comparison(List<String> platforms, int people, List<Difference> differences) {

  /** Platforms round, and tell of a leave a little after it. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** Somebody of whom the two say different things by more than the tolerance. */
  public record Difference(String name, Duration told, Duration accounted) {}

  public Comparison {
    platforms = List.copyOf(platforms);
    differences = List.copyOf(differences);
  }

  public static Comparison of(Register register, Plan plan, Instant now) {
    Map<String, Entry> told = entries(Roll.of(register.counting(false), plan, now));
    Map<String, Entry> accounted = entries(Roll.of(register.counting(true), plan, now));
    Map<String, Entry> everybody = new LinkedHashMap<>(told);
    accounted.forEach(everybody::putIfAbsent);
    List<Difference> differences = new ArrayList<>();
    everybody
        .keySet()
        .removeIf(key -> length(told, key).isZero() && length(accounted, key).isZero());
    everybody.forEach((key, entry) -> {
      Duration one = length(told, key);
      Duration other = length(accounted, key);
      if (one.minus(other).abs().compareTo(TOLERANCE) > 0) {
        differences.add(new Difference(entry.name(), one, other));
      }
    });
    List<String> platforms =
        register.records().values().stream()
            .map(record -> record.meeting().platform())
            .distinct()
            .sorted()
            .toList();
    return new Comparison(platforms, everybody.size(), differences);
  }

  private record Entry(String name, Duration there) {}

  private static Duration length(Map<String, Entry> entries, String key) {
    Entry entry = entries.get(key);
    return entry == null ? Duration.ZERO : entry.there();
  }

  private static Map<String, Entry> entries(Roll roll) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Roll.Learner learner : roll.learners()) {
      Entry entry = new Entry(learner.member().name(), learner.verdict().present());
      entries.put("learner " + learner.member().key(), entry);
    }
    for (List<Roll.Guest> some : List.of(roll.team(), roll.guests())) {
      for (Roll.Guest guest : some) {
        entries.put(key(guest.party()), new Entry(guest.party().name(), guest.verdict().present()));
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
