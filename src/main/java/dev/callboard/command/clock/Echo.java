package dev.callboard.command.clock;

import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.plan.Member;
import dev.callboard.plan.Segment;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Session;
import java.time.Duration;

/** A step somebody else took a moment ago: two people who press at once mean one. */
final class Echo {

  private static final Duration MOMENT = Duration.ofSeconds(2);

  private Echo() {}

  /**
   * Tells the second of them what the first did.
   *
   * @param again what a button does when both steps were meant all the same
   */
  static void refuse(Call call, String again) {
    Session session = call.liveClass();
    Visit visit = session.run().visit();
    if (visit == null
        || visit.by().equals(call.caller().key())
        || visit.from().equals(session.run().startedAt())
        || Duration.between(visit.from(), call.now()).compareTo(MOMENT) >= 0) {
      return;
    }
    String who = session.plan().person(visit.by()).map(Member::name).orElse("Somebody");
    String title = session.segment().map(Segment::title).orElse(visit.segment());
    throw new CommandException(
        who + " went on to “" + title + "” just now, so I did not go further.",
        Buttons.plain(session.id(), Standing.capital(again), again),
        Buttons.plain(session.id(), "Status", "status"));
  }
}
