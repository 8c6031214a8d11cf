package dev.callboard.command.roll;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Texts;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Roll.Learner;
import dev.callboard.session.attendance.Settling;
import dev.callboard.session.attendance.Storm;
import dev.callboard.session.attendance.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at the facts that came since the last time, and says what they ask for. */
final class Settlement {

  /**
   * The post of a mass drop is brought up to date at these marks of the clock, however many come
   * and go: nobody reads faster, and platforms count changes.
   */
  private static final Duration MARKS = Duration.ofSeconds(10);

  /** A leave that nobody said is told at most so late, as a rule. */
  private static final Duration LATE_LEAVE = Duration.ofSeconds(90);

  private final Session session;
  private final Instant now;
  private final Roll roll;
  private final Greeting greeting;
  private final List<Outgoing> out = new ArrayList<>();
  private final List<String> greeted = new ArrayList<>();
  private final List<String> needs = new ArrayList<>();

  /** When to look again at what was put off; null when nothing was. */
  private @Nullable Instant again;

  Settlement(Session session, Texts texts, Instant now) {
    this.session = session;
    this.now = now;
    roll = Roll.of(session.register(), session.plan(), now);
    greeting = new Greeting(session, texts, now);
  }

  List<Outgoing> out() {
    return out;
  }

  /**
   * Decides.
   *
   * @param absent whether it is time to say who is missing
   */
  Settling settle(boolean absent) {
    if (!session.run().ended()) {
      greet();
      roll.learners().stream().filter(this::newNeeds).forEach(this::tellNeeds);
    }
    Instant storm = session.run().ended() ? null : tellStorm();
    boolean rolled = session.register().told().rolled();
    if (absent) {
      backstage("missing", MissingList.content(session, roll), false);
    } else if (session.register().told().missing() && session.run().live()) {
      backstage("missing", MissingList.content(session, roll), true);
    }
    if (rolled) {
      out.addAll(RollCard.show(session, roll));
    }
    boolean offered = offersStart();
    return new Settling(greeted, needs, absent, storm, greeting.posted(), again(), offered);
  }

  private @Nullable Instant again() {
    Instant moving = roll.moving();
    return moving == null || (again != null && again.isBefore(moving)) ? again : moving;
  }

  /** Asks backstage to start the clock, for whoever teaches is there: once, and only before. */
  private boolean offersStart() {
    Optional<Member> facilitator =
        Minding.mayBeOffered(session, now) ? facilitator() : Optional.empty();
    facilitator.ifPresent(member ->
        backstage(
            "start-offer",
            Content.text(
                    Line.empty()
                        .strong(member.name())
                        .plain(" is in the meeting. Shall the class clock start?"))
                .and(Buttons.main(session.id(), "Start", "start")),
            false));
    return facilitator.isPresent();
  }

  private Optional<Member> facilitator() {
    return roll.team().stream()
        .filter(Roll.Guest::here)
        .flatMap(guest ->
            guest.party().owner() instanceof Owner.Known known
                ? Stream.of(known.member())
                : Stream.of())
        .filter(member -> member.role() == Role.FACILITATOR)
        .findFirst();
  }

  /** Everybody is greeted once; whoever drops and comes back is not. */
  private void greet() {
    Greeted before = Greeted.of(roll, session.register().told().greeted());
    List<Learner> fresh =
        roll.learners().stream()
            .filter(Learner::here)
            .filter(learner -> learner.party() != null && before.isNew(learner.party()))
            .toList();
    List<Party> guests =
        roll.guests().stream()
            .filter(Roll.Guest::here)
            .filter(guest -> before.isNew(guest.party()) && !mayReturn(guest, before.here()))
            .map(Roll.Guest::party)
            .toList();
    Stream.concat(fresh.stream().map(Learner::party), guests.stream())
        .filter(party -> party != null)
        .forEach(party -> greeted.addAll(party.confirmable()));
    out.addAll(greeting.of(fresh, guests));
  }

  /**
   * Whether it may still come out that a device is back and no other of that name: of a line that
   * broke, the platform tells long after.
   */
  private boolean mayReturn(Roll.Guest guest, Set<String> greetedHere) {
    Instant sure = guest.stretches().getLast().from().plus(LATE_LEAVE);
    boolean may = now.isBefore(sure) && greetedHere.contains(guest.party().name());
    if (may) {
      again = again == null || sure.isBefore(again) ? sure : again;
    }
    return may;
  }

  private boolean newNeeds(Learner learner) {
    Member member = learner.member();
    return learner.here()
        && !member.accommodations().isEmpty()
        && !session.register().told().needs().contains(member.key());
  }

  private void tellNeeds(Learner learner) {
    Member member = learner.member();
    needs.add(member.key());
    Line line =
        Line.empty()
            .strong(member.name())
            .plain(" is here: " + String.join(", ", member.accommodations()) + ".");
    backstage("needs-" + member.key(), Content.text(line), false);
  }

  /** Tells of the last mass drop, and how it grows; when it began, if that is news. */
  private @Nullable Instant tellStorm() {
    if (roll.storms().isEmpty()) {
      return null;
    }
    Storm storm = roll.storms().getLast();
    if (storm.from().isBefore(session.register().course().opened())) {
      return null; // before there was a class to drop out of
    }
    Duration grace = roll.policy().grace();
    Instant told = session.register().told().storm();
    if (told == null || storm.from().isAfter(told.plus(grace))) {
      tell(storm, storm.from(), false);
      return storm.from();
    }
    if (!now.isAfter(storm.to().plus(grace))) {
      grow(storm, told);
    }
    return null;
  }

  /** Brings the post up to date, or puts that off till the next mark, with what comes till then. */
  private void grow(Storm storm, Instant told) {
    Instant looked = session.register().told().looked();
    if (looked == null || mark(now) != mark(looked)) {
      tell(storm, told, true);
    } else {
      Instant next = Instant.ofEpochSecond((mark(now) + 1) * MARKS.toSeconds());
      again = again == null || next.isBefore(again) ? next : again;
    }
  }

  private static long mark(Instant at) {
    return at.getEpochSecond() / MARKS.toSeconds();
  }

  /**
   * Posts it, or brings the post up to date.
   *
   * @param known when it began by the first word of it, which names the post
   */
  private void tell(Storm storm, Instant known, boolean edit) {
    long back =
        Stream.concat(
                roll.learners().stream().map(Learner::stretches),
                roll.guests().stream().map(Roll.Guest::stretches))
            .filter(Settlement::connected)
            .count();
    Line line =
        Line.empty()
            .strong(storm.people() + " dropped at once")
            .plain(" at ")
            .clock(storm.from(), session.plan().zone())
            .plain(
                ". Platform or network? "
                    + (back == 1 ? "1 is" : back + " are")
                    + " here now. Whoever is back soon is neither welcomed again nor late.");
    backstage("storm-" + known.getEpochSecond(), Content.text(line), edit);
  }

  /** Of whoever dropped just now it is not thought here that they may only be moving. */
  private static boolean connected(List<Stretch> stretches) {
    return stretches.stream().anyMatch(stretch -> stretch.end() == Stretch.End.HERE);
  }

  private void backstage(String key, Content content, boolean edit) {
    out.addAll(Backstage.say(session, key, content, edit));
  }
}
