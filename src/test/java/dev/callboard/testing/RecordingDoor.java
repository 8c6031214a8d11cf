package dev.callboard.testing;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A door that remembers what came in and answers what it was told to answer. Thread-safe. */
public final class RecordingDoor implements Door {

  private final List<Inbound> received = new CopyOnWriteArrayList<>();
  private volatile Reply reply = new Reply.Quiet();

  @Override
  public Reply handle(Inbound inbound) {
    received.add(inbound);
    return reply;
  }

  public void answer(Reply next) {
    reply = next;
  }

  public List<Inbound> received() {
    return List.copyOf(received);
  }

  /** What was seen in meetings, in order. */
  public List<Sighting> sightings() {
    return received.stream()
        .filter(Inbound.Presence.class::isInstance)
        .map(presence -> ((Inbound.Presence) presence).sighting())
        .toList();
  }

  /** The commands that came in, in order. */
  public List<Inbound.Command> commands() {
    return received.stream()
        .filter(Inbound.Command.class::isInstance)
        .map(Inbound.Command.class::cast)
        .toList();
  }
}
