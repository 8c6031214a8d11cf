package dev.callboard.session.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the class was what, as far as attendance goes by it.
 *
 * @param opened when it was opened, from which on facts count
 * @param planned when it was meant to run; null when it had no planned time, or began so long
 *     before that it was given at another one
 * @param started null before it did
 * @param ended null before it did
 * @param visits of segments, in order
 * @param asked how often the platforms were asked for their own accounts of its meetings
 * @param erasing people whom somebody wants erased from its log, see {@code Event.Erasing}
 * @param erased how many people were erased from its log so far
 * @param emptied whether none but the team is left in it
 */
public record Course(
    Instant opened,
    Spans.@Nullable Span planned,
    @Nullable Instant started,
    @Nullable Instant ended,
    List<Visit> visits,
    int asked,
    List<String> erasing,
    int erased,
    boolean emptied) {

  /**
   * A time that a segment ran.
   *
   * @param to null while it runs
   */
  public record Visit(String segment, Instant from, @Nullable Instant to) {}

  public Course {
    visits = List.copyOf(visits);
    erasing = List.copyOf(erasing);
  }

  /** The course of a class that was just opened. */
  static Course opened(Instant at, Spans.@Nullable Span planned) {
    return new Course(at, planned, null, null, List.of(), 0, List.of(), 0, false);
  }

  /** Given at another hour than was planned. */
  public Course unplanned() {
    return new Course(opened, null, started, ended, visits, asked, erasing, erased, emptied);
  }

  public Course started(Instant at) {
    return new Course(
        opened,
        planned,
        started == null ? at : started,
        ended,
        visits,
        asked,
        erasing,
        erased,
        emptied);
  }

  public Course entered(String segment, Instant at) {
    List<Visit> more = left(at);
    more.add(new Visit(segment, at, null));
    return new Course(opened, planned, started, ended, more, asked, erasing, erased, emptied);
  }

  public Course ended(Instant at) {
    return new Course(opened, planned, started, at, left(at), asked, erasing, erased, emptied);
  }

  public Course asked(int times) {
    return new Course(opened, planned, started, ended, visits, times, erasing, erased, emptied);
  }

  /** Somebody wants a person erased. */
  public Course erasing(String person) {
    List<String> more = new ArrayList<>(erasing);
    more.add(person);
    return new Course(opened, planned, started, ended, visits, asked, more, erased, emptied);
  }

  /**
   * That is done, for so many.
   *
   * @param everybody whether none but the team is left
   */
  public Course erased(int people, boolean everybody) {
    return new Course(
        opened,
        planned,
        started,
        ended,
        visits,
        asked,
        List.of(),
        erased + people,
        emptied || everybody);
  }

  private List<Visit> left(Instant at) {
    List<Visit> all = new ArrayList<>(visits);
    if (!all.isEmpty() && all.getLast().to() == null) {
      Visit last = all.removeLast();
      all.add(new Visit(last.segment(), last.from(), at));
    }
    return all;
  }

  /** From when the class counts before anybody came: its start, planned if it has not begun. */
  Instant begins() {
    if (started != null) {
      return started;
    }
    return planned == null ? opened : planned.from();
  }

  /** The last moment of the class as of an instant. */
  Instant until(Instant now) {
    return ended == null ? now : ended;
  }
}
