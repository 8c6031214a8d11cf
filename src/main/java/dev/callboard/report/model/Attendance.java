package dev.callboard.report.model;

import dev.callboard.report.AttendanceTable.Kind;
import dev.callboard.session.attendance.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was there. What people need in class is nobody's business outside it, and is never in here.
 *
 * @param counts how many learners there are of each status
 * @param guests how many were there who are nobody of the roster
 * @param unnamed how many more were in rooms with others
 * @param people learners in the order of the roster, then the others; empty for readers who may not
 *     know who was there
 * @param segments those that ran, in the order of their first visit
 */
public record Attendance(
    Map<Status, Integer> counts,
    int guests,
    int unnamed,
    List<Person> people,
    List<InSegment> segments) {

  /**
   * One person.
   *
   * @param id the key in the plan; such as {@code g-5f0c2a10} of those who are not in it
   * @param email empty when it is not known
   * @param present exact time that counts
   * @param of what it is measured against
   * @param joined when they first were there; null when never
   * @param left when they last were; null when never, or when they are still here
   * @param late how long after the beginning they came; null when in time
   * @param early how long before the end they went; null when they stayed
   * @param hand what somebody wrote by hand; null when the rules decided
   * @param facts the rest of the sentence why
   * @param parts their time in each segment that ran, in the same order
   */
  public record Person(
      Kind kind,
      String id,
      String name,
      String email,
      Status status,
      Duration present,
      Duration of,
      @Nullable Instant joined,
      @Nullable Instant left,
      @Nullable Duration late,
      @Nullable Duration early,
      @Nullable Hand hand,
      String facts,
      List<InPart> parts) {

    public Person {
      parts = List.copyOf(parts);
    }

    /** Whole minutes present that count, rounded down. */
    public long minutes() {
      return present.toMinutes();
    }

    /** The sentence why it comes to that. */
    public String why() {
      return hand == null ? facts : hand.words() + ", " + facts;
    }

    /** Titles of the segments they missed. */
    public List<String> missed() {
      return parts.stream().filter(InPart::missed).map(InPart::title).toList();
    }

    /** Whether there is anything for them to make up. */
    public boolean missedSome() {
      return kind == Kind.LEARNER && parts.stream().anyMatch(InPart::missed);
    }
  }

  /**
   * Attendance written by hand.
   *
   * @param by who wrote it; empty for readers who may not know
   * @param reason why; empty as well then
   */
  public record Hand(String by, String reason) {

    String words() {
      return by.isEmpty() ? "by hand" : "by hand (" + by + ": " + reason + ")";
    }
  }

  /** Somebody's time in a segment; missed as {@code SegmentRoll} has it. */
  public record InPart(String segment, String title, Duration attended, boolean missed) {}

  /**
   * A segment that ran.
   *
   * @param ran over all its visits
   * @param present learners who were there for half of it at least, or by hand alone
   * @param missed learners who were not
   */
  public record InSegment(String segment, String title, Duration ran, int present, int missed) {}

  public Attendance {
    EnumMap<Status, Integer> ordered = new EnumMap<>(Status.class);
    ordered.putAll(counts);
    counts = Collections.unmodifiableMap(ordered);
    people = List.copyOf(people);
    segments = List.copyOf(segments);
  }

  /** Learners on the roster. */
  public int expected() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int count(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /** Learners who have something to make up, in the order of the roster. */
  public List<Person> toMakeUp() {
    return people.stream().filter(Person::missedSome).toList();
  }
}
