package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.After;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Decision;
import dev.callboard.command.Times;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import dev.callboard.session.timing.CatchUp;
import dev.callboard.session.timing.Disarming;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the class stands once the clock was changed: what every such command answers. */
record Standing(Call call, Session session, Timeline timeline) {

  private static final String PAUSE = ", later by every minute of the pause.";

  /** After the events a command decided on. */
  static Standing after(Call call, Event... events) {
    Session session = After.of(call, events);
    return new Standing(call, session, Timeline.of(session.plan(), session.run(), call.now()));
  }

  /** The sentence, and after it how far behind the class is and when it ends. */
  Line line(Line sentence) {
    boolean live = session.run().live();
    String lead = live ? capital(Times.behind(timeline.behind())) + ", ends " : "The class ends ";
    return sentence
        .plain(" " + lead)
        .clock(timeline.end(), session.plan().zone())
        .plain(session.run().paused() && pauseMovesTheEnd() ? PAUSE : ".");
  }

  /** What waits for an hour, or ends by it, has time to spare or takes no notice. */
  private boolean pauseMovesTheEnd() {
    Instant later = timeline.now().plus(Duration.ofMinutes(1));
    return Timeline.of(session.plan(), session.run(), later).end().isAfter(timeline.end());
  }

  /** Writes the events down, and what they do to pending prompts; updates the card and answers. */
  Decision decide(Content answer, Event... events) {
    List<Event> all = new ArrayList<>(List.of(events));
    Prompts.missed(call.inClass(), session, call.now()).ifPresent(all::add);
    Prompts.rearmed(session, call.now()).ifPresent(all::add);
    Disarming.of(session, call.now()).ifPresent(all::add);
    List<Outgoing> card = Card.refresh(session, call.now());
    return Decision.of(all.toArray(Event[]::new)).saying(card).answering(answer);
  }

  /** Buttons that fit the moment, after those given. */
  Button[] buttons(Button... first) {
    return buttons(session, timeline, first);
  }

  static Button[] buttons(Session session, Timeline timeline, Button... first) {
    List<Button> buttons = new ArrayList<>(List.of(first));
    if (session.run().paused()) {
      buttons.addFirst(Buttons.main(session.id(), "Resume", "resume"));
    }
    if (late(session, timeline)) {
      buttons.add(Buttons.plain(session.id(), "Catch up", "catchup"));
    }
    return buttons.toArray(Button[]::new);
  }

  /** Whether catching up is worth a thought. */
  static boolean late(Session session, Timeline timeline) {
    Duration late = Duration.between(CatchUp.due(session.plan(), timeline), timeline.end());
    return session.run().live() && late.compareTo(Duration.ofMinutes(1)) >= 0;
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
