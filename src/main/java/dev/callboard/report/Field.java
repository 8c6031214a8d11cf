package dev.callboard.report;

import dev.callboard.report.AttendanceTable.Entry;
import dev.callboard.session.attendance.Reasons;
import dev.callboard.session.attendance.Revision.State;
import dev.callboard.session.attendance.Spans.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a report can say of a person. Names and order are the columns of the attendance file: none
 * is ever renamed, moved or left out; new ones go to the end.
 *
 * @param id as files and layouts name it
 * @param about what it is, for whoever writes a layout
 * @param whole whether it is a whole number, or empty
 */
public record Field(String id, String about, boolean whole, Function<Entry, String> value) {

  /** All of them, in the order of the columns. */
  static final List<Field> ALL =
      List.of(
          field("session", "the class's id", entry -> entry.about().session()),
          field("plan", "the plan's key", entry -> entry.about().plan()),
          field("title", "what the class is called", entry -> entry.about().title()),
          field(
              "kind",
              "learner, guest, unknown while nobody said who it is, or unnamed beside somebody",
              e -> e.kind().word()),
          field(
              "id",
              "the person's key in the plan; such as g-5f0c2a10 when they are not in it, and with a"
                  + " number behind it for each of those beside somebody",
              Entry::id),
          field("name", "the person's name", Entry::name),
          field("email", "the person's address, if it is known", Entry::email),
          field(
              "status",
              "present, late, left early, partial, absent, missing or excused",
              entry -> entry.verdict().status().word()),
          whole(
              "minutes",
              "whole minutes present that count, rounded down",
              entry -> minutes(entry.verdict().present())),
          whole(
              "seconds",
              "seconds present that count",
              entry -> String.valueOf(entry.verdict().present().toSeconds())),
          whole(
              "of_minutes",
              "whole minutes that presence is measured against",
              entry -> minutes(entry.verdict().of())),
          whole("percent", "the share of them, rounded down", Field::percent),
          field(
              "first_join_utc",
              "when the person first was in the class, in UTC",
              entry -> Stamps.utc(entry.verdict().joined())),
          field(
              "last_leave_utc",
              "when the person last was; empty while they are there",
              entry -> Stamps.utc(entry.verdict().left())),
          field(
              "first_join",
              "the same in the class zone, with its offset",
              entry -> Stamps.local(entry.verdict().joined(), entry.about().zone())),
          field(
              "last_leave",
              "the same in the class zone, with its offset",
              entry -> Stamps.local(entry.verdict().left(), entry.about().zone())),
          field(
              "zone",
              "the class zone, such as Europe/London",
              entry -> entry.about().zone().getId()),
          whole(
              "late_minutes",
              "whole minutes after the beginning; empty when in time",
              entry -> minutes(entry.verdict().late())),
          whole(
              "early_minutes",
              "whole minutes before the end; empty when they stayed",
              entry -> minutes(entry.verdict().early())),
          field(
              "gaps",
              "times away in between, in UTC, as FROM/TO with semicolons between",
              entry -> gaps(entry.verdict().gaps())),
          whole(
              "gap_minutes",
              "whole minutes of these together",
              entry -> minutes(together(entry.verdict().gaps()))),
          field(
              "reason",
              "a sentence that says why it comes to that",
              entry -> Reasons.of(entry.verdict(), entry.about().zone())),
          field("recognised", "how it is known who the person is", Entry::recognised),
          whole(
              "revision",
              "counted from 1; later facts make another",
              entry -> String.valueOf(entry.about().revision().number())),
          field(
              "revision_state",
              "live, provisional, reconciled or final",
              entry -> entry.about().revision().state().word()),
          field(
              "started_utc",
              "when the class began, in UTC",
              entry -> Stamps.utc(entry.about().started())),
          field(
              "ended_utc",
              "when the class ended, in UTC",
              entry -> Stamps.utc(entry.about().ended())),
          field("as_of_utc", "when the roll was called, in UTC", e -> Stamps.utc(e.about().asOf())),
          field(
              "duration",
              "time present in the form of ISO 8601, such as PT47M12S",
              entry -> Duration.ofSeconds(entry.verdict().present().toSeconds()).toString()),
          field("client", "whose class it is, by its short name", entry -> entry.about().client()),
          field(
              "provisional",
              "yes until attendance is reconciled or final, else no",
              entry -> settled(entry.about().revision().state()) ? "no" : "yes"),
          field(
              "rules",
              "by what rules it comes to that, and of what time",
              entry -> entry.about().rules()));

  private static Field field(String id, String about, Function<Entry, String> value) {
    return new Field(id, about, false, value);
  }

  private static Field whole(String id, String about, Function<Entry, String> value) {
    return new Field(id, about, true, value);
  }

  String of(Entry entry) {
    return value.apply(entry);
  }

  static Optional<Field> named(String id) {
    return ALL.stream().filter(field -> field.id.equals(id)).findFirst();
  }

  private static String minutes(@Nullable Duration duration) {
    return duration == null ? "" : String.valueOf(duration.toMinutes());
  }

  private static String percent(Entry entry) {
    long of = entry.verdict().of().toSeconds();
    return of == 0 ? "" : String.valueOf(entry.verdict().present().toSeconds() * 100 / of);
  }

  private static Duration together(List<Span> gaps) {
    return gaps.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  private static String gaps(List<Span> gaps) {
    return gaps.stream()
        .map(gap -> Stamps.utc(gap.from()) + "/" + Stamps.utc(gap.to()))
        .collect(Collectors.joining("; "));
  }

  private static boolean settled(State state) {
    return state == State.RECONCILED || state == State.FINAL;
  }
}
