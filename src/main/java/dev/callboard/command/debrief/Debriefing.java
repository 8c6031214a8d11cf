package dev.callboard.command.debrief;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Decision;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Accounts;
import dev.callboard.session.Debrief;
import dev.callboard.session.Event;
import dev.callboard.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the producers and facilitators of a class are asked how it went, each alone. Pure; what was
 * asked and answered is in the log, so that no restart asks twice.
 */
public final class Debriefing {

  /** When they are asked, from the end on; the later times only those who have not finished. */
  static final List<Duration> ASKED =
      List.of(Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofHours(24));

  /** So long after the end nobody waits for answers any more. */
  static final Duration LASTS = Duration.ofDays(7);

  private Debriefing() {}

  /** When there is somebody to ask, or to wait for no longer; empty when that is over. */
  public static Optional<Instant> next(Session session) {
    Instant ended = session.run().endedAt();
    Debrief debrief = session.debrief();
    if (ended == null || session.run().startedAt() == null || debrief.closed()) {
      return Optional.empty();
    }
    if (debrief.asked().isEmpty()) {
      return Optional.of(ended.plus(ASKED.getFirst()));
    }
    if (Question.allFinished(session)) {
      return Optional.of(ended);
    }
    return Stream.concat(
            Stream.of(ended.plus(LASTS)),
            debrief.asked().keySet().stream().flatMap(who -> reminder(session, ended, who)))
        .min(Comparator.naturalOrder());
  }

  /**
   * At its time from the end; later by as much as the time before was, so that a server that was
   * down does not ask twice at once.
   */
  private static Stream<Instant> reminder(Session session, Instant ended, String person) {
    Debrief.Asking asking = session.debrief().asked().get(person);
    if (asking == null || asking.rounds() >= ASKED.size() || Question.finished(session, person)) {
      return Stream.empty();
    }
    Duration planned = ASKED.get(asking.rounds());
    Duration apart = planned.minus(ASKED.get(asking.rounds() - 1));
    Instant at = ended.plus(planned);
    Instant after = asking.at().plus(apart);
    return Stream.of(after.isAfter(at) ? after : at);
  }

  /** Asks whom it is time to ask; a decision without events when it is nobody's. */
  public static Decision decide(Session session, Instant now) {
    if (next(session).filter(at -> !at.isAfter(now)).isEmpty()) {
      return Decision.of();
    }
    List<String> people = due(session, now);
    if (people.isEmpty()) {
      return Decision.of(new Event.DebriefClosed());
    }
    List<Event> events = new ArrayList<>();
    List<Outgoing> out = new ArrayList<>();
    for (String person : people) {
      Debrief.Asking before = session.debrief().asked().get(person);
      int round = before == null ? 1 : before.rounds() + 1;
      events.add(new Event.DebriefAsked(person, round));
      ask(session, person, round).ifPresent(out::add);
    }
    return Decision.of(events.toArray(Event[]::new)).saying(out);
  }

  private static List<String> due(Session session, Instant now) {
    Instant end = Objects.requireNonNull(session.run().endedAt());
    if (!end.plus(LASTS).isAfter(now)) {
      return List.of();
    }
    if (session.debrief().asked().isEmpty()) {
      return first(session);
    }
    return session.debrief().asked().keySet().stream()
        .filter(who -> reminder(session, end, who).anyMatch(at -> !at.isAfter(now)))
        .sorted()
        .toList();
  }

  /**
   * Facilitators, and the producers who did something in this class; those who can be told
   * something alone, and have not finished by themselves.
   */
  private static List<String> first(Session session) {
    List<Member> producers = session.plan().withRole(Role.PRODUCER).toList();
    List<Member> acted = producers.stream().filter(one -> acted(session, one)).toList();
    return Stream.concat(
            (acted.isEmpty() ? producers.stream().limit(1) : acted.stream()),
            session.plan().withRole(Role.FACILITATOR))
        .map(Member::key)
        .filter(who -> !Question.finished(session, who))
        .filter(who -> Accounts.route(session, who).isPresent())
        .toList();
  }

  /** Whoever does something is written down with their account. */
  private static boolean acted(Session session, Member member) {
    return session.accounts().stream().anyMatch(known -> known.person().equals(member.key()));
  }

  private static Optional<Outgoing> ask(Session session, String person, int round) {
    return Accounts.route(session, person)
        .map(route ->
            new Outgoing.Post(
                "debrief-" + round + "-" + person,
                route,
                new Message(
                    new Audience.One(person),
                    DebriefText.asking(session, person, round == ASKED.size()))));
  }
}
