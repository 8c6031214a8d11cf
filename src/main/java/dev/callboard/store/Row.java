package dev.callboard.store;

import dev.callboard.chat.Outgoing;
import dev.callboard.desk.Commit;
import dev.callboard.session.Event.Convened;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit made ready for the writer: what could be done before, such as JSON, is done.
 *
 * @param events JSON of the commit's events, in order
 * @param out JSON of its messages, in order
 * @param indexed whether its events change what is kept beside the log, as few do
 * @param rewrite what it changes of what was written before; null but for an erasure
 */
record Row(
    Commit commit,
    List<String> events,
    List<String> out,
    boolean indexed,
    @Nullable Rewrite rewrite) {

  /**
   * Makes a commit ready.
   *
   * @throws IllegalArgumentException when it has events of no session
   */
  static Row of(Commit commit, Codec codec) {
    if (commit.session() == null && !commit.events().isEmpty()) {
      throw new IllegalArgumentException("session: null (expected: the session of the events)");
    }
    List<String> events = new ArrayList<>(commit.events().size());
    boolean indexed = false;
    for (Recorded recorded : commit.events()) {
      events.add(codec.write(recorded.event()));
      indexed |=
          recorded.event() instanceof Opened
              || recorded.event() instanceof Ended
              || recorded.event() instanceof Recognised
              || recorded.event() instanceof Convened
              || recorded.event() instanceof Matched
              || recorded.event() instanceof Forgotten
              || recorded.event() instanceof Profiled;
    }
    List<String> out = new ArrayList<>(commit.out().size());
    for (Outgoing change : commit.out()) {
      out.add(codec.write(change));
    }
    return new Row(commit, events, out, indexed, null);
  }

  Row with(Rewrite written) {
    return new Row(commit, events, out, indexed, written);
  }

  /** Whether it gives rooms to a class. */
  boolean takesRooms() {
    return opens()
        || (indexed && commit.events().stream().anyMatch(told -> told.event() instanceof Convened));
  }

  /** Whether it begins the log of a session. */
  boolean opens() {
    return commit.expected() == 0 && !events.isEmpty();
  }
}
