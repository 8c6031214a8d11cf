package dev.callboard.command.clock;

import dev.callboard.chat.Outgoing;
import dev.callboard.command.Decision;
import dev.callboard.session.Event;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Idle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prompts that have waited so long that their class has gone on from them. Pure. */
public final class Belated {

  private static final String WENT_ON = "The class went on before it could be sent.";
  private static final String LED = "Somebody else took the lead before it could be sent.";

  /** Of a prompt or of its second way, whoever is told. */
  private static final Pattern KEY = Pattern.compile("(prompt|relay)-(\\d{1,9})(\\..*)?");

  private Belated() {}

  /**
   * Why a message need not be sent any more.
   *
   * @return empty when it is of use, or no prompt that the class remembers
   */
  public static Optional<String> reason(Session session, Outgoing change) {
    Matcher key = KEY.matcher(change.key());
    if (!key.matches()) {
      return Optional.empty();
    }
    List<Said> told =
        session.prompts().said(Integer.parseInt(key.group(2))).stream()
            .flatMap(first -> told(session, first, key.group(1).equals("relay")))
            .toList();
    boolean idle = !told.isEmpty() && told.stream().allMatch(said -> Idle.is(session, said));
    boolean led = told.stream().anyMatch(said -> Idle.isLedByAnother(session, said));
    return idle ? Optional.of(led ? LED : WENT_ON) : Optional.empty();
  }

  /** What is written down of a message that was not sent for such a reason. */
  public static Decision dropped(Session session, Outgoing change, String reason) {
    Event lost = new Event.Undelivered(change.key(), reason);
    Matcher key = KEY.matcher(change.key());
    return key.matches() && key.group(1).equals("prompt")
        ? session
            .prompts()
            .said(Integer.parseInt(key.group(2)))
            .flatMap(said -> Idle.freed(session, said))
            .map(freed -> Decision.of(lost, freed))
            .orElseGet(() -> Decision.of(lost))
        : Decision.of(lost);
  }

  /** What a second way tells is named by the first of it. */
  private static Stream<Said> told(Session session, Said first, boolean others) {
    return session.prompts().recent().stream()
        .filter(said ->
            said.number() == first.number()
                || (others
                    && said.relayed()
                    && said.to().equals(first.to())
                    && said.number() > first.number()));
  }
}
