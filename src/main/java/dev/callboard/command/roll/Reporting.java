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

  /** A class that ended longer ago, before there was such a report, stays as it is. */
  private static final Duration WAITED_FOR = Duration.ofDays(1);

  private Reporting() {}

  /**
   * When it is to be posted; empty while the class runs, once it is, and when nobody waits for it
   * any more.
   */
  public static Optional<Instant> next(Session session, Instant now) {
    Instant ended = session.run().endedAt();
    return ended == null
            || session.run().startedAt() == null
            || session.register().told().reported()
            || session.register().course().erased() > 0
            || now.isAfter(ended.plus(WAITED_FOR))
        ? Optional.empty()
        : Optional.of(ended.plus(AFTER));
  }

  /**
   * What is posted, with its picture, which takes a while to draw.
   *
   * @param log the whole of the class
   */
  public static Content card(Session session, List<Recorded> log, Instant now) {
    ClassReport report = ClassReport.of(session, log, now).forReader(Reader.FACILITATOR);
    return Content.of(
        new Heading("Report · " + session.plan().title()),
        new Text(Line.of(report.header().result())),
        new File(session.id().value() + "-report.png", "image/png", picture(report)),
        new Actions(
            List.of(
                Buttons.main(session.id(), "Open the report", "desk report"),
                Buttons.plain(session.id(), "Attendance as a file", "report"),
                Buttons.plain(session.id(), "Debrief", "debrief"))),
        new Small(
            Line.of("As far as is known now; the page behind the button is always the newest.")));
  }

  /** Posts the card when it is time; a decision without events when it is not. */
  public static Decision decide(Session session, Content card, Instant now) {
    return due(session, now)
        ? Decision.of(new Event.Reported())
            .saying(Backstage.say(session, "class-report", card, false))
        : Decision.of();
  }

  /** Whether it is to be posted now. */
  public static boolean due(Session session, Instant now) {
    return next(session, now).filter(at -> !at.isAfter(now)).isPresent();
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
