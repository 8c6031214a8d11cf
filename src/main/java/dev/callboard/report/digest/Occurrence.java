package dev.callboard.report.digest;

import dev.callboard.report.digest.DeliverySummary.Trouble;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Something that did not work, in the same words, over all deliveries.
 *
 * @param segment title of the segment in which it did; empty outside the segments of the plan
 * @param times how often
 * @param deliveries in how many deliveries
 * @param fixed how often it was fixed
 * @param devices how often on which, the most frequent first, where somebody said
 * @param lost what it took of all classes
 */
public record Occurrence(
    String segment,
    String what,
    int times,
    int deliveries,
    int fixed,
    Map<String, Integer> devices,
    Duration lost) {

  private static final String OUTSIDE = "";

  /** One of them. */
  private record One(String session, Trouble trouble) {}

  public Occurrence {
    Map<String, Integer> frequent = new LinkedHashMap<>();
    devices.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
    devices = Collections.unmodifiableMap(frequent);
  }

  /** {@code iPhone 2×, Android}. */
  public String onDevices() {
    List<String> words = new ArrayList<>();
    devices.forEach((device, times) -> words.add(times == 1 ? device : device + " " + times + "×"));
    return String.join(", ", words);
  }

  /**
   * All there are: in the order of the segments, in each the most frequent first.
   *
   * @param all the oldest first
   */
  static List<Occurrence> of(List<DeliverySummary> all, List<SegmentDigest> segments) {
    Map<String, String> titles = new LinkedHashMap<>();
    segments.forEach(segment -> titles.put(segment.segment(), segment.title()));
    Map<String, Map<String, List<One>>> placed = new LinkedHashMap<>();
    titles.keySet().forEach(segment -> placed.put(segment, new LinkedHashMap<>()));
    for (DeliverySummary delivery : all) {
      for (Trouble trouble : delivery.issues()) {
        String segment = trouble.segment();
        String place = segment != null && titles.containsKey(segment) ? segment : OUTSIDE;
        placed
            .computeIfAbsent(place, _ -> new LinkedHashMap<>())
            .computeIfAbsent(plain(trouble.what()), _ -> new ArrayList<>())
            .add(new One(delivery.session(), trouble));
      }
    }
    List<Occurrence> occurrences = new ArrayList<>();
    placed.forEach((segment, same) ->
        same.values().stream()
            .map(some -> of(titles.getOrDefault(segment, ""), some))
            .sorted(Comparator.comparingInt(Occurrence::times).reversed())
            .forEach(occurrences::add));
    return occurrences;
  }

  /**
   * By what the same is known, for people write it in one way or another: without regard to capital
   * letters, accents typed in two ways, blanks and punctuation. What has neither letter nor digit
   * is itself.
   */
  static String plain(String what) {
    String small = Normalizer.normalize(what, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String words = small.replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    return words.isEmpty() ? small.strip() : words;
  }

  private static Occurrence of(String segment, List<One> some) {
    Set<String> deliveries = new HashSet<>();
    Map<String, Integer> devices = new TreeMap<>();
    Duration lost = Duration.ZERO;
    int fixed = 0;
    for (One one : some) {
      deliveries.add(one.session());
      lost = lost.plus(one.trouble().lost());
      fixed += one.trouble().fixed() ? 1 : 0;
      if (one.trouble().device() != null) {
        devices.merge(one.trouble().device(), 1, Integer::sum);
      }
    }
    return new Occurrence(
        segment,
        some.getFirst().trouble().what(),
        some.size(),
        deliveries.size(),
        fixed,
        devices,
        lost);
  }
}
