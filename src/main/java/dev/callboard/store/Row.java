package dev.callboard.store;

import dev.callboard.chat.Outgoing;
import dev.callboard.desk.Commit;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit made ready for the writer: what could be done before, such as JSON, is done.
 *
 * @param events JSON of the commit's events, in order
 * @param out JSON of its messages, in order
 * @param plain whether it only adds to the log and the outbox, as nearly all do
 */
record Row(Commit commit, List<String> events, List<String> out, boolean plain) {

  static Row of(Commit commit, Codec codec) {
    List<String> events = new ArrayList<>(commit.events().size());
    boolean plain = true;
    for (Recorded recorded : commit.events()) {
      events.add(codec.write(recorded.event()));
      plain &=
          !(recorded.event() instanceof Opened
              || recorded.event() instanceof Ended
              || recorded.event() instanceof Recognised);
    }
    List<String> out = new ArrayList<>(commit.out().size());
    for (Outgoing change : commit.out()) {
      out.add(codec.write(change));
    }
    return new Row(commit, events, out, plain);
  }
}
