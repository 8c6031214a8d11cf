package dev.callboard.report.digest;

import dev.callboard.plan.Plan;
import dev.callboard.report.digest.DeliverySummary.Part;
import dev.callboard.report.digest.DeliverySummary.Remark;
import dev.callboard.report.digest.DeliverySummary.Word;
import dev.callboard.report.digest.SegmentDigest.Had;
import dev.callboard.session.Event.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all deliveries of a plan teach its designer.
 *
 * @param versions in the order they were first given; the last delivery's is the newest
 * @param newest the number of the version that was given last
 * @param segments in the order of the newest version, then those only older versions have, then
 *     those that were put in
 * @param notes for the designer, made outside the segments of the plan
 * @param words of the debrief about the whole class, the oldest first
 * @param issues what did not work, and how often
 */
public record Digest(
    String plan,
    String title,
    int deliveries,
    int newest,
    List<Version> versions,
    List<SegmentDigest> segments,
    List<Remark> notes,
    List<Word> words,
    List<Occurrence> issues,
    List<Proposal> proposals) {

  /**
   * A version of the plan.
   *
   * @param number counted from 1
   * @param over what its deliveries took beyond the slot
   * @param attended how many learners were there, in all its deliveries
   */
  public record Version(
      int number,
      String fingerprint,
      LocalDate first,
      LocalDate last,
      int deliveries,
      Spread over,
      int learners,
      int attended) {}

  public Digest {
    versions = List.copyOf(versions);
    segments = List.copyOf(segments);
    notes = List.copyOf(notes);
    words = List.copyOf(words);
    issues = List.copyOf(issues);
    proposals = List.copyOf(proposals);
  }

  /** Of deliveries of one plan, in any order; empty when there are none. */
  public static Optional<Digest> of(List<DeliverySummary> summaries) {
    if (summaries.isEmpty()) {
      return Optional.empty();
    }
    List<DeliverySummary> all =
        summaries.stream()
            .sorted(
                Comparator.comparing(DeliverySummary::started)
                    .thenComparing(DeliverySummary::session))
            .toList();
    Map<String, List<DeliverySummary>> byVersion = new LinkedHashMap<>();
    all.forEach(one -> byVersion.computeIfAbsent(one.version(), _ -> new ArrayList<>()).add(one));
    List<Version> versions = new ArrayList<>();
    byVersion.forEach((version, some) -> versions.add(version(versions.size() + 1, some)));
    DeliverySummary last = all.getLast();
    List<DeliverySummary> newest = Objects.requireNonNull(byVersion.get(last.version()));
    List<String> order = List.copyOf(byVersion.keySet());
    List<SegmentDigest> segments = segments(all, order, last);
    return Optional.of(
        new Digest(
            last.plan(),
            last.title(),
            all.size(),
            1 + order.indexOf(last.version()),
            versions,
            segments,
            unplaced(all, segments),
            all.stream()
                .flatMap(one -> one.debrief().stream())
                .filter(word -> word.topic() != Topic.ACTIVITY)
                .toList(),
            Occurrence.of(all, segments),
            Proposals.of(newest)));
  }

  /** The number that a version made of this plan would have. */
  public int next(Plan today) {
    String fingerprint = Fingerprint.of(today);
    boolean given = versions.stream().anyMatch(one -> one.fingerprint().equals(fingerprint));
    return versions.size() + (given ? 1 : 2);
  }

  private static Version version(int number, List<DeliverySummary> some) {
    List<Duration> over = some.stream().map(DeliverySummary::over).toList();
    return new Version(
        number,
        some.getFirst().version(),
        some.getFirst().date(),
        some.getLast().date(),
        some.size(),
        Spread.of(over).orElseThrow(),
        some.stream().mapToInt(DeliverySummary::learners).sum(),
        some.stream().mapToInt(DeliverySummary::attended).sum());
  }

  private static List<SegmentDigest> segments(
      List<DeliverySummary> all, List<String> versions, DeliverySummary last) {
    Map<String, List<Had>> had = new HashMap<>();
    Map<String, List<Remark>> notes = new HashMap<>();
    Map<String, List<Word>> words = new HashMap<>();
    for (DeliverySummary one : all) {
      int version = 1 + versions.indexOf(one.version());
      one.parts().forEach(part -> add(had, part.segment(), new Had(version, part)));
      one.notes().forEach(note -> add(notes, note.segment(), note));
      one.debrief().forEach(word -> add(words, word.segment(), word));
    }
    return keys(all, last).stream()
        .map(key ->
            SegmentDigest.of(
                Objects.requireNonNull(had.get(key)),
                notes.getOrDefault(key, List.of()),
                words.getOrDefault(key, List.of())))
        .toList();
  }

  private static <T> void add(Map<String, List<T>> map, @Nullable String segment, T one) {
    if (segment != null) {
      map.computeIfAbsent(segment, _ -> new ArrayList<>()).add(one);
    }
  }

  private static Set<String> keys(List<DeliverySummary> all, DeliverySummary last) {
    Set<String> keys = new LinkedHashSet<>();
    planned(last).forEach(keys::add);
    all.reversed().forEach(one -> planned(one).forEach(keys::add));
    all.forEach(one -> one.parts().forEach(part -> keys.add(part.segment())));
    return keys;
  }

  private static Stream<String> planned(DeliverySummary delivery) {
    return delivery.parts().stream().filter(part -> !part.inserted()).map(Part::segment);
  }

  private static List<Remark> unplaced(List<DeliverySummary> all, List<SegmentDigest> segments) {
    Set<String> known = new HashSet<>();
    segments.forEach(segment -> known.add(segment.segment()));
    return all.stream()
        .flatMap(one -> one.notes().stream())
        .filter(note -> note.segment() == null || !known.contains(note.segment()))
        .toList();
  }
}
