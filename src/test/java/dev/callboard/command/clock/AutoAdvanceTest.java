package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.report.deeds.Deed;
import dev.callboard.report.deeds.Deeds;
import dev.callboard.session.Event;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Segments that the clock goes on from by itself. The class starts at 14:00. */
class AutoAdvanceTest {

  static final SessionId CLASS = new SessionId("class-1124");

  private static final String SEGMENTS =
      """
      - {title: One, minutes: 10, advance: auto}
      - {title: Two, minutes: 20, advance: auto}
      - {title: Three, minutes: 30}
      """;

  static TestDesk started(String segments) {
    TestDesk desk = new TestDesk(SettableClock.at("2026-11-24T14:00:00Z"), plan(segments));
    desk.types("priya", "open class");
    desk.types("priya", "start");
    return desk;
  }

  private static Plan plan(String segments) {
    String text =
        """
        title: A class
        zone: Europe/London
        start: "14:00"
        slot: 60
        people:
          - {key: priya, name: Priya Nair, role: producer}
          - {key: fay, name: Fay Okafor, role: facilitator}
          - {key: ravi, name: Ravi Shah, role: facilitator}
        prompts: {class: [], cue: 0}
        segments:
        """
            + segments.indent(2);
    return new PlanReader(Set.of())
        .read("class", "class.yaml", text.getBytes(StandardCharsets.UTF_8))
        .usable()
        .orElseThrow();
  }

  private static void passes(TestDesk desk, int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  static List<Recorded> log(TestDesk desk) {
    return desk.ledger().read(CLASS, 0);
  }

  /** When which segment was entered without anybody's doing: {@code 14:10 two}. */
  private static List<String> steps(TestDesk desk) {
    return log(desk).stream()
        .filter(recorded -> recorded.by().equals(Recorded.CALLBOARD))
        .filter(recorded -> recorded.event() instanceof Entered)
        .map(recorded -> clock(recorded.at()) + " " + ((Entered) recorded.event()).segment())
        .toList();
  }

  private static String clock(Instant at) {
    return at.atZone(ZoneId.of("Europe/London")).toLocalTime().toString();
  }

  @Test
  void timeThatIsUp_goesOnOnceAndTellsTheTeamAlone() {
    TestDesk desk = started(SEGMENTS);
    assertThat(desk.types("priya", "status")).contains("Next: Two · Fay · 14:10, by itself");
    passes(desk, 50);

    assertThat(steps(desk)).containsExactly("14:10 two", "14:30 three");
    assertThat(desk.told("priya"))
        .containsExactly(
            "14:10 Went on by itself: Two · Fay till 14:30. On time.",
            "14:30 Went on by itself: Three · Fay till 15:00. On time.");
    assertThat(desk.told("fay").subList(0, 6))
        .as("no word that its time is up or over")
        .containsExactly(
            "14:05 5 min left, next: Two (you)",
            "14:08 2 min left, next: Two (you)",
            "14:10 Went on by itself: Two · Fay till 14:30. On time.",
            "14:25 5 min left, next: Three (you)",
            "14:28 2 min left, next: Three (you)",
            "14:30 Went on by itself: Three · Fay till 15:00. On time.");
    assertThat(desk.told("ravi")).isEmpty();
    assertThat(desk.shows(desk.classRoom())).isEmpty();
    assertThat(desk.shows(desk.backstage())).singleElement().asString().contains("Now: Three");
  }

  @Test
  void timelineAndReport_sayWhoseDoingItWas() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 11);

    Session session = Session.fold(CLASS, log(desk)).orElseThrow();
    assertThat(Deeds.of(session, log(desk)))
        .extracting(Deed::sentence)
        .contains("Callboard went on to Two by itself");
  }

  @Test
  void bothLeads_areTold() {
    TestDesk desk = started(SEGMENTS.replace("Two, minutes: 20", "Two, minutes: 20, lead: ravi"));
    passes(desk, 10);

    assertThat(desk.told("fay")).last().asString().endsWith("Two · Ravi till 14:30. On time.");
    assertThat(desk.told("ravi")).containsExactly(desk.told("fay").getLast());
  }

  @Test
  void whoIsNotToBeDisturbed_isNot() {
    TestDesk desk = started(SEGMENTS);
    desk.types("fay", "quiet-prompts");
    passes(desk, 10);

    assertThat(desk.told("fay")).isEmpty();
    assertThat(desk.told("priya")).hasSize(1);
  }

  @Test
  void back_undoesItAndTheClockStaysThere() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 10);
    assertThat(buttons(desk)).containsExactly("Next", "Back");

    assertThat(desk.types("priya", "@class-1124 back one")).startsWith("One · Fay till 14:10.");
    passes(desk, 5);

    assertThat(steps(desk)).containsExactly("14:10 two");
    assertThat(desk.told("fay"))
        .endsWith(
            "14:10 Time. Next: Two (you)",
            "14:12 2 min over. Next: Two (you)",
            "14:14 4 min over. Next: Two (you)");
    desk.types("priya", "extend 7");
    passes(desk, 2);
    assertThat(steps(desk)).as("it was given time").containsExactly("14:10 two", "14:17 two");
  }

  /** Buttons of the newest word to Priya. */
  private static List<String> buttons(TestDesk desk) {
    return desk.ledger().shelved().stream()
        .map(entry -> entry.change())
        .filter(Outgoing.Post.class::isInstance)
        .filter(change ->
            change.to() instanceof Destination.Direct direct
                && direct.person().id().equals("priya"))
        .map(change -> ((Outgoing.Post) change).message().content())
        .reduce((_, last) -> last)
        .map(AutoAdvanceTest::labels)
        .orElseThrow();
  }

  private static List<String> labels(Content content) {
    return content.blocks().stream()
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .map(Button::label)
        .toList();
  }

  @Test
  void nextInTheSameSecond_isNoSecondStep() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 10);

    assertThat(desk.types("priya", "next"))
        .isEqualTo("The class went on to “Two” by itself just now, so I did not go further.");
    assertThat(desk.types("priya", "next from one"))
        .isEqualTo("You are in “Two” already, so I did not go further.");
  }

  @Test
  void extension_movesIt() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 9);
    desk.types("priya", "extend 5");
    passes(desk, 3);
    desk.types("priya", "extend -2");
    passes(desk, 5);

    assertThat(steps(desk)).containsExactly("14:13 two");
  }

  @Test
  void pause_holdsItBack() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 5);
    desk.types("priya", "pause");
    passes(desk, 30);
    assertThat(steps(desk)).isEmpty();
    desk.types("priya", "resume");
    passes(desk, 5);

    assertThat(steps(desk)).containsExactly("14:40 two");
  }

  @Test
  void nextByHand_takesItsPlace() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 7);
    desk.types("priya", "next");
    passes(desk, 19);

    assertThat(steps(desk)).isEmpty();
    passes(desk, 1);
    assertThat(steps(desk)).containsExactly("14:27 three");
  }

  @Test
  void fixedStart_isWaitedFor() {
    TestDesk desk =
        started(
            """
            - {title: One, minutes: 10, advance: auto}
            - {title: Two, minutes: 20, fixed-start: "14:15"}
            - {title: Three, minutes: 25}
            """);
    passes(desk, 20);

    assertThat(steps(desk)).containsExactly("14:15 two");
    assertThat(desk.told("fay"))
        .contains("14:10 Time. Next: Two (you)")
        .noneMatch(line -> line.contains("over"));
  }

  @Test
  void fixedEnd_isKept() {
    TestDesk desk =
        started(
            """
            - {title: One, minutes: 10, advance: auto, fixed-end: "14:10"}
            - {title: Two, minutes: 50}
            """);
    passes(desk, 2);
    desk.types("priya", "pause");
    desk.types("priya", "resume");
    passes(desk, 10);

    assertThat(steps(desk)).containsExactly("14:10 two");
  }

  @Test
  void fixedEndThatPassesInAPause_isDecidedByPeople() {
    TestDesk desk =
        started(
            """
            - {title: One, minutes: 10, advance: auto, fixed-end: "14:10"}
            - {title: Two, minutes: 50}
            """);
    passes(desk, 9);
    desk.types("priya", "pause");
    passes(desk, 2);
    desk.types("priya", "resume");
    passes(desk, 9);

    assertThat(steps(desk)).isEmpty();
    assertThat(desk.told("fay")).contains("14:10 Time. Next: Two (you)");
  }

  @Test
  void cushionThatDelayUsedUp_isPassedOverInTheSameStep() {
    TestDesk desk =
        started(
            """
            - {title: One, minutes: 10, advance: auto}
            - {title: Spare, minutes: 5, cushion: true, advance: auto}
            - {title: Two, minutes: 45}
            """);
    desk.types("priya", "extend 6");
    passes(desk, 20);

    assertThat(steps(desk)).containsExactly("14:16 two");
  }

  @Test
  void serverThatWasAwayForAMoment_goesOnLate() {
    TestDesk desk = started(SEGMENTS);
    desk.clock().advance(Duration.ofMinutes(12));
    passes(desk, 0);

    assertThat(steps(desk)).containsExactly("14:12 two");
    assertThat(desk.told("priya"))
        .containsExactly(
            "14:12 Went on by itself: Two · Fay till 14:32. 2 min behind the clock. (2:00 late)");
  }

  @Test
  void serverThatWasAwayForAnHour_staysAndAsksOnce() {
    TestDesk desk = started(SEGMENTS);
    desk.clock().advance(Duration.ofMinutes(70));
    passes(desk, 0);
    passes(desk, 10);

    assertThat(steps(desk)).isEmpty();
    String question =
        "15:10 One was to go on by itself at 14:10, but I was away then. Go on to Two?";
    assertThat(desk.told("priya")).startsWith(question).filteredOn(question::equals).hasSize(1);
    assertThat(desk.told("fay"))
        .filteredOn(line -> line.contains("One") || line.contains("over"))
        .containsExactly(question);
    assertThat(log(desk))
        .extracting(Recorded::event)
        .filteredOn(Event.Missed.class::isInstance)
        .isNotEmpty();
    assertThat(desk.types("priya", "next from one")).startsWith("Two · Fay till 15:40.");
    passes(desk, 20);
    assertThat(steps(desk)).containsExactly("15:40 three");
  }

  @Test
  void awayForSomeMinutes_asksInsteadOfTellingThatItIsOver() {
    TestDesk desk = started(SEGMENTS);
    passes(desk, 9);
    desk.clock().advance(Duration.ofMinutes(6));
    passes(desk, 0);

    assertThat(steps(desk)).isEmpty();
    assertThat(desk.told("fay")).last().asString().contains("was to go on by itself at 14:10");
    passes(desk, 1);
    assertThat(desk.told("fay")).last().asString().isEqualTo("14:16 6 min over. Next: Two (you)");
  }

  @Test
  void changeMadeWhileTheClockWasLate_doesNotStopIt() {
    TestDesk desk = started(SEGMENTS);
    desk.clock().advance(Duration.ofSeconds(601));
    desk.types("priya", "extend 1 three");
    passes(desk, 1);

    assertThat(steps(desk)).containsExactly("14:10:01 two");
  }

  @Test
  void segmentThatWasMovedToTheEnd_isGoneOnFromByNobody() {
    TestDesk desk = started(SEGMENTS);
    desk.types("priya", "skip two");
    desk.types("priya", "skip three");
    passes(desk, 15);

    assertThat(steps(desk)).isEmpty();
    assertThat(desk.told("fay")).contains("14:10 Time. Then the end");
  }
}
