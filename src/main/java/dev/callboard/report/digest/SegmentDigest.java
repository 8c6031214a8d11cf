package dev.callboard.report.digest;

import dev.callboard.report.digest.DeliverySummary.Part;
import dev.callboard.report.digest.DeliverySummary.Remark;
import dev.callboard.report.digest.DeliverySummary.Word;
import dev.callboard.session.Event.Went;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /**
   * Of a segment that at least one delivery has.
   *
   * @param all the oldest first
   * @param versions the same, a list a version
   */
  static SegmentDigest of(
      String segment, List<DeliverySummary> all, Collection<List<DeliverySummary>> versions) {
    List<Part> parts = parts(segment, all);
    Part newest = parts.getLast();
    return new SegmentDigest(
        segment,
        newest.title(),
        parts.stream().allMatch(Part::inserted),
        newest.planned(),
        parts.size(),
        (int) parts.stream().filter(Part::given).count(),
        (int) parts.stream().filter(Part::skipped).count(),
        (int) parts.stream().filter(Part::cut).count(),
        (int) parts.stream().filter(Part::extended).count(),
        over(parts).orElse(null),
        trend(segment, versions),
        all.stream()
            .flatMap(one -> one.notes().stream())
            .filter(note -> segment.equals(note.segment()))
            .toList(),
        all.stream()
            .flatMap(one -> one.debrief().stream())
            .filter(word -> segment.equals(word.segment()))
            .toList());
  }

  private static List<Part> parts(String segment, List<DeliverySummary> some) {
    return some.stream()
        .flatMap(one -> one.parts().stream())
        .filter(part -> part.segment().equals(segment))
        .toList();
  }

  private static Optional<Spread> over(List<Part> parts) {
    return Spread.of(parts.stream().filter(Part::given).map(Part::over).toList());
  }

  private static List<Trend> trend(String segment, Collection<List<DeliverySummary>> versions) {
    List<Trend> trend = new ArrayList<>();
    int number = 0;
    for (List<DeliverySummary> version : versions) {
      number++;
      List<Part> given = parts(segment, version).stream().filter(Part::given).toList();
      if (!given.isEmpty()) {
        trend.add(
            new Trend(
                number,
                given.getLast().planned(),
                Spread.of(given.stream().map(Part::actual).toList()).orElseThrow(),
                over(given).orElseThrow()));
      }
    }
    return trend;
  }

  /** How often the debrief found that it went so. */
  public int went(Went how) {
    return (int) words.stream().filter(word -> word.went() == how).count();
  }
}
