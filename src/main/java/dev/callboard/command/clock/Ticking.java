package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Terms;
import dev.callboard.command.Decision;
import dev.callboard.plan.Member;
import dev.callboard.session.Accounts;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Relayed;
import dev.callboard.session.Said;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Prompts.Prompt;
import dev.callboard.session.timing.Unseen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the clock says when it rings. */
public final class Ticking {

  /** A prompt that could not be brought for so long is of no use any more. */
  private static final Duration USEFUL = Duration.ofMinutes(3);

  private final Session session;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private final List<Outgoing> out = new ArrayList<>();
  private int count;

  private Ticking(Session session, Instant now) {
    this.session = session;
    this.now = now;
    count = session.prompts().count();
  }

  /** Does and says what is due; a decision without events when nothing is. */
  public static Decision decide(Session session, Instant now) {
    Optional<Decision> onward = ByItself.decide(session, now);
    if (onward.isPresent()) {
      return onward.get();
    }
    Ticking ticking = new Ticking(session, now);
    Prompts.Ring ring = Prompts.ring(session, now);
    ring.stale().ifPresent(ticking.events::add);
    ring.prompts().forEach(ticking::say);
    Unseen.due(session, now).stream()
        .collect(Collectors.groupingBy(Said::to, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(ticking::relay);
    return Decision.of(ticking.events.toArray(Event[]::new)).saying(ticking.out);
  }

  private void say(Prompt prompt) {
    int number = ++count;
    Line line = PromptText.of(session, prompt, now);
    events.add(
        new Prompted(
            number,
            prompt.to(),
            reached(prompt.marks()),
            reached(prompt.passed()),
            line.plainText()));
    String key = key(number);
    Terms terms = terms(now).meantFor(now.minus(prompt.late()));
    Actions buttons = new Actions(PromptButtons.of(session, prompt, number, now));
    Optional<Direct> route = Accounts.route(session, prompt.to());
    if (route.isPresent()) {
      Message message = new Message(new Audience.One(prompt.to()), Content.text(line).and(buttons));
      out.add(new Outgoing.Post(key, route.get(), message, terms));
    } else {
      Beside beside = new Beside(session, key, prompt.to(), terms);
      events.add(new Relayed(List.of(number), beside.producers()));
      out.addAll(beside.tell(toPassOn(prompt.to(), line).and(buttons)));
    }
  }

  /** Nobody knows a private way to the person, so those beside them are told what to pass on. */
  private Content toPassOn(String to, Line line) {
    String name = session.plan().person(to).map(Member::name).orElse(to);
    return Content.of(
        new Text(Line.of("For " + name + ", whom I cannot reach privately: ")), new Text(line));
  }

  private void relay(List<Said> unseen) {
    Relay relay = Relay.of(session, unseen, terms(now));
    events.add(relay.event());
    out.addAll(relay.out());
  }

  /** The key of the post that a prompt is. */
  static String key(int number) {
    return "prompt-" + number;
  }

  static Terms terms(Instant now) {
    return Terms.PROMPT.until(now.plus(USEFUL));
  }

  private static List<Reached> reached(List<Mark> marks) {
    return marks.stream().map(mark -> new Reached(mark.key(), mark.due())).toList();
  }
}
