package dev.callboard.command.clock;

import dev.callboard.chat.Outgoing;
import dev.callboard.command.Decision;
import dev.callboard.session.Event;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Idle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done at once about prompts that could not be brought to whom they are for. Pure. */
public final class Unreached {

  private Unreached() {}

  /**
   * Each that is still of use goes the second way that unseen ones go later; none goes it twice.
   * What is of use only to whoever leads by now is said to them.
   *
   * @param lost what did not arrive, prompts or not
   */
  public static Decision decide(Session session, List<Outgoing> lost, Instant now) {
    List<Event> events = new ArrayList<>();
    List<Outgoing> out = new ArrayList<>();
    for (Outgoing change : lost) {
      said(session, change)
          .filter(_ -> !session.run().ended() && !expired(change, now))
          .ifPresent(said -> {
            if (Idle.is(session, said)) {
              Idle.freed(session, said).ifPresent(events::add);
            } else if (said.seen() == null && !said.relayed()) {
              Relay relay = Relay.of(session, List.of(said), Ticking.terms(now));
              events.add(relay.event());
              out.addAll(relay.out());
            }
          });
    }
    return Decision.of(events.toArray(Event[]::new)).saying(out);
  }

  private static Optional<Said> said(Session session, Outgoing change) {
    return session.prompts().recent().stream()
        .filter(said -> change.key().equals(Ticking.key(said.number())))
        .findFirst();
  }

  private static boolean expired(Outgoing change, Instant now) {
    Instant expires = change.terms().expires();
    return expires != null && !expires.isAfter(now);
  }
}
