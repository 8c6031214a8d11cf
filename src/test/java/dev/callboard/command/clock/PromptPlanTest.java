package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanReader;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Prompts as a plan wants them, and through pauses and changes. */
class PromptPlanTest {

  static final String SEGMENTS =
      """
      - {title: One, minutes: 10}
      - {title: Two, minutes: 20}
      - {title: Three, minutes: 30}
      """;

  static TestDesk started(String prompts, String segments) {
    TestDesk desk = new TestDesk(SettableClock.at("2026-11-24T14:00:00Z"), plan(prompts, segments));
    desk.types("priya", "open class");
    desk.types("priya", "start");
    return desk;
  }

  private static TestDesk opened(String time, String segments) {
    TestDesk desk =
        new TestDesk(SettableClock.at("2026-11-24T" + time + ":00Z"), plan("", segments));
    desk.types("priya", "open class");
    return desk;
  }

  private static Plan plan(String prompts, String segments) {
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
        """
            + (prompts.isEmpty() ? "" : "prompts: {" + prompts + "}\n")
            + "segments:\n"
            + segments.indent(2);
    return new PlanReader(Set.of())
        .read("class", "class.yaml", text.getBytes(StandardCharsets.UTF_8))
        .usable()
        .orElseThrow();
  }

  static void passes(TestDesk desk, int minutes) {
    desk.passes(Duration.ofMinutes(minutes));
  }

  static List<Event> log(TestDesk desk) {
    return desk.ledger().read(new SessionId("class-1124"), 0).stream()
        .map(Recorded::event)
        .toList();
  }

  @Test
  void plan_saysWhenToPrompt() {
    TestDesk desk = started("left: [4], over-every: 3, over-times: 1, class: [], cue: 5", SEGMENTS);
    passes(desk, 20);

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:06 4 min left, next: Two (you)",
            "14:10 Time. Next: Two (you)",
            "14:13 3 min over. Next: Two (you)");
    assertThat(desk.told("priya")).containsExactly("14:05 In 5 min: Two · Fay");
  }

  @Test
  void segment_mayHavePromptsOfItsOwn() {
    TestDesk desk = started("cue: 0", SEGMENTS.replace("minutes: 10", "minutes: 10, prompts: [8]"));
    passes(desk, 10);

    assertThat(desk.told("fay"))
        .containsExactly("14:02 8 min left, next: Two (you)", "14:10 Time. Next: Two (you)");
    assertThat(desk.told("priya")).isEmpty();
  }

  @Test
  void quietSegment_disturbsItsLeadNotTheProducer() {
    TestDesk desk = started("", SEGMENTS.replace("minutes: 10", "minutes: 10, quiet: true"));
    passes(desk, 14);
    assertThat(desk.told("fay")).isEmpty();
    assertThat(desk.told("priya")).hasSize(1);

    desk.types("priya", "next");
    passes(desk, 16);
    assertThat(desk.told("fay")).containsExactly("14:29 5 min left, next: Three (you)");
  }

  @Test
  void prompts_followWhoLeads() {
    TestDesk desk = started("", SEGMENTS.replace("title: Two", "title: Two, lead: ravi"));
    passes(desk, 10);
    desk.types("priya", "next");
    passes(desk, 15);

    assertThat(desk.told("fay")).startsWith("14:05 5 min left, next: Two · Ravi");
    assertThat(desk.told("ravi")).containsExactly("14:25 5 min left, next: Three · Fay");
  }

  @Test
  void pause_repeatsNothingThatWasSaid() {
    TestDesk desk = started("", SEGMENTS);
    desk.passes(Duration.ofSeconds(8 * 60 + 30));
    desk.types("priya", "pause");
    passes(desk, 10);
    desk.types("priya", "resume");
    passes(desk, 1);
    desk.passes(Duration.ofSeconds(30));

    assertThat(desk.told("fay"))
        .containsExactly(
            "14:05 5 min left, next: Two (you)",
            "14:08 2 min left, next: Two (you)",
            "14:20 Time. Next: Two (you)");
    assertThat(desk.told("priya")).hasSize(1);
  }

  @Test
  void extensionNearTheMark_repeatsOnlyWhatLiesAMinuteAhead() {
    TestDesk desk = started("", SEGMENTS);
    desk.passes(Duration.ofSeconds(9 * 60 + 30));
    desk.types("priya", "extend 2");
    passes(desk, 3);
    assertThat(desk.told("fay")).last().isEqualTo("14:12 Time. Next: Two (you)");
    assertThat(desk.told("fay")).hasSize(3);

    desk.types("priya", "extend 6");
    assertThat(log(desk))
        .last()
        .isEqualTo(new Event.Rearmed(List.of("left/one/2", "time/one", "cue/two/priya")));
    passes(desk, 6);
    assertThat(desk.told("fay").subList(3, desk.told("fay").size()))
        .containsExactly("14:16 2 min left, next: Two (you)", "14:18 Time. Next: Two (you)");
  }

  @Test
  void pause_isSaidToMoveTheEndOnlyWhereItDoes() {
    String pause = ", later by every minute of the pause.";
    TestDesk desk = started("", SEGMENTS.replace("minutes: 10", "minutes: 10, fixed-end: '14:10'"));
    assertThat(desk.types("priya", "pause"))
        .isEqualTo("Paused. One has 10:00 left. On time, ends 15:00.");
    desk.types("priya", "next");
    passes(desk, 1);
    assertThat(desk.types("priya", "extend 1 three")).endsWith(pause);

    desk = started("", SEGMENTS.replace("minutes: 30", "minutes: 30, fixed-start: '14:35'"));
    assertThat(desk.types("priya", "pause")).endsWith("ends 15:05.");
    passes(desk, 5);
    assertThat(desk.types("priya", "extend 1 three")).endsWith("ends 15:06" + pause);
  }

  @Test
  void fixedStart_isWhatTheCueGoesBy() {
    TestDesk desk =
        started("", SEGMENTS.replace("minutes: 20", "minutes: 20, fixed-start: \"14:15\""));
    passes(desk, 14);

    assertThat(desk.told("priya")).containsExactly("14:13 In 2 min: Two · Fay");
  }

  @Test
  void shortSegment_cuesTheNextAtOnceWithTheRealTime() {
    TestDesk desk = started("", SEGMENTS.replace("minutes: 20", "minutes: 1"));
    passes(desk, 10);
    desk.types("priya", "next");
    desk.passes(Duration.ZERO);

    assertThat(desk.told("priya")).last().isEqualTo("14:10 In 1:00: Three · Fay");
  }

  @Test
  void goingOnBeforeTheClockRang_isWrittenDown() {
    TestDesk desk = started("", SEGMENTS);
    desk.clock().advance(Duration.ofMinutes(10));
    desk.types("priya", "next");

    assertThat(log(desk)).last().isInstanceOf(Event.Missed.class);
    assertThat(((Event.Missed) log(desk).getLast()).marks())
        .extracting(Event.Reached::mark)
        .containsExactlyInAnyOrder("left/one/5", "left/one/2", "time/one", "cue/two/priya");
    desk.passes(Duration.ZERO);
    assertThat(desk.told("fay")).isEmpty();
  }

  @Test
  void activityWithoutACue_saysWhatToLaunch() {
    TestDesk desk =
        started(
            "",
            SEGMENTS
                .replace(
                    "title: Two",
                    "title: Two, activity: {kind: poll, asset: \"How hybrid is your week?\"}")
                .replace("title: Three", "title: Three, activity: {kind: breakout}"));
    passes(desk, 8);
    assertThat(desk.told("priya"))
        .containsExactly("14:08 In 2 min: Two · Fay · launch the poll “How hybrid is your week?”");

    assertThat(desk.types("priya", "next"))
        .contains("Cue: launch the poll “How hybrid is your week?”");
    assertThat(desk.types("priya", "next")).contains("Cue: open the breakout rooms");
    assertThat(desk.types("priya", "back")).contains("Cue: launch the poll");
  }

  @Test
  void classThatIsToBegin_isCuedOnce() {
    TestDesk desk = opened("13:50", SEGMENTS);
    passes(desk, 20);

    assertThat(desk.told("priya")).containsExactly("13:58 In 2 min: One · Fay");
    assertThat(desk.told("fay")).isEmpty();
  }

  @Test
  void classThatBeganBefore_isNotCued() {
    TestDesk desk = opened("13:50", SEGMENTS);
    desk.types("priya", "start");
    passes(desk, 9);
    assertThat(desk.told("priya")).containsExactly("13:58 In 2 min: Two · Fay");
  }

  @Test
  void classShorterThanItsSlot_isToEndWithTheSlot() {
    TestDesk desk = started("left: []", SEGMENTS.replace("minutes: 30", "minutes: 20"));
    for (int segment = 1; segment <= 2; segment++) {
      passes(desk, 10 * segment);
      desk.types("priya", "next");
    }
    assertThat(desk.types("priya", "status")).contains("Ends: 14:50");
    passes(desk, 40);

    assertThat(desk.told("fay"))
        .contains(
            "14:45 15 min to the end of the class",
            "14:50 Time. Then the end · 10 min to the end of the class",
            "15:00 The class should end now.")
        .noneMatch(text -> text.startsWith("14:40"));
  }

  @Test
  void classLongerThanItsSlot_isToEndWithItsPlan() {
    TestDesk desk = started("left: []", SEGMENTS.replace("minutes: 30", "minutes: 34"));
    for (int segment = 1; segment <= 2; segment++) {
      passes(desk, 10 * segment);
      desk.types("priya", "next");
    }
    passes(desk, 40);

    assertThat(desk.told("fay")).contains("15:04 Time. Then the end · The class should end now.");
  }

  @Test
  void endOfTheClass_isSaidWithTheSegmentsEndThatIsNear() {
    for (int seconds : List.of(-25, -1, 1, 25)) {
      TestDesk desk = started("left: [], class: []", SEGMENTS);
      for (int segment = 1; segment <= 2; segment++) {
        desk.passes(Duration.ofSeconds(segment * 600L + (segment == 2 ? seconds : 0)));
        desk.types("priya", "next");
      }
      passes(desk, 31);

      String time = seconds < 0 ? "14:59:" + (60 + seconds) : "15:00:" + "%02d".formatted(seconds);
      assertThat(desk.told("fay"))
          .filteredOn(text -> text.startsWith("14:59:") || text.startsWith("15:00"))
          .containsExactly(time + " Time. Then the end · The class should end now.");
    }
  }

  @Test
  void whatIsAskedFor_isSaidOnItsSecondBesideTheSegmentsEnd() {
    TestDesk desk = started("left: []", SEGMENTS);
    desk.passes(Duration.ofSeconds(20));
    desk.types("priya", "prompt in 10 Poll");
    passes(desk, 10);

    assertThat(desk.told("fay")).containsExactly("14:10 Time. Next: Two (you)", "14:10:20 Poll");
  }

  @Test
  void cueOfWhatIsNoLongerFirst_isSaidAgain() {
    TestDesk desk = opened("13:50", SEGMENTS);
    passes(desk, 5);
    desk.types("priya", "skip one");
    passes(desk, 4);
    assertThat(desk.told("priya")).containsExactly("13:58 In 2 min: Two · Fay");
    desk.types("priya", "unskip one");
    passes(desk, 1);
    desk.types("priya", "start");

    passes(desk, 30);

    assertThat(desk.told("priya").stream().filter(text -> text.contains("min: Two"))).hasSize(2);
  }

  @Test
  void whoTakesTheLeadOfAQuietOne_isNotToldThatTheyAreLate() {
    TestDesk desk = started("", SEGMENTS);
    desk.types("fay", "quiet-prompts");
    passes(desk, 6);
    desk.types("priya", "lead ravi");

    passes(desk, 1);

    assertThat(desk.told("ravi")).isNotEmpty().noneMatch(text -> text.contains("late"));
  }
}
