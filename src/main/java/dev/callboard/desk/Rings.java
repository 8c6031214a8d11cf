package dev.callboard.desk;

import dev.callboard.session.SessionId;
import java.time.Instant;

/**
 * Says what the clock of a class has to say now; after class, asks the platforms for their accounts
 * of it, posts its report, and erases whom nobody is to know any more.
 */
record Rings(Tick tick, Turns turns, Accountant accountant, Reporter reporter, Eraser eraser)
    implements Ringing {

  @Override
  public Alarm ring(SessionId id) {
    Alarm rung = accountant.after(id, turns.inTurn(id, () -> tick.of(id)));
    return eraser.after(id, reporter.after(id, rung));
  }

  @Override
  public void soon(SessionId id, Instant due) {
    tick.foresee(id, due);
  }
}
