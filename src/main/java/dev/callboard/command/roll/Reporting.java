package dev.callboard.command.roll;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Block.File;
import dev.callboard.chat.Block.Heading;
import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Backstage;
import dev.callboard.command.Buttons;
import dev.callboard.command.Decision;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import dev.callboard.report.picture.Png;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Course;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The report that is backstage after class though nobody asked: its sentence and its picture. */
public final class Reporting {

  /** So long after the end most of those who leave have left, and people still look at the chat. */
  static final Duration AFTER = Duration.ofMinutes(1);

  private Reporting() {}

  /** When it is to be posted; empty while the class runs, and once it is. */
  public static Optional<Instant> next(Session session) {
    Instant ended = session.run().endedAt();
    Course course = session.register().course();
    return ended == null
            || session.run().startedAt() == null
            || session.register().told().reported()
            || course.erased() > 0
        ? Optional.empty()
        : Optional.of(ended.plus(AFTER));
  }

  /**
   * Posts it when it is time; a decision without events when it is not.
   *
   * @param log the whole of the class
   */
  public static Decision decide(Session session, List<Recorded> log, Instant now) {
    if (next(session).filter(at -> !at.isAfter(now)).isEmpty()) {
      return Decision.of();
    }
    ClassReport report = ClassReport.of(session, log, now).forReader(Reader.FACILITATOR);
    Content card =
        Content.of(
            new Heading("Report · " + session.plan().title()),
            new Text(Line.of(report.header().result())),
            new File(session.id().value() + "-report.png", "image/png", picture(report)),
            new Actions(
                List.of(
                    Buttons.main(session.id(), "Open the report", "desk report"),
                    Buttons.plain(session.id(), "Attendance as a file", "report"),
                    Buttons.plain(session.id(), "Debrief", "debrief"))),
            new Small(
                Line.of(
                    "As far as is known now; the page behind the button is always the newest.")));
    return Decision.of(new Event.Reported())
        .saying(Backstage.say(session, "class-report", card, false));
  }

  private static String picture(ClassReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Png.write(report, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
