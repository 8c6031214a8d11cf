package dev.callboard;

import dev.callboard.command.Lost;
import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Shelf;

/** What producers are shown of the outbox's dead letters. */
public final class LostMail {

  private LostMail() {}

  public static Lost.Mail of(Shelf shelf) {
    return (session, most) -> shelf.dead(session, most).stream().map(LostMail::lost).toList();
  }

  private static Lost lost(DeadLetter letter) {
    return new Lost(letter.entry().change(), letter.death().at(), letter.death().sentence());
  }
}
