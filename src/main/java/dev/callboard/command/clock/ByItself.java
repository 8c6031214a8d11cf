package dev.callboard.command.clock;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Terms;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Decision;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Accounts;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Advance;
import dev.callboard.session.timing.Advance.Step;
import dev.callboard.session.timing.Mark;
import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.session.timing.Prompts;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes on to the next segment without anybody's doing, see {@link Advance}, and tells those who
 * lead and the producers, each alone; asks them when it is too late for that.
 */
record ByItself(Session session, Step step, Instant now) {

  /** Empty when nothing of it is due. */
  static Optional<Decision> decide(Session session, Instant now) {
    return Advance.due(session, now)
        .map(step -> new ByItself(session, step, now))
        .map(due -> due.step.fresh(now) ? due.goesOn() : due.asks());
  }

  private Decision goesOn() {
    Session after = after(new Entered(step.to().key()));
    List<Event> events = new ArrayList<>(List.of(new Entered(step.to().key())));
    Prompts.missed(session, after, now).ifPresent(events::add);
    Prompts.rearmed(after, now).ifPresent(events::add);
    Timeline timeline = Timeline.of(after.plan(), after.run(), now);
    Content content =
        Moves.answer(
            Line.of("Went on by itself: "),
            after,
            timeline,
            Buttons.plain(session.id(), "Back", "back " + step.from().key()));
    return decision(after, events, told(content, step.due(), step.to(), step.from()));
  }

  /** What the clock would say of the segment by now is left unsaid, for the question says it. */
  private Decision asks() {
    List<Reached> passed = new ArrayList<>(List.of(new Reached(step.mark(), step.due())));
    Prompts.coming(after(new Missed(passed)), now).stream()
        .filter(mark -> isUp(mark) && !mark.due().isAfter(now))
        .map(mark -> new Reached(mark.key(), mark.due()))
        .forEach(passed::add);
    Missed missed = new Missed(passed);
    Line line =
        Line.empty()
            .strong(step.from().title())
            .plain(" was to go on by itself at ")
            .clock(step.due(), session.plan().zone())
            .plain(", but I was away then. Go on to ")
            .strong(step.to().title())
            .plain("?");
    Content content =
        Content.text(line)
            .and(Onward.main(session), Buttons.plain(session.id(), "Status", "status"));
    return decision(after(missed), List.of(missed), told(content, now, step.from()));
  }

  private static boolean isUp(Mark mark) {
    return mark.kind() == Kind.TIME || mark.kind() == Kind.OVER;
  }

  private Session after(Event event) {
    return session.after(new Recorded(session.seq() + 1, now, Recorded.CALLBOARD, event));
  }

  private Decision decision(Session after, List<Event> events, List<Outgoing> told) {
    return Decision.of(events.toArray(Event[]::new)).saying(Card.refresh(after, now)).saying(told);
  }

  /**
   * Those who lead the segments, and the producers; backstage when no producer can be told alone.
   *
   * @param meant when they should read it
   */
  private List<Outgoing> told(Content content, Instant meant, Segment... segments) {
    List<String> producers =
        session.plan().withRole(Role.PRODUCER).map(Member::key).filter(this::listens).toList();
    List<Outgoing> out = new ArrayList<>();
    Stream.concat(Stream.of(segments).flatMap(this::lead), producers.stream())
        .distinct()
        .forEach(person ->
            Accounts.route(session, person)
                .ifPresent(route -> out.add(post(person, route, content, meant))));
    boolean reached =
        producers.isEmpty()
            || producers.stream().anyMatch(one -> Accounts.route(session, one).isPresent());
    if (!reached) {
      out.addAll(Backstage.say(session, key(), content, false));
    }
    return out;
  }

  /** Nobody where the lead is not to be disturbed. */
  private Stream<String> lead(Segment segment) {
    return session.plan().lead(segment).map(Member::key).stream()
        .filter(person -> !segment.quiet() && !session.prompts().profile(person).isQuietIn(segment))
        .filter(this::listens);
  }

  private boolean listens(String person) {
    return session.prompts().listens(person, now);
  }

  private Outgoing post(String person, Direct route, Content content, Instant meant) {
    Terms terms = Ticking.terms(now).meantFor(meant);
    return new Outgoing.Post(
        key() + "." + person, route, new Message(new Audience.One(person), content), terms);
  }

  private String key() {
    return "word-" + (session.seq() + 1);
  }
}
