package dev.callboard.command.debrief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Reply;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the team is asked after class, and what it answers. */
class DebriefTest {

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final TestDesk bot = TestDesk.hybrid();

  /** A class of which the welcome and the poll were given; its end is at 14:30. */
  @BeforeEach
  void classThatEnded() {
    bot.types("priya", "open hybrid");
    bot.passes(Duration.ofMinutes(10));
    bot.types("priya", "start");
    bot.passes(Duration.ofMinutes(5));
    bot.types("priya", "next");
    bot.passes(Duration.ofMinutes(15));
    bot.types("fay", "quiet-prompts");
    bot.passes(Duration.ofMinutes(10));
    bot.types("priya", "end");
  }

  private List<String> asked(String person) {
    return bot.told(person).stream()
        .filter(told -> told.contains("How did") || told.contains("Still open"))
        .toList();
  }

  private List<Event> events(Class<? extends Event> type) {
    return bot.ledger().read(new SessionId("hybrid-1124"), 0).stream()
        .map(Recorded::event)
        .filter(type::isInstance)
        .toList();
  }

  private void answersAll(String person) {
    bot.types(person, "debrief keep The opener");
    bot.types(person, "debrief change Fewer slides");
    bot.types(person, "debrief next Begin with the poll");
    bot.types(person, "debrief activity poll-1 well");
  }

  @Test
  void tenMinutesAfterTheEnd_producerAndFacilitatorAreAskedAlone() {
    bot.passes(Duration.ofMinutes(9));
    assertThat(asked("priya")).isEmpty();

    bot.passes(Duration.ofMinutes(1));

    assertThat(asked("priya"))
        .containsExactly(
            "14:40 How did Facilitating Hybrid Meetings go? 4 questions, and the next class gets"
                + " better.");
    assertThat(asked("fay")).hasSize(1);
    assertThat(asked("ravi")).as("who did nothing in this class").isEmpty();
    assertThat(asked("lee")).isEmpty();
  }

  @Test
  void whoDoesNotAnswer_isRemindedTwiceAndNeverAgain() {
    bot.passes(Duration.ofDays(40));

    assertThat(asked("fay"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("14:40 How did"),
            second -> assertThat(second).startsWith("18:30 Still open: 4 questions"),
            third -> assertThat(third).startsWith("14:30 Still open").contains("not ask again"));
  }

  @Test
  void whoHasAnsweredEverything_isNotReminded() {
    bot.passes(Duration.ofMinutes(11));
    answersAll("fay");
    bot.passes(A_WEEK);

    assertThat(asked("fay")).hasSize(1);
    assertThat(asked("priya")).hasSize(3);
  }

  @Test
  void whoIsDone_isNotReminded() {
    bot.passes(Duration.ofMinutes(11));

    assertThat(bot.types("fay", "debrief done")).startsWith("Thank you. I do not ask again");
    bot.passes(A_WEEK);

    assertThat(asked("fay")).hasSize(1);
  }

  @Test
  void whoWasDoneBefore_isNotAskedAtAll() {
    bot.types("fay", "debrief done");
    answersAll("priya");
    bot.passes(A_WEEK);

    assertThat(asked("fay")).isEmpty();
    assertThat(asked("priya")).isEmpty();
    assertThat(events(Event.DebriefClosed.class)).hasSize(1);
  }

  @Test
  void doneTwice_isSaidAndNotWrittenAgain() {
    bot.types("fay", "debrief done");

    assertThat(bot.types("fay", "debrief done")).startsWith("You were done already.");
    assertThat(events(Event.DebriefDone.class)).hasSize(1);
  }

  @Test
  void allWhoWereAskedDone_closesItOnce() {
    bot.passes(Duration.ofMinutes(11));
    answersAll("fay");
    assertThat(events(Event.DebriefClosed.class)).isEmpty();
    bot.types("priya", "debrief done");
    assertThat(events(Event.DebriefClosed.class)).hasSize(1);

    bot.types("priya", "debrief keep One more word");
    bot.passes(A_WEEK);

    assertThat(events(Event.DebriefClosed.class)).hasSize(1);
    assertThat(events(Event.Debriefed.class)).hasSize(5);
    assertThat(asked("priya")).hasSize(1);
    assertThat(bot.ledger().alarms()).isEmpty();
  }

  @Test
  void afterAWeek_itIsClosed() {
    bot.passes(A_WEEK.minusMinutes(1));
    assertThat(events(Event.DebriefClosed.class)).isEmpty();

    bot.passes(Duration.ofMinutes(2));

    assertThat(events(Event.DebriefClosed.class)).hasSize(1);
    assertThat(bot.types("fay", "debrief keep The opener")).startsWith("To keep: The opener");
    assertThat(bot.ledger().alarms()).isEmpty();
  }

  /** A server that starts anew knows nothing but the log. */
  @Test
  void foldedAnew_itRemindsAtTheSameTime() {
    bot.passes(Duration.ofMinutes(11));
    bot.types("fay", "debrief keep The opener");
    SessionId id = new SessionId("hybrid-1124");
    Session anew = Session.fold(id, bot.ledger().read(id, 0)).orElseThrow();

    assertThat(Debriefing.next(anew)).contains(Instant.parse("2026-11-24T18:30:00Z"));
    assertThat(bot.ledger().alarms()).containsEntry(id, Instant.parse("2026-11-24T18:30:00Z"));
    assertThat(Debriefing.decide(anew, bot.clock().instant()).events()).isEmpty();
  }

  @Test
  void serverThatWasDownForADay_asksOnceAndKeepsItsDistance() {
    bot.clock().advance(Duration.ofHours(25));
    bot.passes(Duration.ofMinutes(1));
    assertThat(asked("fay")).hasSize(1);

    bot.passes(Duration.ofHours(3));
    assertThat(asked("fay")).hasSize(1);

    bot.passes(Duration.ofHours(1));
    assertThat(asked("fay")).hasSize(2);
  }

  @Test
  void serverThatWasDownForAWeek_asksNobody() {
    bot.clock().advance(Duration.ofDays(8));
    bot.passes(Duration.ofMinutes(1));

    assertThat(asked("fay")).isEmpty();
    assertThat(events(Event.DebriefClosed.class)).hasSize(1);
  }

  @Test
  void debriefAlone_asksTheNextOpenQuestion() {
    assertThat(bot.types("fay", "debrief")).isEqualTo("Debrief: what to keep: ");
    bot.types("fay", "debrief keep The opener");
    assertThat(bot.types("fay", "debrief")).isEqualTo("Debrief: what to change: ");
    bot.types("fay", "debrief change Fewer slides");
    assertThat(bot.types("fay", "debrief")).isEqualTo("Debrief: next time: ");
    bot.types("fay", "debrief next Begin earlier");
    assertThat(bot.types("fay", "debrief")).isEqualTo("How did “Poll 1” go?");
    assertThat(bot.presses("fay", "So-so"))
        .isEqualTo("Poll 1 went so-so.\nThat was everything I wanted to know. Thank you!");
    assertThat(bot.types("fay", "debrief")).startsWith("You have answered everything");
  }

  @Test
  void formOfAQuestion_holdsWhatWasSaidBefore() {
    bot.types("fay", "debrief keep The opener");

    assertThat(bot.types("fay", "debrief keep")).isEqualTo("Debrief: what to keep: The opener");
    assertThat(((Reply.Ask) bot.reply()).form().line()).isEqualTo("@hybrid-1124 debrief keep");
    assertThat(((Reply.Ask) bot.reply()).form().title()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void answerAgain_takesThePlaceOfTheFirst() {
    bot.types("fay", "debrief keep The opener");
    bot.types("fay", "debrief keep The closing round");
    bot.types("fay", "debrief keep The closing round");

    assertThat(events(Event.Debriefed.class)).hasSize(2);
    assertThat(bot.types("fay", "debrief keep")).endsWith(": The closing round");
  }

  @Test
  void reasonOfAnActivity_isAskedInAForm() {
    bot.types("fay", "debrief activity poll-1 badly");
    bot.presses("fay", "Say why");
    assertThat(((Reply.Ask) bot.reply()).form().line())
        .isEqualTo("@hybrid-1124 debrief activity poll-1 badly");

    assertThat(bot.types("fay", "debrief activity Poll 1 badly Nobody found it"))
        .startsWith("Poll 1 went badly: Nobody found it");
    assertThat(events(Event.Debriefed.class).getLast())
        .isEqualTo(
            new Event.Debriefed(
                Event.Topic.ACTIVITY, "poll-1", Event.Went.BADLY, "Nobody found it"));
  }

  @Test
  void designer_maySaySomethingAndIsNotWaitedFor() {
    bot.passes(Duration.ofMinutes(11));

    assertThat(bot.types("dan", "debrief change The slides")).startsWith("To change: The slides");
    bot.types("fay", "debrief done");
    bot.types("priya", "debrief done");

    assertThat(events(Event.DebriefClosed.class)).hasSize(1);
  }

  @Test
  void badInput_isExplainedAndNothingIsWritten() {
    assertThat(bot.types("fay", "debrief banana"))
        .startsWith("“banana” does not work here: I need one of keep, change, next, activity, done")
        .contains("debrief [keep|change|next|activity|done] [TEXT]");
    assertThat(bot.types("fay", "debrief keep " + "x".repeat(10_000)))
        .startsWith("That text has 10000 characters; 2000 fit.");
    assertThat(bot.types("fay", "debrief activity banana well"))
        .startsWith("No segment is called “banana”");
    assertThat(bot.types("fay", "debrief activity poll-1 banana"))
        .startsWith("How did it go? Say well, so-so or badly after “poll-1”.");
    assertThat(bot.types("fay", "debrief activity qa well"))
        .startsWith("“Q&A” was not given this time.");
    assertThat(bot.types("fay", "debrief activity poll-1")).isEqualTo("How did “Poll 1” go?");
    assertThat(bot.types("fay", "debrief activity")).isEqualTo("How did “Poll 1” go?");
    assertThat(events(Event.Debriefed.class)).isEmpty();
  }

  @Test
  void learnersAndStrangers_mayNot() {
    assertThat(bot.typesInClass("lee", "debrief keep x")).startsWith("Commands are for the team");
    assertThat(bot.typesInClass("mallory", "debrief")).contains("does not name you");
    assertThat(events(Event.Debriefed.class)).isEmpty();
  }

  @Test
  void beforeTheEnd_itIsTooEarly() {
    TestDesk early = TestDesk.hybrid();
    early.types("priya", "open hybrid");
    early.types("priya", "start");

    assertThat(early.types("fay", "debrief keep x"))
        .startsWith("“Facilitating Hybrid Meetings” is not over.");
    assertThat(early.types("fay", "debrief")).contains("note TEXT");
  }

  @Test
  void classThatNeverRan_asksNobody() {
    TestDesk idle = TestDesk.hybrid();
    idle.types("priya", "open hybrid");
    idle.types("priya", "end");
    idle.passes(A_WEEK.plusDays(1));

    assertThat(idle.types("priya", "debrief")).contains("never started");
    assertThat(idle.ledger().read(new SessionId("hybrid-1124"), 0))
        .noneMatch(recorded -> recorded.event() instanceof Event.DebriefAsked);
    assertThat(idle.told("priya")).noneMatch(told -> told.contains("How did"));
  }
}
