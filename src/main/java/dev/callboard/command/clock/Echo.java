package dev.callboard.command.clock;

import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.CommandException;
import dev.callboard.plan.Member;
import dev.callboard.plan.Segment;
import dev.callboard.session.Item;
import dev.callboard.session.Item.Omission;
import dev.callboard.session.Order;
import dev.callboard.session.Recorded;
import dev.callboard.session.Run;
import dev.callboard.session.Run.Visit;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    if (visit == null || isTheFirst(session.run()) || !isEcho(call, visit.by(), visit.pressed())) {
      return;
    }
    String title = session.segment().map(Segment::title).orElse(visit.segment());
    throw new CommandException(
        (visit.by().equals(Recorded.CALLBOARD) ? "The class" : name(session, visit.by()))
            + " went on to “"
            + title
            + (visit.by().equals(Recorded.CALLBOARD) ? "” by itself" : "”")
            + " just now, so I did not go further.",
        Buttons.plain(session.id(), Standing.capital(again), again),
        Buttons.plain(session.id(), "Status", "status"));
  }

  /** Who starts the class has not gone on. */
  private static boolean isTheFirst(Run run) {
    return run.order().items().stream().mapToInt(item -> item.actual().visits()).sum() == 1;
  }

  /**
   * The same of leaving out the segment after this one: the second must not leave out the one after
   * that, which nobody meant.
   */
  static void refuseToLeaveOut(Call call, String again) {
    Session session = call.liveClass();
    Order order = session.run().order();
    String current = session.run().current().orElseThrow().key();
    order.items().stream()
        .skip(order.position(current) + 1L)
        .takeWhile(Item::skipped)
        .reduce((_, last) -> last)
        .filter(item -> isEcho(call, item.omission()))
        .ifPresent(item -> {
          throw new CommandException(
              name(session, Objects.requireNonNull(item.omission()).by())
                  + " left out “"
                  + item.segment().title()
                  + "” just now, so I left out no more.",
              Buttons.plain(session.id(), Standing.capital(again), again),
              Buttons.plain(session.id(), "Status", "status"));
        });
  }

  private static boolean isEcho(Call call, @Nullable Omission omission) {
    return omission != null && isEcho(call, omission.by(), omission.at());
  }

  /** What lies ahead was done before the clock was set back, nobody knows how long ago. */
  private static boolean isEcho(Call call, String by, Instant at) {
    return !by.equals(call.caller().key())
        && Duration.between(at, call.now()).abs().compareTo(MOMENT) < 0;
  }

  private static String name(Session session, String person) {
    return session.plan().person(person).map(Member::name).orElse("Somebody");
  }
}
