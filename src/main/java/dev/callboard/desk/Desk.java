package dev.callboard.desk;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.command.Caller;
import dev.callboard.command.Decision;
import dev.callboard.command.Engine;
import dev.callboard.command.House;
import dev.callboard.command.Lost;
import dev.callboard.command.Registry;
import dev.callboard.command.Spec;
import dev.callboard.command.Texts;
import dev.callboard.command.Wording;
import dev.callboard.command.clock.Belated;
import dev.callboard.command.guide.Home;
import dev.callboard.desk.Rooming.Meant;
import dev.callboard.plan.Library;
import dev.callboard.plan.Role;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in. What an inbound causes is on disk when {@link #handle} returns; the reply is for
 * the caller alone. Thread-safe.
 */
public final class Desk {

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** An opening loses also to what its meetings tell meanwhile. */
  private static final int TRIES = 500;

  /** Words that are about no class in particular, so nobody is asked which is meant. */
  private static final Set<String> OF_NO_CLASS = Set.of("open", "today");

  private final Engine engine;
  private final House house;
  private final Classes classes;
  private final Rooming rooming;
  private final Writing writing;
  private final Early early;
  private final Witnessing witnessing;
  private final InstantSource clock;
  private final Turns turns = new Turns();
  private final Rings rings;

  /**
   * What the desk is given at the start.
   *
   * @param homes by platform, the tenant whose rooms a plan means that names none
   * @param accounts where the platforms' own accounts of meetings are asked for
   * @param pages makes links to the pages, and knows what is on them
   * @param herald says what is told outside
   */
  public record Furniture(
      Ledger ledger,
      Lost.Mail mail,
      Library plans,
      Texts texts,
      Registry registry,
      InstantSource clock,
      Function<String, Optional<String>> homes,
      Accounts accounts,
      Pages pages,
      Herald herald) {

    /** Of a desk without pages, whose classes stay on the platform they are opened on. */
    public Furniture(
        Ledger ledger,
        Lost.Mail mail,
        Library plans,
        Texts texts,
        Registry registry,
        InstantSource clock) {
      this(
          ledger,
          mail,
          plans,
          texts,
          registry,
          clock,
          _ -> Optional.empty(),
          _ -> new Accounts.Answer.Never(),
          (_, _, _) -> Optional.empty(),
          Herald.SILENT);
    }

    /** Of a desk that tells nothing outside. */
    public Furniture(
        Ledger ledger,
        Lost.Mail mail,
        Library plans,
        Texts texts,
        Registry registry,
        InstantSource clock,
        Function<String, Optional<String>> homes,
        Accounts accounts,
        Pages pages) {
      this(ledger, mail, plans, texts, registry, clock, homes, accounts, pages, Herald.SILENT);
    }
  }

  public Desk(Furniture furniture, Wake wake) {
    clock = () -> furniture.clock().instant().truncatedTo(ChronoUnit.MICROS); // as it is kept
    classes = new Classes(furniture.ledger(), wake::changed);
    rooming = new Rooming(furniture.ledger(), classes);
    house =
        new DeskHouse(
            furniture.plans(),
            furniture.texts(),
            furniture.registry(),
            furniture.ledger(),
            furniture.mail(),
            classes,
            new FreshIds(furniture.ledger()),
            furniture.homes(),
            furniture.pages());
    engine = new Engine(furniture.registry(), house);
    writing = new Writing(furniture.ledger(), classes, rooming, furniture.herald(), wake);
    early = new Early(furniture.ledger(), clock);
    witnessing = new Witnessing(classes, rooming, early, writing, turns, clock);
    rings =
        new Rings(
            new Tick(classes, writing, furniture.texts(), clock),
            turns,
            new Accountant(classes, writing, turns, furniture.accounts(), clock),
            new Reporter(classes, furniture.ledger(), writing, turns, clock),
            new Eraser(classes, furniture.ledger(), writing, turns, clock));
  }

  /** Takes something that happened on a platform. */
  public Reply handle(Inbound inbound) {
    try {
      return switch (inbound) {
        case Inbound.Command command -> command(command);
        case Inbound.Home home -> new Reply.Tell(new Home(house).of(home.from(), clock.instant()));
        case Inbound.Added added -> added(added);
        case Inbound.Presence presence -> witnessing.hear(presence);
      };
    } catch (RuntimeException exception) {
      LOG.error("{} was not done", inbound.delivery().key(), exception);
      if (inbound.delivery().route() == Delivery.Route.POSTED) {
        throw exception; // unacknowledged, so that the platform tells it again
      }
      return Reply.tell(
          "Something on my side broke, so I did nothing. Try again in a moment; if it stays so,"
              + " tell whoever runs Callboard.");
    }
  }

  /** A class as it stands, with what other servers wrote to it; empty when there is none. */
  public Optional<Session> find(SessionId id) {
    return classes.found(id);
  }

  /** A class with at least this event in it, from memory where that is there. */
  public Optional<Session> find(SessionId id, long seq) {
    return classes.recent(id).filter(kept -> kept.seq() >= seq).or(() -> classes.current(id));
  }

  /** The class of a room, open or the last one; answered from memory. */
  public Optional<Session> classAt(Place place) {
    return rooming.at(place);
  }

  /** The class that has this one time that a meeting is held, open or over. */
  public Optional<Session> classHolding(Place meeting, String occurrence) {
    return rooming.at(Witnessing.held(meeting, occurrence));
  }

  /** The clocks of its classes. */
  public Ringing ringing() {
    return rings;
  }

  /** Forgets what was told of meetings that no class was opened in. */
  public void sweep() {
    early.sweep();
  }

  /**
   * Keeps for the log, and tells backstage, that messages of a class were not delivered; prompts
   * take another way.
   *
   * @param changes the newest last
   */
  public void undelivered(SessionId session, List<Outgoing> changes, String sentence) {
    write(session, new Undeliverable(changes, sentence)::decide);
  }

  /**
   * Why a prompt that waits to be sent is of no use any more, in a sentence; empty while it is of
   * use. Answered from what the class is now, whichever server changed it.
   */
  public Optional<String> idle(SessionId session, Outgoing prompt) {
    return classes.current(session).flatMap(now -> Belated.reason(now, prompt));
  }

  /** Keeps for the log that a prompt was not sent for such a reason. */
  public void dropped(SessionId session, Outgoing prompt, String reason) {
    write(session, (found, _) -> Belated.dropped(found, prompt, reason));
  }

  private void write(SessionId session, BiFunction<Session, Instant, Decision> what) {
    turns.inTurn(
        session,
        () -> {
          classes.current(session).ifPresent(found -> write(found, what));
          return new Reply.Quiet();
        });
  }

  private void write(Session session, BiFunction<Session, Instant, Decision> what) {
    Instant now = clock.instant();
    Decision decision = what.apply(session, now);
    Writing.Draft draft =
        new Writing.Draft(session, decision.events(), null, decision.out(), Recorded.CALLBOARD);
    if (!draft.isEmpty() && writing.commit(draft, now).outcome() == Outcome.CONFLICT) {
      classes.current(session.id()).ifPresent(current -> write(current, what));
    }
  }

  private Reply command(Inbound.Command command) {
    Wording wording = Wording.of(command.line());
    Meant meant = rooming.meant(command, wording.session());
    if (!meant.several().isEmpty() && !OF_NO_CLASS.contains(wording.word())) {
      return answered(command, new Reply.Tell(whichClass(meant.several(), wording)));
    }
    Session session = meant.session();
    return session == null
        ? attempts(command, wording, null)
        : turns.inTurn(session.id(), () -> attempts(command, wording, session));
  }

  /** Decides and commits; when somebody else wrote first, decides again on what is there now. */
  private Reply attempts(Inbound.Command command, Wording wording, @Nullable Session seen) {
    Session session = seen == null ? null : classes.recent(seen.id()).orElse(seen);
    for (int i = 0; i < TRIES; i++) {
      Instant now = clock.instant();
      Caller caller = Callers.of(command, session);
      Decision decision = engine.decide(wording, caller, session, now);
      if (decision.events().isEmpty() && session != null && writing.overtaken(session)) {
        session = classes.current(session.id()).orElse(session);
        decision = engine.decide(wording, Callers.of(command, session), session, now);
      }
      Writing.Draft draft =
          decision.opens() == null
              ? draft(command, session, caller, decision)
              : opening(command, caller, decision, now);
      if (draft.isEmpty()) {
        return decision.reply();
      }
      switch (writing.commit(draft, now).outcome()) {
        case DONE -> {
          return inline(command) ? decision.reply() : new Reply.Quiet();
        }
        case DUPLICATE -> {
          return new Reply.Quiet();
        }
        case CONFLICT ->
            session = session == null ? null : classes.current(session.id()).orElse(session);
      }
    }
    throw new IllegalStateException(
        "tries: " + TRIES + " (expected: fewer until nobody else writes to the class first)");
  }

  private static Writing.Draft draft(
      Inbound.Command command, @Nullable Session session, Caller caller, Decision decision) {
    List<Event> events = new ArrayList<>(decision.events());
    if (session != null && isNews(command, session, caller, decision)) {
      events.addFirst(new Event.Recognised(caller.key(), command.from()));
    }
    List<Outgoing> out = new ArrayList<>(decision.out());
    if (!inline(command)) {
      posted(command, caller.key(), decision.reply()).ifPresent(out::add);
    }
    return new Writing.Draft(session, events, command.delivery().key(), out, caller.key())
        .from(command.delivery().program());
  }

  /** With what was told of its meetings before. */
  private Writing.Draft opening(
      Inbound.Command command, Caller caller, Decision decision, Instant now) {
    Writing.Draft draft = draft(command, null, caller, decision);
    return Writing.opening(draft, Objects.requireNonNull(decision.opens()), early, now);
  }

  /**
   * Whether it is to be written down whose account this is: once, with the first thing that
   * somebody of the team does, for it is how they can be told something alone.
   */
  private static boolean isNews(
      Inbound.Command command, Session session, Caller caller, Decision decision) {
    boolean team = Spec.TEAM.contains(caller.role()) && !session.run().ended();
    return caller.role() != Role.STRANGER
        && (team || !decision.events().isEmpty())
        && decision.opens() == null
        && !command.from().platform().equals(Person.PROGRAMS)
        && !session.knows(caller.key(), command.from());
  }

  /** The reply as a private post, for platforms whose request takes no answer. */
  private static Optional<Outgoing> posted(Inbound.Command command, String who, Reply reply) {
    Content content =
        switch (reply) {
          case Reply.Quiet quiet -> null;
          case Reply.Tell tell -> tell.content();
          case Reply.Replace replace -> replace.content();
          case Reply.Ask ask ->
              Content.text(Line.of(ask.form().label() + " Type ").code(ask.form().line() + " …"));
        };
    return Optional.ofNullable(content)
        .map(said ->
            new Outgoing.Post(
                "reply-" + command.delivery().key(),
                new Destination.Direct(command.from(), command.place()),
                new Message(new Audience.One(who), said)));
  }

  private Reply answered(Inbound.Command command, Reply reply) {
    if (inline(command)) {
      return reply;
    }
    Caller caller = Callers.of(command, null);
    List<Outgoing> out = posted(command, caller.key(), reply).stream().toList();
    writing.commit(
        new Writing.Draft(null, List.of(), command.delivery().key(), out, caller.key()),
        clock.instant());
    return new Reply.Quiet();
  }

  private Reply added(Inbound.Added added) {
    Content hello =
        Content.text(
            Line.of("Thanks for adding me. For the rooms of a plan, this place is ")
                .code(added.place().id())
                .plain(". Type ")
                .code("help")
                .plain(" to see what I do."));
    Outgoing post =
        new Outgoing.Post(
            "hello-" + added.delivery().key(),
            new Destination.Direct(added.from(), added.place()),
            new Message(new Audience.One(Caller.stranger(added.from())), hello));
    writing.commit(
        new Writing.Draft(
            null, List.of(), added.delivery().key(), List.of(post), Recorded.CALLBOARD),
        clock.instant());
    return new Reply.Quiet();
  }

  private static Content whichClass(List<Session> several, Wording wording) {
    String line = (wording.word() + " " + wording.rest()).strip();
    List<Button> buttons =
        several.stream()
            .limit(8)
            .map(session ->
                (Button) new Button.Press(session.id().value(), "@" + session.id() + " " + line))
            .toList();
    return Content.text("Several of your classes are open. Which one?").and(new Actions(buttons));
  }

  private static boolean inline(Inbound.Command command) {
    return command.delivery().route() == Delivery.Route.INLINE;
  }
}
