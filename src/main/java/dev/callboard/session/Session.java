package dev.callboard.session;

import dev.callboard.chat.Person;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Accompanied;
import dev.callboard.session.Event.Accounted;
import dev.callboard.session.Event.Acquainted;
import dev.callboard.session.Event.Asked;
import dev.callboard.session.Event.Convened;
import dev.callboard.session.Event.DebriefAsked;
import dev.callboard.session.Event.DebriefClosed;
import dev.callboard.session.Event.DebriefDone;
import dev.callboard.session.Event.Debriefed;
import dev.callboard.session.Event.Disarmed;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Event.Erased;
import dev.callboard.session.Event.Erasing;
import dev.callboard.session.Event.Extended;
import dev.callboard.session.Event.Finalised;
import dev.callboard.session.Event.Forgotten;
import dev.callboard.session.Event.Freed;
import dev.callboard.session.Event.Hushed;
import dev.callboard.session.Event.Inserted;
import dev.callboard.session.Event.IssueRaised;
import dev.callboard.session.Event.IssueTurned;
import dev.callboard.session.Event.IssueUndone;
import dev.callboard.session.Event.Led;
import dev.callboard.session.Event.Marked;
import dev.callboard.session.Event.Matched;
import dev.callboard.session.Event.Merged;
import dev.callboard.session.Event.Missed;
import dev.callboard.session.Event.Moved;
import dev.callboard.session.Event.Noted;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Parted;
import dev.callboard.session.Event.Paused;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Event.Posted;
import dev.callboard.session.Event.Profiled;
import dev.callboard.session.Event.Prompted;
import dev.callboard.session.Event.Rearmed;
import dev.callboard.session.Event.Recognised;
import dev.callboard.session.Event.Reconciled;
import dev.callboard.session.Event.Relayed;
import dev.callboard.session.Event.Reported;
import dev.callboard.session.Event.Restored;
import dev.callboard.session.Event.Resumed;
import dev.callboard.session.Event.Reworded;
import dev.callboard.session.Event.Rolled;
import dev.callboard.session.Event.Ruled;
import dev.callboard.session.Event.Seen;
import dev.callboard.session.Event.Settled;
import dev.callboard.session.Event.Skipped;
import dev.callboard.session.Event.Snoozed;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Event.TakenBack;
import dev.callboard.session.Event.Unaccounted;
import dev.callboard.session.Event.Undelivered;
import dev.callboard.session.Event.Witnessed;
import dev.callboard.session.attendance.Register;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One delivery of a class as its events have made it. Immutable: {@link #after} gives the next
 * state.
 *
 * @param seq the number of the newest event in it
 * @param accounts platform accounts found to be people of the plan, each once
 */
public record Session(
    SessionId id,
    long seq,
    Plan plan,
    Rooms rooms,
    Run run,
    Written written,
    List<Known> accounts,
    PromptBook prompts,
    Register register,
    Debrief debrief) {

  public Session {
    accounts = List.copyOf(accounts);
  }

  /** An account that belongs to a person of the plan. */
  public record Known(String person, Person account) {}

  /** Folds a log from its first event; empty when there is none. */
  public static Optional<Session> fold(SessionId id, List<Recorded> log) {
    if (log.isEmpty() || !(log.getFirst().event() instanceof Opened opened)) {
      return Optional.empty();
    }
    Session session =
        new Session(
            id,
            log.getFirst().seq(),
            opened.plan(),
            opened.rooms(),
            Run.planned(opened.plan(), opened.plannedStart()),
            Written.NOTHING,
            List.of(),
            PromptBook.EMPTY,
            Registering.opened(opened, log.getFirst().at()),
            Debrief.NOTHING);
    return Optional.of(session.after(log.subList(1, log.size())));
  }

  public Session after(List<Recorded> later) {
    Session session = this;
    for (Recorded recorded : later) {
      session = session.after(recorded);
    }
    return session;
  }

  /** The state once this event has happened. */
  public Session after(Recorded recorded) {
    Session next = changed(recorded).with(Registering.after(this, recorded));
    if (register.told().reported() && !next.reportsAs(this)) {
      next = next.with(next.register.with(next.register.told().reportOutdated(recorded.at())));
    }
    if (recorded.via() != null) {
      return next; // they may not even know of it
    }
    PromptBook read = next.prompts.acted(recorded.by(), recorded.at());
    return read.equals(next.prompts) ? next : next.with(recorded, read);
  }

  /**
   * Whether its report says the same as at another time after the end, but for facts that came in:
   * who leaves when all leave is no news.
   */
  public boolean reportsAs(Session other) {
    return register.decidedAs(other.register)
        && debrief.closed() == other.debrief.closed()
        && issues().equals(other.issues());
  }

  /** The class as its clock stood before it was last changed; its log and its people as now. */
  public Optional<Session> beforeChange() {
    return Optional.ofNullable(run.before())
        .map(old ->
            new Session(id, seq, plan, rooms, old, written, accounts, prompts, register, debrief));
  }

  private Session changed(Recorded recorded) {
    return switch (recorded.event()) {
      case Opened _ -> with(recorded, run);
      case Started _,
          Entered _,
          Ended _,
          Extended _,
          Skipped _,
          Restored _,
          Paused _,
          Moved _,
          Inserted _,
          Led _ ->
          with(recorded, run.after(recorded, plan.slot()));
      case Resumed _ -> resumed(recorded);
      case Recognised recognised -> with(recorded, recognised);
      case Posted _,
          Reworded _,
          TakenBack _,
          Noted _,
          IssueRaised _,
          IssueTurned _,
          IssueUndone _ ->
          with(recorded, written.after(recorded));
      case Prompted _,
          Seen _,
          Snoozed _,
          Relayed _,
          Rearmed _,
          Disarmed _,
          Freed _,
          Missed _,
          Asked _,
          Hushed _,
          Profiled _ ->
          with(recorded, prompts.after(recorded.event(), recorded.at()));
      case DebriefAsked _, Debriefed _, DebriefDone _, DebriefClosed _ ->
          with(recorded, debrief.after(recorded));
      case Convened _,
          Witnessed _,
          Acquainted _,
          Matched _,
          Forgotten _,
          Merged _,
          Parted _,
          Marked _,
          Accompanied _,
          Ruled _,
          Rolled _,
          Reported _,
          Settled _,
          Accounted _,
          Unaccounted _,
          Reconciled _,
          Finalised _,
          Erasing _,
          Erased _,
          Undelivered _ ->
          with(recorded, run);
    };
  }

  /** What ends by the hour is moved by no pause. */
  private Session resumed(Recorded recorded) {
    Session next = with(recorded, run.after(recorded, plan.slot()));
    Instant since = run.pausedAt();
    if (since == null || segment().filter(now -> now.fixedEnd() != null).isPresent()) {
      return next;
    }
    Duration pause = Duration.between(since, run.notBeforeFacts(recorded.at()));
    return next.with(recorded, prompts.resumed(since, pause));
  }

  private Session with(Register next) {
    return new Session(id, seq, plan, rooms, run, written, accounts, prompts, next, debrief);
  }

  private Session with(Recorded recorded, Run next) {
    return new Session(
        id, recorded.seq(), plan, rooms, next, written, accounts, prompts, register, debrief);
  }

  private Session with(Recorded recorded, PromptBook next) {
    return new Session(
        id, recorded.seq(), plan, rooms, run, written, accounts, next, register, debrief);
  }

  private Session with(Recorded recorded, Debrief next) {
    return new Session(
        id, recorded.seq(), plan, rooms, run, written, accounts, prompts, register, next);
  }

  private Session with(Recorded recorded, Recognised recognised) {
    Known known = new Known(recognised.person(), recognised.account());
    List<Known> next =
        Stream.concat(
                accounts.stream().filter(k -> !k.account().sameAccount(known.account())),
                Stream.of(known))
            .toList();
    return new Session(
        id, recorded.seq(), plan, rooms, run, written, next, prompts, register, debrief);
  }

  private Session with(Recorded recorded, Written next) {
    return new Session(
        id, recorded.seq(), plan, rooms, run, next, accounts, prompts, register, debrief);
  }

  /** What was said to the class, in order. */
  public List<Post> posts() {
    return written.posts();
  }

  public List<Note> notes() {
    return written.notes();
  }

  public Issues issues() {
    return written.issues();
  }

  /** The segment that runs now; empty before the start and after the end. */
  public Optional<Segment> segment() {
    return run.current().map(Item::segment);
  }

  /**
   * The segment to go on to: the next of the running order that is not left out. Empty when there
   * is none or the class is not running.
   */
  public Optional<Segment> following() {
    return run.current()
        .flatMap(current -> run.order().following(current.key()))
        .map(Item::segment);
  }

  /** The segment to go back to. */
  public Optional<Segment> preceding() {
    return run.current()
        .flatMap(current -> run.order().preceding(current.key()))
        .map(Item::segment);
  }

  /** Number of the next post. */
  public int nextPost() {
    return posts().size() + 1;
  }

  /** When learners were last welcomed in the class room, by somebody or by Callboard itself. */
  public Optional<Instant> welcomed() {
    Stream<Instant> posted =
        posts().stream()
            .filter(post -> post.kind() == PostKind.WELCOME && !post.takenBack())
            .map(Post::at);
    return Stream.concat(posted, Stream.ofNullable(register.told().welcomed()))
        .max(Comparator.naturalOrder());
  }

  public Optional<Post> post(int number) {
    return number >= 1 && number <= posts().size()
        ? Optional.of(posts().get(number - 1))
        : Optional.empty();
  }

  /** The people the plan names that an account may be, see {@link Identity}. */
  public Optional<Member> member(Person account) {
    return Identity.member(plan, account);
  }

  /** Whether the account was already written down as this person's. */
  public boolean knows(String person, Person account) {
    return accounts.stream()
        .anyMatch(known -> known.person().equals(person) && known.account().sameAccount(account));
  }
}
