package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.LostMail;
import dev.callboard.PlatformAccounts;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.command.IcuTexts;
import dev.callboard.plan.Plan;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.zoom.ZoomAdapter;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.FakeZoomReports;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three hundred classes of one Zoom account that end at the same minute. */
class ManyReportsTest {

  private static final int CLASSES = 300;

  /** Reports of the plan Pro. */
  private static final int PER_SECOND = 10;

  /** One after the other, half a second apart. */
  private static final Duration ALL = Duration.ofMillis(500).multipliedBy(CLASSES);

  private static final Instant END = Instant.parse("2026-11-24T15:00:00Z");
  private static final Instant ASKED = END.plus(Duration.ofMinutes(5));

  private final SettableClock clock = new SettableClock(END);
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final MemoryLedger ledger = new MemoryLedger();
  private final Plan plan = SamplePlans.hybrid();
  private Desk desk = desk();

  /** A server over the same log, with a pace of its own. */
  private Desk desk() {
    try {
      MeetingRecords records =
          new ZoomAdapter(zoom.settings(), _ -> new Reply.Quiet(), new OkHttpClient(), clock)
              .records()
              .orElseThrow();
      return new Desk(
          new Desk.Furniture(
              ledger,
              LostMail.of(ledger),
              SamplePlans.library(plan),
              IcuTexts.read(Path.of("config/messages")),
              Commands.registry(),
              clock,
              _ -> Optional.empty(),
              new PlatformAccounts(_ -> Optional.of(records), clock),
              (_, _, _) -> Optional.empty()),
          _ -> {});
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @BeforeEach
  void endTogether() {
    zoom.reports().atMost(PER_SECOND, clock);
    IntStream.range(0, CLASSES).forEach(this::ended);
  }

  @AfterEach
  void close() {
    zoom.close();
  }

  private static SessionId id(int number) {
    return new SessionId("class-" + number);
  }

  private void ended(int number) {
    Place meeting = new Place("zoom", FakeZoom.ACCOUNT, "81234" + number);
    Place room = new Place("lobby", "local", "room-" + number);
    Place backstage = new Place("lobby", "local", "backstage-" + number);
    String uuid = "uuid" + number + "==";
    Attendee who = new Attendee("c1", "c1", "user-1", null, "Pat", null, null);
    Sighting joined = new Sighting(meeting, uuid, END.minusSeconds(900), new Sighting.Joined(who));
    List<Event> events =
        List.of(
            new Event.Opened(
                plan, new Rooms(List.of(room), List.of(backstage), List.of(meeting)), null),
            new Event.Convened(meeting, uuid),
            new Event.Witnessed(joined),
            new Event.Ended());
    List<Recorded> log = new ArrayList<>();
    events.forEach(event -> log.add(new Recorded(log.size() + 1, END, "priya", event)));
    ledger.commit(new Commit(id(number), 0, log, null, List.of(), END, new Alarm.At(ASKED)));
    zoom.reports()
        .ready(
            "meetings",
            uuid,
            List.of(FakeZoomReports.row("Pat", "2026-11-24T14:45:00Z", "2026-11-24T15:00:00Z")));
  }

  /** Lets time pass; every alarm rings on its instant. */
  private void until(Instant end) {
    for (Map.Entry<SessionId, Instant> next = next(); next != null; next = next()) {
      if (next.getValue().isAfter(end)) {
        break;
      }
      if (next.getValue().isAfter(clock.instant())) {
        clock.set(next.getValue());
      }
      ledger.set(next.getKey(), desk.ringing().ring(next.getKey()));
    }
    clock.set(end);
  }

  private Map.@Nullable Entry<SessionId, Instant> next() {
    return ledger.alarms().entrySet().stream()
        .min(
            Map.Entry.<SessionId, Instant>comparingByValue()
                .thenComparing(entry -> entry.getKey().value()))
        .orElse(null);
  }

  private long accounted() {
    return IntStream.range(0, CLASSES)
        .filter(number ->
            ledger.read(id(number), 0).stream()
                .anyMatch(recorded -> recorded.event() instanceof Event.Accounted))
        .count();
  }

  @Test
  void all_getTheirReportInMinutesAndWithinTheRate() {
    until(ASKED.plus(ALL));

    assertThat(accounted()).isEqualTo(CLASSES);
    assertThat(zoom.reports().refused()).isZero();
    assertThat(zoom.reports().asked()).hasSize(CLASSES);
  }

  @Test
  void tooMany_stopsAllClassesOfTheAccountForThatTimeAndNoLonger() {
    zoom.reports().limited("600");
    until(ASKED.plusSeconds(599));

    assertThat(zoom.reports().asked()).hasSize(1);
    assertThat(accounted()).isZero();

    zoom.reports().unlimited();
    until(ASKED.plusSeconds(600).plus(ALL));

    assertThat(accounted()).isEqualTo(CLASSES);
    assertThat(zoom.reports().refused()).isEqualTo(1);
  }

  /** What must wait is in the alarms; whatever else is known of it is not needed. */
  @Test
  void restart_losesNobodysTurn() {
    until(ASKED.plusSeconds(60));
    long before = accounted();
    desk = desk();
    clock.advance(Duration.ofSeconds(15));
    assertThat(before).isBetween(30L, (long) CLASSES - 30);

    until(ASKED.plusSeconds(75).plus(ALL));

    assertThat(accounted()).isEqualTo(CLASSES);
    assertThat(zoom.reports().refused()).isZero();
  }

  /** Who only waits for a turn has not asked in vain. */
  @Test
  void waiting_isNoTimeOfAsking() {
    zoom.reports().limited("1200");
    until(ASKED.plusSeconds(1_000));

    assertThat(ledger.read(id(7), 0))
        .noneMatch(recorded -> recorded.event() instanceof Event.Unaccounted);
  }

  /** While the server stood still, the turns of many passed. */
  @Test
  void thoseWhoComeLate_doNotComeAllAtOnce() {
    until(ASKED.plusSeconds(1));
    clock.advance(Duration.ofMinutes(2));

    until(ASKED.plusSeconds(130).plus(ALL.multipliedBy(2)));

    assertThat(accounted()).isEqualTo(CLASSES);
    assertThat(zoom.reports().refused()).isZero();
  }
}
