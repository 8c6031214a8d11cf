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
import dev.callboard.session.attendance.Told;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The report that is backstage after class though nobody asked: its sentence and its picture. When
 * it is revised later, the same post is edited.
 */
public final class Reporting {

  /** So long after the end most of those who leave have left, and people still look at the chat. */
  static final Duration AFTER = Duration.ofMinutes(1);

  /** Whoever marks one person marks the next, so that all of it is one edit. */
  private static final Duration GATHERED = Duration.ofMinutes(1);

  /** A class that ended longer ago, before there was such a report, stays as it is. */
  private static final Duration WAITED_FOR = Duration.ofDays(1);

  private Reporting() {}

  /**
   * When it is to be posted, or the post to be brought up to date; empty while the class runs,
   * while the post says how things stand, and when nobody waits for it any more.
   */
  public static Optional<Instant> next(Session session, Instant now) {
    Instant ended = session.run().endedAt();
    Told told = session.register().told();
    if (ended == null
        || session.run().startedAt() == null
        || session.register().course().erased() > 0) {
      return Optional.empty();
    }
    if (told.reported()) {
      return Optional.ofNullable(told.outdated()).map(since -> since.plus(GATHERED));
    }
    return now.isAfter(ended.plus(WAITED_FOR)) ? Optional.empty() : Optional.of(ended.plus(AFTER));
  }

  /** Whether what happened in between makes the post of another time. */
  public static boolean revised(Session before, Session after) {
    return !Objects.equals(before.register().told().outdated(), after.register().told().outdated());
  }

  /**
   * What is posted, with its picture, which takes a while to draw.
   *
   * @param log the whole of the class
   */
  public static Content card(Session session, List<Recorded> log, Instant now) {
    ClassReport report = ClassReport.of(session, log, now).forReader(Reader.FACILITATOR);
    String issues = report.troubles().count() == 0 ? "" : " " + report.troubles().sentence();
    return Content.of(
        new Heading("Report · " + session.plan().title()),
        new Text(Line.of(report.header().result() + issues)),
        new File(session.id().value() + "-report.png", "image/png", picture(report)),
        new Actions(
            List.of(
                Buttons.main(session.id(), "Open the report", "desk report"),
                Buttons.plain(session.id(), "Attendance as a file", "report"),
                Buttons.plain(session.id(), "Debrief", "debrief"))),
        new Small(
            Line.of(report.standing() + ". The page behind the button is always the newest.")));
  }

  /** Posts or edits the card when it is time; a decision without events when it is not. */
  public static Decision decide(Session session, Content card, Instant now) {
    return due(session, now)
        ? Decision.of(new Event.Reported())
            .saying(
                Backstage.say(session, "class-report", card, session.register().told().reported()))
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
