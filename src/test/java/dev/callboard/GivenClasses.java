package dev.callboard;

import dev.callboard.config.SettingsException;
import dev.callboard.desk.Commit;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.Issue;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.store.Store;
import dev.callboard.testing.Databases;
import dev.callboard.testing.SamplePlans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A plan given on three days: the poll took 8 minutes of 5, the room types 12 of 8, the gallery 1
 * of 4. In each a learner had no sound for two minutes.
 */
final class GivenClasses {

  private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");

  private GivenClasses() {}

  /** The plan's file, which may be changed. */
  static Path plan(Path folder) {
    return folder.resolve("plans").resolve("hybrid-meetings.yaml");
  }

  /** A server that knows them: {@code hybrid-meetings-1120} and the two days after. */
  static LobbyServer server(Path folder) throws IOException, SettingsException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    Files.copy(Path.of("config/plans/hybrid-meetings.yaml"), plan(folder));
    String url = Databases.in(folder);
    try (Store store = Store.open(url)) {
      for (int day = 0; day < 3; day++) {
        give(store, "hybrid-meetings-112" + day, FIRST.plus(Duration.ofDays(day)));
      }
    }
    return new LobbyServer(
        url, LobbyServer.clockOfTheDay(), Map.of("CALLBOARD_PLANS", plans.toString()));
  }

  private static void give(Store store, String session, Instant start) {
    give(store, SamplePlans.shipped("hybrid-meetings"), session, start);
  }

  private static void give(Store store, Plan plan, String session, Instant start) {
    List<Recorded> log = new ArrayList<>();
    add(log, start, new Event.Opened(plan, new Rooms(List.of(), List.of()), null));
    add(log, start, new Event.Started());
    add(log, start.plusSeconds(300), new Event.Entered("poll-1"));
    Issue.What what = new Issue.What("amara", "Amara hears nothing", "iPhone");
    add(log, start.plusSeconds(400), new Event.IssueRaised(1, what, "poll-1"));
    add(log, start.plusSeconds(520), new Event.IssueTurned(1, Issue.State.FIXED, "new headset"));
    add(log, start.plusSeconds(780), new Event.Entered("room-types"));
    add(log, start.plusSeconds(1_500), new Event.Entered("gallery-walk"));
    add(log, start.plusSeconds(1_560), new Event.Entered("activity-2"));
    add(log, start.plusSeconds(2_160), new Event.Ended());
    store.ledger().commit(new Commit(new SessionId(session), 0, log, null, List.of(), start));
  }

  /**
   * A server that knows, besides, a copy of the plan that was given on the day after, and one that
   * another client had.
   */
  static LobbyServer serverWithCopies(Path folder) throws IOException, SettingsException {
    Plan plan = SamplePlans.shipped("hybrid-meetings");
    Instant day = FIRST.plus(Duration.ofDays(3));
    try (Store store = Store.open(Databases.in(folder))) {
      give(store, SamplePlans.copied(plan, "ours", ""), "ours-1123", day);
      give(store, SamplePlans.copied(plan, "acme-1", "acme"), "acme-1-1123", day);
    }
    return server(folder);
  }

  private static void add(List<Recorded> log, Instant at, Event event) {
    log.add(new Recorded(log.size() + 1, at, "priya", event));
  }
}
