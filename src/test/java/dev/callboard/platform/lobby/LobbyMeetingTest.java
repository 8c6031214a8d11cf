package dev.callboard.platform.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Sighting.Joined;
import dev.callboard.chat.Sighting.Left;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.Meetings.Ended;
import dev.callboard.platform.lobby.Meetings.Meeting;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming to the meeting of a class, and having others come. */
class LobbyMeetingTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final LobbyKit kit = new LobbyKit(door, clock);
  private int deliveries;

  @BeforeEach
  void open() {
    kit.holds(plan -> Optional.of(meeting()));
  }

  /** As a class would know it from what was told at the door. */
  private Meeting meeting() {
    Set<String> here = new HashSet<>();
    Set<String> gone = new HashSet<>();
    for (Sighting sighting : door.sightings()) {
      String connection = who(sighting).connection();
      boolean came = sighting.what() instanceof Joined;
      (came ? here : gone).add(connection);
      (came ? gone : here).remove(connection);
    }
    return new Meeting("hybrid-1", here, gone);
  }

  private static Attendee who(Sighting sighting) {
    return switch (sighting.what()) {
      case Joined joined -> joined.who();
      case Left left -> left.who();
      default -> throw new AssertionError(sighting);
    };
  }

  @Test
  void joiningAndLeaving_isToldAsThePersonsAccount() {
    assertThat(sends("ana", "join", "").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    sends("ana", "leave", "");

    Attendee ana = new Attendee("ana", "ana", "ana", null, "Ana Ruiz", null, null);
    Place place = new Place("lobby", "local", "hybrid/meeting");
    assertThat(door.sightings())
        .containsExactly(
            new Sighting(
                place, "hybrid-1", clock.instant().minus(Duration.ofMinutes(1)), new Joined(ana)),
            new Sighting(place, "hybrid-1", clock.instant(), new Left(ana)));
  }

  @Test
  void sameDeliveryTwice_tellsTheSameFactThoughMuchHappenedSince() {
    sends("1", "ana", "join", "");
    clock.advance(Duration.ofMinutes(1));
    sends("2", "ana", "leave", "");
    clock.advance(Duration.ofMinutes(1));
    sends("1", "ana", "join", "");

    assertThat(door.received()).hasSize(3);
    assertThat(door.received().getLast()).isEqualTo(door.received().getFirst());
  }

  @Test
  void whoIsWhereTheyWantToBe_doesNothing() {
    sends("ana", "leave", "");
    sends("ana", "join", "");
    sends("ana", "join", "");

    assertThat(door.sightings()).hasSize(1);
  }

  @Test
  void everybody_comesInABurstWithTwoWhomNobodyKnows() {
    sends("ana", "join", "");

    assertThat(simulates("everybody")).contains("3 people came.");

    List<Attendee> came = door.sightings().stream().map(LobbyMeetingTest::who).toList();
    assertThat(came).extracting(Attendee::connection).doesNotHaveDuplicates().hasSize(4);
    assertThat(came).extracting(Attendee::account).containsExactly("ana", "liam", null, null);
    assertThat(came.get(2).name()).isEqualTo("iPhone");
    assertThat(came.get(3).name()).startsWith("+").endsWith("4");
    assertThat(came.get(3).phone()).isNotNull();
    assertThat(door.received().stream().map(inbound -> inbound.delivery().key()).distinct())
        .hasSize(4);
    assertThat(simulates("everybody")).contains("Everybody is in the meeting already.");
  }

  @Test
  void theFirstToWhomItCan_dropsAndReturns() {
    assertThat(simulates("drop")).contains("No learner is in the meeting.");
    assertThat(simulates("return")).contains("No learner has dropped.");
    simulates("everybody");

    assertThat(simulates("drop")).contains("Ana Ruiz dropped.");
    assertThat(simulates("drop")).contains("Liam Byrne dropped.");
    assertThat(simulates("return")).contains("Ana Ruiz is back.");
    assertThat(simulates("return")).contains("Liam Byrne is back.");
    assertThat(simulates("leave")).contains("4 people left.");
    assertThat(simulates("leave")).contains("Nobody is in the meeting who is played.");
    assertThat(meeting().here()).isEmpty();
  }

  @Test
  void latecomer_isALearnerWhileOneIsMissingThenAStrangerThenNobody() {
    sends("ana", "join", "");

    assertThat(simulates("late")).contains("Liam Byrne came.");
    assertThat(simulates("late")).contains("Robin Vale came.");
    assertThat(simulates("late")).contains("Everybody has come already.");
  }

  @Test
  void ownReport_hasEverybodyTheBookHas_seenOrUnseen() throws Exception {
    Instant start = clock.instant();
    sends("ana", "join", "");
    assertThat(simulates("unseen")).contains("Liam Byrne came, and the class was not told.");
    clock.set(start.plusSeconds(60));
    sends("ana", "leave", "");
    sends("ana", "join", "");
    clock.advance(Duration.ofMinutes(1));

    MeetingRecord record = record("hybrid-1");

    assertThat(door.sightings()).hasSize(3);
    assertThat(record.rows())
        .extracting(row -> row.who().account(), Row::from, Row::to)
        .containsExactlyInAnyOrder(
            tuple("ana", start, start.plusSeconds(60)),
            tuple("ana", start.plusSeconds(60), clock.instant()),
            tuple("liam", start.plusSeconds(1), clock.instant()));
    assertThat(record("")).isEqualTo(record);
    assertThat(record("hybrid-2").rows()).isEmpty();
  }

  private MeetingRecord record(String occurrence) throws Exception {
    Place place = new Place("lobby", "local", "hybrid/meeting");
    return kit.adapter().records().orElseThrow().pull(place, occurrence).orElseThrow();
  }

  @Test
  void simulationSentAgain_happensToNobodyElse() {
    simulates("everybody");
    clock.advance(Duration.ofMinutes(1));

    String first = body(sends("again", "pat", "simulate", "drop"));
    clock.advance(Duration.ofMinutes(1));
    String second = body(sends("again", "pat", "simulate", "drop"));

    assertThat(second).isEqualTo(first).contains("Ana Ruiz dropped.");
    assertThat(meeting().gone()).containsExactly("ana");
    assertThat(door.received().getLast()).isEqualTo(door.received().get(4));
  }

  @ParameterizedTest
  @CsvSource({"ana", "fay", "dee"})
  void onlyProducers_maySimulate(String person) {
    assertThat(sends(person, "simulate", "everybody").status()).isEqualTo(403);
    assertThat(door.received()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "join, hybrid/class, '', 403",
    "join, onboarding/meeting, '', 403",
    "join, hybrid/meeting, now, 400",
    "simulate, hybrid/meeting, '', 400",
    "simulate, hybrid/meeting, fire, 400",
    "say, hybrid/meeting, hello, 403"
  })
  void whatNoPageOfOursSends_isRefused(String kind, String place, String line, int status) {
    Map<String, String> what = Map.of("id", "1", "kind", kind, "place", place, "line", line);

    assertThat(kit.adapter().accept(kit.sent("pat", what)).status()).isEqualTo(status);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void meetingOfNoOpenClass_isNotHeld() {
    kit.holds(plan -> Optional.empty());

    assertThat(sends("ana", "join", "").status()).isEqualTo(409);
    assertThat(door.received()).isEmpty();
    assertThat(kit.session("ana").at("/now").isEmpty()).isTrue();
  }

  @Test
  void page_isToldWhetherItsPersonIsThereAndNothingOfOthers() {
    assertThat(kit.session("ana").at("/now").toString()).isEqualTo("{\"meeting\":{\"in\":false}}");
    simulates("everybody");

    assertThat(kit.session("ana").at("/now").toString()).isEqualTo("{\"meeting\":{\"in\":true}}");
    assertThat(kit.session("fay").at("/now/meeting/in").booleanValue()).isFalse();
    assertThat(kit.session("pat").toString()).doesNotContain("~phone");
  }

  @Test
  void endOfTheClass_letsAllLeaveThenAndIsTheSameWhenToldAgain() throws Exception {
    Instant start = clock.instant();
    simulates("everybody");
    clock.advance(Duration.ofMinutes(10));
    Ended ended = new Ended("hybrid", meeting(), clock.instant(), 9);
    clock.advance(Duration.ofSeconds(30));

    kit.lobby().end(ended);
    List<Inbound> told = door.received().subList(4, 9);

    assertThat(told)
        .extracting(inbound -> ((Inbound.Presence) inbound).sighting())
        .allMatch(sighting -> sighting.at().equals(ended.at()))
        .extracting(sighting -> sighting.what().getClass().getSimpleName())
        .containsExactly("Left", "Left", "Left", "Left", "Over");
    assertThat(told).extracting(inbound -> inbound.delivery().key()).doesNotHaveDuplicates();
    kit.lobby().end(ended);
    assertThat(door.received().subList(9, 14)).isEqualTo(told);
    assertThat(record("hybrid-1").rows())
        .hasSize(4)
        .extracting(Row::from, Row::to)
        .containsOnly(tuple(start.plusSeconds(1), ended.at()));
  }

  @Test
  void endOfTheClass_isInTheOwnReportOfWhomTheClassWasNotTold() throws Exception {
    sends("ana", "join", "");
    simulates("unseen");
    clock.advance(Duration.ofMinutes(10));
    Instant over = clock.instant();

    kit.lobby().end(new Ended("hybrid", meeting(), over, 5));
    clock.advance(Duration.ofMinutes(10));

    assertThat(door.sightings()).hasSize(3).noneMatch(LobbyMeetingTest::isLiams);
    assertThat(record("hybrid-1").rows()).hasSize(2).extracting(Row::to).containsOnly(over);
  }

  private static boolean isLiams(Sighting sighting) {
    return sighting.what() instanceof Left(Attendee who) && who.connection().equals("liam");
  }

  @Test
  void whoeverCameWhileTheClassEnded_leavesAfterThat() {
    Instant ended = clock.instant();
    clock.advance(Duration.ofMillis(300));
    sends("ana", "join", "");

    kit.lobby().end(new Ended("hybrid", meeting(), ended, 7));

    assertThat(door.sightings())
        .extracting(Sighting::at)
        .containsExactly(ended.plusMillis(300), ended.plusMillis(301), ended.plusMillis(301));
  }

  @Test
  void meetingOfAPlanThatIsNoMore_isLeftAsItIs() {
    kit.lobby().end(new Ended("gone", meeting(), clock.instant(), 7));

    assertThat(door.received()).isEmpty();
  }

  private String simulates(String what) {
    clock.advance(Duration.ofSeconds(1));
    return body(sends("pat", "simulate", what));
  }

  private WebhookResponse sends(String person, String kind, String line) {
    deliveries++;
    return sends("d" + deliveries, person, kind, line);
  }

  private WebhookResponse sends(String id, String person, String kind, String line) {
    Map<String, String> what =
        Map.of("id", id, "kind", kind, "place", "hybrid/meeting", "line", line);
    return kit.adapter().accept(kit.sent(person, what));
  }

  private static String body(WebhookResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
