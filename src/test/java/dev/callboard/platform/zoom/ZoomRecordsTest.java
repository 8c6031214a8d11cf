package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.FakeZoomReports;
import dev.callboard.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomRecordsTest {

  private static final String FROM = "2026-11-24T14:02:07Z";
  private static final String TO = "2026-11-24T15:00:00Z";
  private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");
  private static final Place MEETING = new Place("zoom", FakeZoom.ACCOUNT, "86120034455");

  private final SettableClock clock = SettableClock.at("2026-11-24T15:12:00Z");
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final ZoomAdapter adapter =
      new ZoomAdapter(zoom.settings(), _ -> new Reply.Quiet(), new OkHttpClient(), clock);
  private final MeetingRecords records = adapter.records().orElseThrow();

  @AfterEach
  void close() {
    zoom.close();
  }

  private static ObjectNode row(String name) {
    return FakeZoomReports.row(name, FROM, TO);
  }

  private MeetingRecord pull(String occurrence) throws PlatformException {
    return records.pull(MEETING, occurrence).orElseThrow();
  }

  @Test
  void row_isAStayWithAllThatIsKnownOfThePerson() throws PlatformException {
    ObjectNode pat =
        row("Pat Learner")
            .put("user_id", "33558784")
            .put("id", "user-PAT")
            .put("user_email", "pat@example.com")
            .put("registrant_id", "reg-PAT");
    zoom.reports().ready("meetings", "abc==", List.of(pat));

    Row told = pull("abc==").rows().getFirst();

    assertThat(told.from()).isEqualTo(Instant.parse(FROM));
    assertThat(told.to()).isEqualTo(Instant.parse(TO));
    assertThat(told.who().connection()).isEqualTo("33558784");
    assertThat(told.who().account()).isEqualTo("user-PAT");
    assertThat(told.who().registrant()).isEqualTo("reg-PAT");
    assertThat(told.who().email()).isNull();
    assertThat(told.who().written()).isEqualTo("pat@example.com");
    assertThat(told.who().name()).isEqualTo("Pat Learner");
    assertThat(zoom.reports().asked().getFirst().getQuery())
        .contains("page_size=300")
        .contains("include_fields=registrant_id");
  }

  @Test
  void addressOfWhoeverSignedIn_isVouchedForUnlessTheyRegistered() throws PlatformException {
    ObjectNode pat = row("Pat").put("id", "user-PAT").put("user_email", "pat@example.com");
    ObjectNode lea = row("Lea").put("user_email", "lea@example.com");
    zoom.reports().ready("meetings", "abc==", List.of(pat, lea));

    List<Row> rows = pull("abc==").rows();

    assertThat(rows.getFirst().who().email()).isEqualTo("pat@example.com");
    assertThat(rows.getFirst().who().written()).isNull();
    assertThat(rows.getLast().who().email()).isNull();
    assertThat(rows.getLast().who().written()).isEqualTo("lea@example.com");
  }

  /** What is seen on the wire: twice encoded with a slash, once without. */
  @ParameterizedTest
  @ValueSource(strings = {"/qV7rT//Hb2s+Kc9==", "a//b==", "ab/c+d==", "nR4wPz81TgYb+e0=="})
  void occurrence_isFoundWhateverIsInItsName(String uuid) throws PlatformException {
    zoom.reports().ready("meetings", uuid, List.of(row("Pat Learner")));

    assertThat(pull(uuid).rows()).hasSize(1);
    URI asked = zoom.reports().asked().getFirst();
    assertThat(asked.getRawPath().contains("%252F")).isEqualTo(uuid.contains("/"));
    assertThat(asked.getRawPath()).startsWith("/v2/report/meetings/").endsWith("/participants");
  }

  @Test
  void withoutOccurrence_theLatestIsAskedFor() throws PlatformException {
    zoom.reports().ready("meetings", "86120034455", List.of(row("Pat Learner")));

    assertThat(pull("").occurrence()).isEmpty();
    assertThat(records.pull(new Place("zoom", FakeZoom.ACCOUNT, ""), "")).isEmpty();
  }

  @Test
  void allPages_areRead() throws PlatformException {
    zoom.reports().rowsPerPage(2);
    List<ObjectNode> rows =
        IntStream.range(0, 5).mapToObj(number -> row("Learner " + number)).toList();
    zoom.reports().ready("meetings", "abc==", rows);

    assertThat(pull("abc==").rows())
        .extracting(told -> told.who().name())
        .containsExactly("Learner 0", "Learner 1", "Learner 2", "Learner 3", "Learner 4");
    assertThat(zoom.reports().asked()).hasSize(3);
  }

  @Test
  void waitingRoom_isNoAttendance() throws PlatformException {
    ObjectNode waiting = row("Pat Learner").put("status", "in_waiting_room");
    zoom.reports().ready("meetings", "abc==", List.of(waiting, row("Lea Learner")));
    zoom.reports().ready("meetings", "def==", List.of(waiting));

    assertThat(pull("abc==").rows())
        .singleElement()
        .extracting(told -> told.who().name())
        .isEqualTo("Lea Learner");
    assertThat(records.pull(MEETING, "def==")).isEmpty();
  }

  @Test
  void webinar_hasItsOwnReports() throws PlatformException {
    zoom.reports().ready("webinars", "abc==", List.of(row("Pat Learner")));

    assertThat(pull("abc==").rows()).hasSize(1);
  }

  /** It takes minutes to a day until there is one. */
  @Test
  void reportThatIsNotThereYet_isAskedForLater() throws PlatformException {
    assertThat(records.pull(MEETING, "abc==")).isEmpty();

    zoom.reports().ready("meetings", "abc==", List.of());
    assertThat(records.pull(MEETING, "abc==")).isEmpty();

    zoom.reports().ready("meetings", "abc==", List.of(row("Pat Learner")));
    assertThat(records.pull(MEETING, "abc==")).isPresent();
  }

  @Test
  void oddRows_areLeftOutOrOfNoLength() throws PlatformException {
    ObjectNode backwards = FakeZoomReports.row("Back Wards", TO, FROM);
    ObjectNode timeless = FakeZoomReports.row("Time Less", "", "soon");
    ObjectNode nameless = row("x").put("name", "").put("user_id", 7);
    ObjectNode idless = row("Lea Learner");
    idless.remove("user_id");
    zoom.reports().ready("meetings", "abc==", List.of(backwards, timeless, nameless, idless));

    List<Row> rows = pull("abc==").rows();

    assertThat(rows)
        .extracting(told -> told.who().name())
        .containsExactly("Back Wards", "", "Lea Learner");
    assertThat(rows.getFirst().to()).isEqualTo(rows.getFirst().from());
    assertThat(rows).allSatisfy(told -> assertThat(told.who().connection()).isNotBlank());
  }

  @Test
  void twoBlankAddresses_areTwoUnknowns() throws PlatformException {
    zoom.reports().ready("meetings", "abc==", List.of(row("Pat"), row("Lea")));

    assertThat(pull("abc==").rows()).allSatisfy(told -> assertThat(told.who().email()).isNull());
  }

  @Test
  void trouble_isToldApartFromAReportThatIsNotThere() {
    zoom.tokenStatus(503);

    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> records.pull(MEETING, "abc=="));
    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void limitOfADay_namesWhenItEnds() {
    zoom.reports().limited("2026-11-25T00:00:00Z");

    PlatformException limited =
        catchThrowableOfType(PlatformException.class, () -> records.pull(MEETING, "abc=="));
    assertThat(limited.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(limited).hasMessageContaining("429 Heavy Daily-limit");
    assertThat(limited.retryAfter()).hasValueSatisfying(wait -> assertThat(wait).hasHours(8));
  }

  @Test
  void limitOfADay_endsWithTheDayWhereZoomDoesNotSay() {
    zoom.reports().limited("");

    PlatformException limited =
        catchThrowableOfType(PlatformException.class, () -> records.pull(MEETING, "abc=="));
    assertThat(limited.retryAfter()).contains(Duration.between(clock.instant(), MIDNIGHT));
  }

  /** Pages follow each other faster than an account may ask otherwise. */
  @Test
  void limitOfASecond_isToldToWhoeverAsksAgain() {
    zoom.reports().limited("1");

    PlatformException limited =
        catchThrowableOfType(PlatformException.class, () -> records.pull(MEETING, "abc=="));
    assertThat(limited).hasMessageContaining("429 Heavy QPS");
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(1));
  }

  @Test
  void platform_isZoom() {
    assertThat(records.platform()).isEqualTo("zoom");
  }
}
