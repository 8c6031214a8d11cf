package dev.callboard.report.digest;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Role;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Issue;
import dev.callboard.session.Issues;
import dev.callboard.session.Item;
import dev.callboard.session.Nameless;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery of a plan came to, as far as its designer is concerned. Names nobody.
 *
 * @param plan its key; of a copy, that of the plan it is a copy of
 * @param version a fingerprint of what the designer wrote
 * @param date the day it began, in the class zone
 * @param ran from its start to its end
 * @param over what it took beyond its slot; negative when it was shorter
 * @param learners how many the roster has
 * @param attended how many of them came, as attendance has it
 * @param parts the plan's segments in its order, then those that were put in
 */
public record DeliverySummary(
    String session,
    String plan,
    String title,
    String version,
    Instant started,
    LocalDate date,
    Duration ran,
    Duration over,
    int learners,
    int attended,
    List<Part> parts,
    List<Remark> notes,
    List<Word> debrief,
    List<Trouble> issues) {

  /**
   * A segment.
   *
   * @param inserted whether it is not in the plan
   * @param bound whether its length is not to be planned by experience: a cushion is there to be
   *     used up, and a fixed end comes when it comes
   * @param least below which the plan says it cannot be cut; null when the plan does not say
   * @param actual what it took, pauses left out; nothing when it was not given
   * @param given whether it ran at all
   * @param skipped whether it was left out on purpose
   * @param cut whether it ran, but was shortened or its rest left out
   * @param extended whether it was given more time in all than planned
   */
  public record Part(
      String segment,
      String title,
      boolean inserted,
      boolean bound,
      Duration planned,
      @Nullable Duration least,
      Duration actual,
      boolean given,
      boolean skipped,
      boolean cut,
      boolean extended) {

    /** What it took beyond its planned time; negative when less. */
    public Duration over() {
      return actual.minus(planned);
    }
  }

  /**
   * A note for the designer.
   *
   * @param segment where it was made; null outside the running class
   * @param behind how far behind the class was then; null outside the running class
   */
  public record Remark(
      LocalDate date, @Nullable String segment, @Nullable Duration behind, String text) {}

  /**
   * An answer of the debrief.
   *
   * @param role of who gave it, such as {@code facilitator}
   */
  public record Word(
      LocalDate date,
      String role,
      Topic topic,
      @Nullable String segment,
      @Nullable Went went,
      String text) {}

  /**
   * A technical issue, with nobody's name.
   *
   * @param segment where it came up; null outside the running class
   * @param device null when nobody said
   * @param lost what it took of the class
   */
  public record Trouble(
      @Nullable String segment,
      String what,
      @Nullable String device,
      boolean fixed,
      Duration lost) {}

  public DeliverySummary {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
    debrief = List.copyOf(debrief);
    issues = List.copyOf(issues);
  }

  /** Of a class that ran and has ended; empty of any other. */
  public static Optional<DeliverySummary> of(Session session) {
    Instant started = session.run().startedAt();
    Instant ended = session.run().endedAt();
    if (started == null || ended == null) {
      return Optional.empty();
    }
    Plan plan = session.plan();
    LocalDate date = started.atZone(plan.zone()).toLocalDate();
    Duration ran = Duration.between(started, ended);
    Roll roll = Roll.of(session.register(), plan, ended);
    return Optional.of(
        new DeliverySummary(
            session.id().value(),
            plan.courseKey(),
            plan.title(),
            Fingerprint.of(plan),
            started,
            date,
            ran,
            ran.minus(plan.slot()),
            roll.learners().size(),
            (int) roll.learners().stream().filter(one -> one.verdict().came()).count(),
            parts(session),
            notes(session, date),
            debrief(session, date),
            issues(session, roll)));
  }

  private static List<Part> parts(Session session) {
    List<Part> parts = new ArrayList<>();
    for (Segment segment : session.plan().segments()) {
      session.run().order().find(segment.key()).map(DeliverySummary::part).ifPresent(parts::add);
    }
    session.run().order().items().stream()
        .filter(Item::inserted)
        .map(DeliverySummary::part)
        .forEach(parts::add);
    return parts;
  }

  private static Part part(Item item) {
    Segment segment = item.segment();
    boolean given = item.actual().visited();
    boolean says = segment.minimum().compareTo(segment.planned()) < 0;
    return new Part(
        segment.key(),
        segment.title(),
        item.inserted(),
        segment.cushion() || segment.fixedEnd() != null,
        segment.planned(),
        says ? segment.minimum() : null,
        item.actual().spent(),
        given,
        item.skipped() && !given,
        given && (item.skipped() || item.extra().isNegative()),
        item.extra().isPositive());
  }

  private static List<Remark> notes(Session session, LocalDate date) {
    return session.notes().stream()
        .filter(note -> note.reader() == NoteFor.DESIGNER)
        .map(note -> new Remark(date, note.segment(), note.behind(), note.text()))
        .toList();
  }

  private static List<Word> debrief(Session session, LocalDate date) {
    return session.debrief().answers().stream()
        .map(answer ->
            new Word(
                date,
                session.plan().person(answer.by()).map(Member::role).orElse(Role.STRANGER).word(),
                answer.topic(),
                answer.segment(),
                answer.went(),
                answer.text()))
        .toList();
  }

  private static List<Trouble> issues(Session session, Roll roll) {
    List<Issue> known = session.issues().known().toList();
    if (known.isEmpty()) {
      return List.of();
    }
    Window time = Issues.classTime(session.run(), roll.now());
    Nameless nameless = Nameless.of(roll);
    return known.stream()
        .map(issue ->
            new Trouble(
                issue.segment(),
                nameless.without(issue.what().text()),
                issue.what().device(),
                issue.state() == Issue.State.FIXED,
                issue.lost(time)))
        .toList();
  }
}
