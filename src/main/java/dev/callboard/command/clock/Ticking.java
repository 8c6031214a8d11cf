package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Terms;
import dev.callboard.command.Buttons;
import dev.callboard.command.Decision;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Accounts;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Prompts.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clock says when it rings. */
public final class Ticking {

  /** A prompt that could not be brought for so long is of no use any more. */
  private static final Duration USEFUL = Duration.ofMinutes(3);

  private final Session session;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private final List<Outgoing> out = new ArrayList<>();

  private Ticking(Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  /** Says what is due; a decision without events when nothing is. */
  public static Decision decide(Session session, Instant now) {
    Ticking ticking = new Ticking(session, now);
    Prompts.due(session, now).forEach(ticking::say);
    return Decision.of(ticking.events.toArray(Event[]::new)).saying(ticking.out);
  }

  private void say(Prompt prompt) {
    int number = session.prompts().count() + events.size() + 1;
    events.add(
        new Prompted(number, prompt.to(), reached(prompt.marks()), reached(prompt.passed())));
    Line line = PromptText.of(session, prompt, now);
    Optional<Direct> route = Accounts.route(session, prompt.to());
    if (route.isPresent()) {
      Content content = Content.text(line);
      List<Button> buttons = buttons(prompt);
      post(
          "prompt-" + number,
          route.get(),
          prompt.to(),
          buttons.isEmpty() ? content : content.and(new Actions(buttons)));
    } else {
      toProducers(number, prompt.to(), line);
    }
  }

  /** Nobody knows a private way to the person, so those beside them are told what to pass on. */
  private void toProducers(int number, String to, Line line) {
    String name = session.plan().person(to).map(Member::name).orElse(to);
    Content content =
        Content.of(
            new Text(Line.of("For " + name + ", whom I cannot reach privately: ")), new Text(line));
    List<Member> producers = session.plan().withRole(Role.PRODUCER).toList();
    int before = out.size();
    for (Member producer : producers) {
      Accounts.route(session, producer.key())
          .ifPresent(route ->
              post("prompt-" + number + "." + producer.key(), route, producer.key(), content));
    }
    if (out.size() == before) {
      for (Place place : session.rooms().backstages()) {
        out.add(
            new Outgoing.Post(
                "prompt-" + number + "." + out.size(),
                new Destination.Room(place),
                new Message(new Audience.Team(), content),
                terms()));
      }
    }
  }

  private void post(String key, Direct route, String to, Content content) {
    out.add(new Outgoing.Post(key, route, new Message(new Audience.One(to), content), terms()));
  }

  private Terms terms() {
    return Terms.PROMPT.until(now.plus(USEFUL));
  }

  private List<Button> buttons(Prompt prompt) {
    boolean over =
        prompt.marks().stream()
            .anyMatch(mark -> mark.kind() == Kind.TIME || mark.kind() == Kind.OVER);
    if (!over) {
      return List.of();
    }
    return List.of(
        session.following().isPresent()
            ? Buttons.main(session.id(), "Next", "next")
            : Buttons.main(session.id(), "End class", "end"),
        Buttons.plain(session.id(), "+2 min", "extend 2"));
  }

  private static List<Reached> reached(List<Mark> marks) {
    return marks.stream().map(mark -> new Reached(mark.key(), mark.due())).toList();
  }
}
