package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Listed;
import dev.callboard.api.Classes.Wanted;
import dev.callboard.api.Route.Asked;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.report.AttendanceTable;
import dev.callboard.report.CsvFile;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.attendance.Roll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What programs may read of classes. */
final class SessionReads {

  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 200;
  private static final int EVENTS = 200;
  private static final int MOST_EVENTS = 1_000;

  private final Classes classes;
  private final InstantSource clock;

  SessionReads(Classes classes, InstantSource clock) {
    this.classes = classes;
    this.clock = clock;
  }

  /** A page of classes, the newest first; a class opened meanwhile moves none. */
  WebhookResponse list(Asked asked) {
    Query query = Query.of(asked.request(), List.of("open", "plan", "after", "limit"));
    Wanted wanted =
        new Wanted(
            asked.program().client(),
            query.text("plan").orElse(null),
            query.yesOrNo("open").orElse(null));
    int limit = (int) Math.max(1, query.number("limit", PAGE, LONGEST_PAGE));
    Listed cursor = query.text("after").map(Cursor::read).orElse(null);
    List<Listed> found = classes.list(wanted, cursor, limit + 1);
    List<Listed> page = found.subList(0, Math.min(limit, found.size()));
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode shown = root.putArray("sessions");
    page.forEach(one -> shown.add(row(one)));
    root.put("next", found.size() > limit ? Cursor.write(page.getLast()) : null);
    return json(root);
  }

  private static ObjectNode row(Listed one) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", one.id())
        .put("plan", one.plan())
        .put("open", one.open())
        .put("openedAt", one.opened().toString());
  }

  /** A class as it stands. */
  WebhookResponse one(Asked asked) {
    Query.of(asked.request(), List.of());
    Session session = own(classes, asked);
    Instant now = clock.instant();
    Roll roll = Roll.of(session.register(), session.plan(), now);
    return json(SessionView.of(session, roll, classes.worries(session, roll, now), now));
  }

  /** Who was there, a row a person. */
  WebhookResponse attendance(Asked asked) {
    Query.of(asked.request(), List.of());
    return json(AttendanceView.of(AttendanceTable.of(own(classes, asked), clock.instant())));
  }

  /** The same as a file. */
  WebhookResponse attendanceFile(Asked asked) {
    Query.of(asked.request(), List.of());
    Session session = own(classes, asked);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvFile.USUAL.write(AttendanceTable.of(session, clock.instant()).people(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("CSV in memory", impossible);
    }
    return new WebhookResponse(200, "text/csv; charset=utf-8", out.toByteArray())
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + session.id().value() + "-attendance.csv\"");
  }

  /** The log, in order, as far as it is for the client. */
  WebhookResponse events(Asked asked) {
    Query query = Query.of(asked.request(), List.of("after", "limit"));
    long after = query.number("after", 0, Long.MAX_VALUE);
    int limit = (int) Math.max(1, query.number("limit", EVENTS, MOST_EVENTS));
    Session session = own(classes, asked);
    return json(EventsView.of(session, classes.log(session.id(), after, limit + 1), limit));
  }

  /**
   * The class that is asked for.
   *
   * @throws Problem when it is none of the program's client
   */
  static Session own(Classes classes, Asked asked) {
    return classes
        .find(new SessionId(asked.named()))
        .filter(found -> found.plan().clientKey().equals(asked.program().client()))
        .orElseThrow(() -> Problem.nothing("class"));
  }

  private static WebhookResponse json(ObjectNode node) {
    return WebhookResponse.json(200, PageAnswers.write(node));
  }
}
