package dev.callboard.session;

import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A technical trouble, and what became of it. Immutable.
 *
 * @param number counted from 1 within the class
 * @param segment the segment in which it came up; null outside the running class
 * @param turns the first is that it came up; never earlier than those before them
 * @param takenBack whether it was never there
 */
public record Issue(
    int number, What what, @Nullable String segment, List<Turn> turns, boolean takenBack) {

  /**
   * What is wrong.
   *
   * @param person of the plan whom it troubles; null for nobody in particular
   * @param text in the words of whoever kept it
   * @param device on which, with the app; null when nobody said
   */
  public record What(@Nullable String person, String text, @Nullable String device) {

    /** {@code no audio, iPhone}; the device is named once. */
    public String words() {
      boolean said =
          device == null || text.toLowerCase(Locale.ROOT).contains(device.toLowerCase(Locale.ROOT));
      return said ? text : text + ", " + device;
    }
  }

  /** What became of it. */
  public enum State {
    /** Somebody sees to it. */
    OPEN,
    /** Somebody else has to do something first. */
    WAITING,
    FIXED,
    /** Nobody can do anything about it, and whom it troubles has to live with it. */
    UNFIXABLE;

    /** {@code cannot be fixed}. */
    public String word() {
      return this == UNFIXABLE ? "cannot be fixed" : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What became of it.
   *
   * @param by who said so, as {@link Recorded} names them
   * @param text what helped, or what it waits for; may be empty
   */
  public record Turn(State state, Instant at, String by, String text) {

    private Turn saying(String more) {
      return new Turn(state, at, by, more);
    }
  }

  public Issue {
    turns = List.copyOf(turns);
  }

  static Issue raised(Event.IssueRaised raised, Recorded recorded) {
    return new Issue(
        raised.issue(),
        raised.what(),
        raised.segment(),
        List.of(new Turn(State.OPEN, recorded.at(), recorded.by(), "")),
        false);
  }

  public @Nullable String person() {
    return what.person();
  }

  /** As it stands. */
  public Turn last() {
    return turns.getLast();
  }

  public State state() {
    return last().state();
  }

  /** How it came up. */
  public Turn first() {
    return turns.getFirst();
  }

  /** Whether it asks for somebody's hand, or will. */
  public boolean open() {
    return !takenBack && (state() == State.OPEN || state() == State.WAITING);
  }

  /** Since when it is as bad as it is now: since it came up, or came back once it was fixed. */
  public Instant since() {
    Instant since = first().at();
    for (int i = 1; i < turns.size(); i++) {
      boolean came = turns.get(i - 1).state() == State.FIXED;
      since = came && turns.get(i).state() != State.FIXED ? turns.get(i).at() : since;
    }
    return since;
  }

  /**
   * For how long something was wrong, until then: what cannot be fixed stays wrong. Not for as long
   * as it was fixed, though it came back.
   */
  public Duration lasted(Instant until) {
    return lost(new Window(Instant.MIN, until));
  }

  /** The same, of that time alone: what a class lost by it. */
  public Duration lost(Window time) {
    Duration lost = Duration.ZERO;
    if (takenBack) {
      return lost;
    }
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).state() != State.FIXED) {
        Instant end = i + 1 < turns.size() ? turns.get(i + 1).at() : Instant.MAX;
        lost = lost.plus(within(time, turns.get(i).at(), end));
      }
    }
    return lost;
  }

  private static Duration within(Window time, Instant from, Instant to) {
    Instant start = from.isAfter(time.start()) ? from : time.start();
    Instant end = to.isBefore(time.end()) ? to : time.end();
    return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
  }

  /** A clock that jumped back does not turn it before it was. */
  Issue turned(Event.IssueTurned turned, Recorded recorded) {
    List<Turn> next = new ArrayList<>(turns);
    if (turned.state() == state()) {
      next.set(next.size() - 1, last().saying(turned.text()));
    } else {
      Instant at = recorded.at().isBefore(last().at()) ? last().at() : recorded.at();
      next.add(new Turn(turned.state(), at, recorded.by(), turned.text()));
    }
    return with(next, takenBack);
  }

  /** Without the last turn; what was undone already stays so. */
  Issue undone(Event.IssueUndone undone) {
    if (undone.turn() != turns.size() - 1) {
      return this;
    }
    return undone.turn() == 0
        ? with(turns, true)
        : with(turns.subList(0, turns.size() - 1), takenBack);
  }

  private Issue with(List<Turn> next, boolean gone) {
    return new Issue(number, what, segment, next, gone);
  }
}
