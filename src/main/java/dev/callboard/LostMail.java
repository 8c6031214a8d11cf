package dev.callboard;

import dev.callboard.chat.Destination;
import dev.callboard.command.Lost;
import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;

/** What producers are shown of the outbox's dead letters. */
public final class LostMail {

  private LostMail() {}

  public static Lost.Mail of(Shelf shelf) {
    return (session, most) ->
        shelf.dead(session, most).stream()
            .filter(letter -> !isForProgram(letter.entry()))
            .map(LostMail::lost)
            .toList();
  }

  /** What a client's program missed is nothing that a producer could mend. */
  static boolean isForProgram(Entry entry) {
    return entry.change().to().platform().equals(Destination.WEBHOOK);
  }

  private static Lost lost(DeadLetter letter) {
    return new Lost(letter.entry().change(), letter.death().at(), letter.death().sentence());
  }
}
