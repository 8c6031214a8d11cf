package dev.callboard.report.model;

import dev.callboard.report.AttendanceTable;
import dev.callboard.report.AttendanceTable.Entry;
import dev.callboard.report.AttendanceTable.Kind;
import dev.callboard.report.model.Attendance.Hand;
import dev.callboard.report.model.Attendance.InPart;
import dev.callboard.report.model.Attendance.InSegment;
import dev.callboard.report.model.Attendance.Person;
import dev.callboard.session.attendance.Mark;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.attendance.Spans;
import dev.callboard.session.attendance.Status;
import dev.callboard.session.attendance.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes of a roll what a report says of people. */
final class RollFold {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private RollFold() {}

  static Attendance attendance(Roll roll, AttendanceTable table, Timing timing) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    roll.learners().forEach(one -> counts.merge(one.verdict().status(), 1, Integer::sum));
    List<Person> people = table.entries().stream().map(entry -> person(entry, table)).toList();
    int[] present = new int[table.segments().size()];
    people.stream()
        .filter(person -> person.kind() == Kind.LEARNER)
        .forEach(person -> {
          for (int i = 0; i < present.length; i++) {
            present[i] += person.parts().get(i).missed() ? 0 : 1;
          }
        });
    List<InSegment> segments =
        IntStream.range(0, present.length)
            .mapToObj(i -> {
              AttendanceTable.Part part = table.segments().get(i);
              return new InSegment(
                  part.roll().segment(),
                  part.title(),
                  ran(part, timing),
                  present[i],
                  roll.learners().size() - present[i]);
            })
            .toList();
    return new Attendance(counts, roll.guests().size(), roll.unnamed(), people, segments);
  }

  /** How long a segment ran with its pauses, to the second that its row of the timing says. */
  private static Duration ran(AttendanceTable.Part part, Timing timing) {
    Duration ran = part.roll().ran().length();
    return timing.parts().stream()
        .filter(timed -> timed.segment().equals(part.roll().segment()))
        .map(timed -> timed.spent().plus(timed.paused()))
        .filter(told -> told.minus(ran).abs().compareTo(SECOND) <= 0)
        .findFirst()
        .orElse(ran);
  }

  static Presence presence(Roll roll) {
    Stream<Spans> learners = roll.learners().stream().map(Roll.Learner::spans);
    Stream<Spans> guests = roll.guests().stream().map(Roll.Guest::spans);
    return Presence.of(Stream.concat(learners, guests).toList());
  }

  private static Person person(Entry entry, AttendanceTable table) {
    Verdict verdict = entry.verdict();
    Mark mark = verdict.mark();
    return new Person(
        entry.kind(),
        entry.id(),
        entry.name(),
        entry.email(),
        verdict.status(),
        verdict.present(),
        verdict.of(),
        verdict.joined(),
        verdict.left(),
        verdict.late(),
        verdict.early(),
        mark == null ? null : new Hand(mark.by(), mark.reason()),
        Reasons.of(unmarked(verdict), entry.about().zone()),
        inParts(entry, table));
  }

  private static List<InPart> inParts(Entry entry, AttendanceTable table) {
    List<Duration> attended = table.attended(entry);
    return IntStream.range(0, attended.size())
        .mapToObj(i -> {
          AttendanceTable.Part part = table.segments().get(i);
          return new InPart(
              part.roll().segment(), part.title(), attended.get(i), part.missed(entry));
        })
        .toList();
  }

  /** What the facts say beside what was written by hand. */
  private static Verdict unmarked(Verdict verdict) {
    return new Verdict(
        verdict.status(),
        verdict.present(),
        verdict.of(),
        verdict.joined(),
        verdict.left(),
        verdict.late(),
        verdict.early(),
        verdict.gaps(),
        verdict.before(),
        verdict.sure(),
        verdict.account(),
        null);
  }
}
