package dev.callboard.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.api.Classes.Listed;
import dev.callboard.api.Classes.Whose;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What programs may read of classes. */
final class SessionReads {

  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 200;
  private static final int EVENTS = 200;
  private static final int MOST_EVENTS = 1_000;

  /** So many are looked through for a page; then it may be short, and leads on all the same. */
  private static final int LOOKED_AT = 2_000;

  private static final int BATCH = 200;

  private final Classes classes;
  private final InstantSource clock;

  SessionReads(Classes classes, InstantSource clock) {
    this.classes = classes;
    this.clock = clock;
  }

  /** A page of classes, the newest first; a class opened meanwhile moves none. */
  WebhookResponse list(Asked asked) {
    Query query = Query.of(asked.request(), List.of("open", "plan", "after", "limit"));
    Optional<Boolean> open = query.yesOrNo("open");
    Optional<String> plan = query.text("plan");
    int limit = (int) Math.max(1, query.number("limit", PAGE, LONGEST_PAGE));
    Listed cursor = query.text("after").map(Cursor::read).orElse(null);
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    Paging paging = new Paging(cursor, open.orElse(false));
    for (Listed one = paging.next(); one != null && shown.size() < limit; one = paging.next()) {
      boolean wanted = open.isEmpty() || open.get() == one.open();
      Optional<Whose> whose = wanted ? classes.whose(new SessionId(one.id())) : Optional.empty();
      if (whose.filter(found -> isMeant(found, asked.program(), plan)).isPresent()) {
        shown.add(row(one, whose.get()));
      }
      paging.took(one);
    }
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("sessions", shown);
    root.put("next", paging.isOver() ? null : Cursor.write(paging.last()));
    return json(root);
  }

  private static boolean isMeant(Whose whose, Program program, Optional<String> plan) {
    return whose.client().equals(program.client()) && plan.map(whose.plan()::equals).orElse(true);
  }

  private static ObjectNode row(Listed one, Whose whose) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", one.id())
        .put("plan", whose.plan())
        .put("open", one.open())
        .put("openedAt", one.opened().toString());
  }

  /** Goes through the classes, a batch at a time. */
  private final class Paging {
    private final boolean open;
    private List<Listed> batch = new ArrayList<>();
    private int at;
    private int looked;
    private @Nullable Listed last;
    private boolean over;

    Paging(@Nullable Listed after, boolean open) {
      this.last = after;
      this.open = open;
    }

    /** The next to look at, which stays the next until it was taken; null when it is enough. */
    @Nullable Listed next() {
      if (at == batch.size()) {
        batch = classes.list(last, open, BATCH);
        at = 0;
        over = batch.isEmpty();
      }
      return over || looked >= LOOKED_AT ? null : batch.get(at);
    }

    void took(Listed one) {
      last = one;
      looked++;
      at++;
    }

    boolean isOver() {
      return over || last == null;
    }

    Listed last() {
      return Objects.requireNonNull(last);
    }
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
