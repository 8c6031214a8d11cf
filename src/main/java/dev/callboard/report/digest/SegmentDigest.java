package dev.callboard.report.digest;

import dev.callboard.report.digest.DeliverySummary.Part;
import dev.callboard.report.digest.DeliverySummary.Remark;
import dev.callboard.report.digest.DeliverySummary.Word;
import dev.callboard.session.Event.Went;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one segment in all deliveries.
 *
 * @param inserted whether no version of the plan has it
 * @param planned in the newest delivery that has it
 * @param had how many deliveries had it in their running order
 * @param given how often it ran
 * @param skipped how often it was left out on purpose
 * @param cut how often it ran but was shortened
 * @param extended how often it was given more time
 * @param over what it took beyond its planned time, of the times it ran; null when it never did
 * @param trend a line a version in which it ran
 * @param words of the debrief, the oldest first
 */
public record SegmentDigest(
    String segment,
    String title,
    boolean inserted,
    Duration planned,
    int had,
    int given,
    int skipped,
    int cut,
    int extended,
    @Nullable Spread over,
    List<Trend> trend,
    List<Remark> notes,
    List<Word> words) {

  /**
   * A segment in one version of the plan.
   *
   * @param version its number
   * @param actual what it took
   * @param over what it took beyond that
   */
  public record Trend(int version, Duration planned, Spread actual, Spread over) {}

  public SegmentDigest {
    trend = List.copyOf(trend);
    notes = List.copyOf(notes);
    words = List.copyOf(words);
  }

  /** A segment in one delivery. */
  record Had(int version, Part part) {}

  /**
   * Of a segment that at least one delivery has.
   *
   * @param all the oldest first
   */
  static SegmentDigest of(List<Had> all, List<Remark> notes, List<Word> words) {
    List<Part> parts = all.stream().map(Had::part).toList();
    Part newest = parts.getLast();
    return new SegmentDigest(
        newest.segment(),
        newest.title(),
        parts.stream().allMatch(Part::inserted),
        newest.planned(),
        parts.size(),
        count(parts, Part::given),
        count(parts, Part::skipped),
        count(parts, Part::cut),
        count(parts, Part::extended),
        over(parts).orElse(null),
        trend(all),
        notes,
        words);
  }

  private static int count(List<Part> parts, Predicate<Part> which) {
    return (int) parts.stream().filter(which).count();
  }

  private static Optional<Spread> over(List<Part> parts) {
    return Spread.of(parts.stream().filter(Part::given).map(Part::over).toList());
  }

  private static List<Trend> trend(List<Had> all) {
    Map<Integer, List<Part>> versions = new TreeMap<>();
    for (Had had : all) {
      if (had.part().given()) {
        versions.computeIfAbsent(had.version(), _ -> new ArrayList<>()).add(had.part());
      }
    }
    List<Trend> trend = new ArrayList<>();
    versions.forEach((version, given) ->
        trend.add(
            new Trend(
                version,
                given.getLast().planned(),
                Spread.of(given.stream().map(Part::actual).toList()).orElseThrow(),
                over(given).orElseThrow())));
    return trend;
  }

  /** How often the debrief found that it went so. */
  public int went(Went how) {
    return (int) words.stream().filter(word -> word.went() == how).count();
  }
}
