package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.FakeTeamsGraph;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Microsoft Graph says of who was in a meeting. */
class TeamsRecordsTest {

  private static final String MEETING_ID = "MCMxOTptZWV0aW5n";

  private final SettableClock clock = SettableClock.at("2026-11-24T16:00:00Z");
  private final TeamsKit kit = new TeamsKit(new RecordingDoor(), clock);
  private final FakeTeamsGraph graph = kit.teams().graph();
  private final MeetingRecords records = kit.adapter().records().orElseThrow();

  @BeforeEach
  void hearOfTheMeeting() {
    kit.teams().connector().meeting(MEETING_ID, FakeTeamsGraph.details());
    kit.adapter().accept(kit.teams().signed(TeamsActivities.of("event-participant-join")));
  }

  @AfterEach
  void close() {
    kit.close();
  }

  private MeetingRecord pulled() throws PlatformException {
    return records.pull(kit.classRoom(), "").orElseThrow();
  }

  private PlatformException refusal() {
    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> records.pull(kit.classRoom(), ""));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static ObjectNode report(String id, String from, String to) {
    ObjectNode report = FakeTeamsGraph.fixture("report").put("id", id);
    return report.put("meetingStartDateTime", from).put("meetingEndDateTime", to);
  }

  @Test
  void report_isARowAnIntervalOverAllPages() throws PlatformException {
    graph.report(FakeTeamsGraph.fixture("report"));

    MeetingRecord record = pulled();

    assertThat(record.meeting()).isEqualTo(kit.classRoom());
    assertThat(record.rows())
        .extracting(row -> row.who().name())
        .containsExactly("Lea Learner", "Lea Learner", "Gus Guest", "Kim (Guest)");
    Row second = record.rows().get(1);
    assertThat(second.from()).isEqualTo(Instant.parse("2026-11-24T14:35:00Z"));
    assertThat(second.to()).isEqualTo(Instant.parse("2026-11-24T15:30:00Z"));
    assertThat(graph.asked()).anyMatch(path -> path.contains("$skip=2"));
  }

  /**
   * The same ids as in what was seen; an address only where the meeting's organisation knows it.
   */
  @Test
  void rows_nameThePeopleThatWereSeen() throws PlatformException {
    graph.report(FakeTeamsGraph.fixture("report"));

    MeetingRecord record = pulled();

    Row lea = record.rows().getFirst();
    assertThat(lea.who().connection()).isEqualTo("00000000-0000-0000-0000-0000000000a2");
    assertThat(lea.who().account()).isEqualTo(FakeTeams.LEA);
    assertThat(lea.who().email()).isEqualTo("lea@example.com");
    assertThat(record.rows().get(2).who().email()).isNull();
    assertThat(record.rows().get(2).who().account()).isNull();
    assertThat(record.rows().getLast().who().connection()).isEqualTo("record:rec-3");
  }

  @Test
  void noReportYet_isToBeAskedForLater() throws PlatformException {
    assertThat(records.pull(kit.classRoom(), "")).isEmpty();
  }

  /** Restarted within the hour, and the same series a week before. */
  @Test
  void severalReports_thoseOfTheLatestHoldingAreOne() throws PlatformException {
    graph.report(report("week-before", "2026-11-17T14:00:00Z", "2026-11-17T15:30:00Z"));
    graph.report(report("restarted", "2026-11-24T14:50:00Z", "2026-11-24T15:31:00Z"));
    graph.report(report("first", "2026-11-24T14:00:00Z", "2026-11-24T14:40:00Z"));

    assertThat(pulled().rows()).hasSize(8);
    assertThat(graph.asked()).noneMatch(path -> path.contains("week-before"));
  }

  @Test
  void strangeReportsAndRecords_arePassedOver() throws PlatformException {
    graph.report(report("no-end", "2026-11-24T14:00:00Z", "soon"));
    ObjectNode report = FakeTeamsGraph.fixture("report");
    JsonNode gus = report.withArray("attendanceRecords").get(1);
    ((ObjectNode) gus.path("attendanceIntervals").get(0))
        .put("leaveDateTime", "2026-11-24T13:00:00Z");
    report.withArray("attendanceRecords").add(5).add("x").addObject().put("identity", 7);
    graph.report(report);

    assertThat(pulled().rows()).extracting(row -> row.who().name()).doesNotContain("Gus Guest");
  }

  @Test
  void nextPageOnAnotherHost_isNotFollowed() {
    graph.report(FakeTeamsGraph.fixture("report"));
    graph.nextPageAt("https://evil.example/v1.0/next");

    PlatformException refused = refusal();

    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
    assertThat(refused).hasMessageContaining("elsewhere");
  }

  @Test
  void endlessPages_haveAnEnd() {
    graph.report(FakeTeamsGraph.fixture("report"));
    String first =
        kit.teams().settings().graphUrl()
            + "v1.0/users/"
            + FakeTeamsGraph.ORGANIZER
            + "/onlineMeetings/"
            + FakeTeamsGraph.MEETING
            + "/attendanceReports/report-1/attendanceRecords";
    graph.nextPageAt(first);

    assertThat(refusal()).hasMessageContaining("pages");
  }

  @ParameterizedTest
  @CsvSource({
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "429, RATE_LIMITED",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void refusal_isNamed(int status, Kind kind) {
    graph.failNext(new Fault(status, "7"));

    PlatformException refused = refusal();

    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused.retryAfter().orElse(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    assertThat(refused.retryAfter().isPresent()).isEqualTo(status != 403);
  }

  @Test
  void missingPolicy_isNamedForWhomeverMustMendIt() {
    graph.failNext(new Fault(403, null));

    assertThat(refusal()).hasMessageContaining("application access policy");
  }

  @Test
  void refusedToken_isFetchedAnew() throws PlatformException {
    graph.report(FakeTeamsGraph.fixture("report"));
    graph.failNext(new Fault(401, null));

    assertThat(pulled().rows()).isNotEmpty();
  }

  @Test
  void tokenForGraph_leavesThatForPostsAlone() throws PlatformException {
    graph.report(FakeTeamsGraph.fixture("report"));
    pulled();

    assertThat(kit.teams().tokensGiven()).isEqualTo(1);
  }

  @Test
  void meetingIsAskedAboutOnce() throws PlatformException {
    graph.report(FakeTeamsGraph.fixture("report"));
    pulled();
    pulled();

    assertThat(kit.teams().connector().calls())
        .filteredOn(call -> call.path().contains("/v1/meetings/"))
        .hasSize(1);
  }

  @Test
  void meetingNeverHeardOf_isToBeAskedAboutLater() {
    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class,
            () -> records.pull(new Place("teams", FakeTeams.TENANT, "19:other"), ""));

    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(graph.asked()).isEmpty();
  }

  @Test
  void meetingThatGraphDoesNotKnow_isNotFound() {
    kit.teams().connector().meeting(MEETING_ID, FakeTeamsGraph.details().removeAll());

    assertThat(refusal().kind()).isEqualTo(Kind.NOT_FOUND);
  }
}
