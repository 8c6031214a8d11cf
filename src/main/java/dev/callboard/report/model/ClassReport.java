package dev.callboard.report.model;

import dev.callboard.plan.Role;
import dev.callboard.report.AttendanceTable;
import dev.callboard.report.AttendanceTable.Kind;
import dev.callboard.session.Nameless;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class came to, for one reader. All forms of the report are made of this and nothing else,
 * so what is not in it can be in none of them.
 *
 * @param reader whom it is for
 * @param posts what the class was shown, in order
 * @param notes that are for the reader, in order
 * @param troubles what did not work; for readers whom the team's work is not for, counts alone
 * @param debrief nothing for readers whom the team's work is not for
 */
public record ClassReport(
    Reader reader,
    Header header,
    Timing timing,
    Attendance attendance,
    Presence presence,
    List<Posted> posts,
    List<Remark> notes,
    Troubles troubles,
    Debriefing debrief,
    Prompting prompting,
    List<Undelivered> undelivered) {

  public ClassReport {
    posts = List.copyOf(posts);
    notes = List.copyOf(notes);
    undelivered = List.copyOf(undelivered);
  }

  /**
   * All there is to tell, as the producer has it.
   *
   * @param log the whole of it, which folds to {@code session}
   */
  public static ClassReport of(Session session, List<Recorded> log, Instant now) {
    Roll roll = Roll.of(session.register(), session.plan(), now);
    AttendanceTable table = AttendanceTable.of(session, roll);
    Timing timing = ClockFold.of(session, log, now);
    Attendance attendance = RollFold.attendance(roll, table, timing);
    boolean anHour = session.run().plannedStart() != null;
    Window planned = anHour ? timing.planned() : null;
    Header header = header(table.about(), planned, timing, attendance);
    Telling telling = new Telling(session, timing);
    return new ClassReport(
        Reader.PRODUCER,
        header,
        timing,
        attendance,
        RollFold.presence(roll),
        session.posts().stream().map(telling::posted).toList(),
        session.notes().stream().map(telling::remark).toList(),
        telling.troubles(session, now),
        telling.debriefing(session.debrief()),
        PromptFold.of(telling, log),
        PromptFold.undelivered(telling, log));
  }

  /** How far it can be relied on, {@code Final, revision 1: attendance was signed off}. */
  public String standing() {
    String sure =
        switch (header.revision().state()) {
          case LIVE -> "the class is not over";
          case PROVISIONAL -> "attendance may still change as facts come in";
          case RECONCILED -> "attendance was compared with the platform’s own account";
          case FINAL -> "attendance was signed off";
        };
    return Words.capital(header.revision().state().word())
        + ", revision "
        + header.revision().number()
        + ": "
        + sure
        + (debrief.closed() ? ". The debrief is closed" : "");
  }

  private static Header header(
      AttendanceTable.About about, @Nullable Window planned, Timing timing, Attendance attendance) {
    return new Header(
        about.session(),
        about.plan(),
        about.title(),
        about.client(),
        about.clientTitle(),
        about.zone(),
        planned == null ? null : planned.start(),
        planned == null ? null : planned.end(),
        about.started(),
        about.ended(),
        about.revision(),
        about.asOf(),
        about.rules(),
        Result.of(timing, attendance, about.zone(), about.asOf()));
  }

  /** The same without what this reader may not have. What is gone stays gone. */
  public ClassReport forReader(Reader other) {
    return new ClassReport(
        other,
        header,
        timing,
        attendance(other),
        presence,
        posts.stream()
            .filter(post -> other.seesTeam() || !post.takenBack())
            .map(post -> other.seesTeam() ? post : post.plain())
            .toList(),
        notes.stream()
            .filter(note -> other.reads(note.reader()))
            .map(note -> other.seesTeam() ? note : note.unsigned())
            .toList(),
        troubles(other),
        other.seesTeam() ? debrief : Debriefing.NONE,
        prompting(other),
        other == Reader.PRODUCER ? undelivered : List.of());
  }

  private Attendance attendance(Reader other) {
    List<Attendance.Person> people =
        other.seesPeople()
            ? attendance.people().stream().map(person -> seen(person, other)).toList()
            : List.of();
    return new Attendance(
        attendance.counts(),
        attendance.guests(),
        attendance.unnamed(),
        people,
        attendance.segments());
  }

  /** What the team wrote may name anybody, so whoever may not know who is told without names. */
  private Troubles troubles(Reader other) {
    if (!other.seesTeam()) {
      return troubles.counts();
    }
    return other.seesPeople() || troubles.all().isEmpty()
        ? troubles
        : troubles.of(nameless()::without);
  }

  private Nameless nameless() {
    return Nameless.of(names(Kind.LEARNER), names(Kind.GUEST, Kind.UNKNOWN));
  }

  private List<String> names(Kind... kinds) {
    return attendance.people().stream()
        .filter(person -> List.of(kinds).contains(person.kind()))
        .map(Attendance.Person::name)
        .toList();
  }

  private static Attendance.Person seen(Attendance.Person person, Reader other) {
    Attendance.Hand hand = person.hand();
    return new Attendance.Person(
        person.kind(),
        person.id(),
        person.name(),
        other.seesAddresses() ? person.email() : "",
        person.status(),
        person.present(),
        person.of(),
        person.joined(),
        person.left(),
        person.late(),
        person.early(),
        hand == null || other.seesTeam() ? hand : new Attendance.Hand("", ""),
        person.facts(),
        person.parts());
  }

  /** A facilitator is told how they were prompted; what somebody else asked for is private. */
  private Prompting prompting(Reader other) {
    return switch (other) {
      case PRODUCER -> prompting;
      case FACILITATOR ->
          new Prompting(
              prompting.said().stream()
                  .filter(prompt -> prompt.role() == Role.FACILITATOR)
                  .map(Prompting.Prompt::wordless)
                  .toList(),
              List.of());
      case DESIGNER, CLIENT -> Prompting.NONE;
    };
  }
}
