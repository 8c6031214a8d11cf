package dev.callboard.report.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.CsvFile;
import dev.callboard.session.Event;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Event.PostKind;
import dev.callboard.session.Event.Reached;
import dev.callboard.session.Event.Topic;
import dev.callboard.session.Event.Went;
import dev.callboard.session.Issue;
import dev.callboard.session.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every event in words. */
class DeedsTest {

  private static final Instant START = ToldLog.START;

  private final ToldLog told = new ToldLog();

  private void says(String who, Event event, String words) {
    assertThat(told.by(who, event).last()).isEqualTo(words);
  }

  private static Reached reached(String mark, double late) {
    return new Reached(
        mark, Instant.parse("2026-11-24T14:10:00Z").minusMillis((long) (late * 1e3)));
  }

  private static Event prompted(int number, Reached... marks) {
    return new Event.Prompted(number, "fay", List.of(marks), List.of(), "x");
  }

  @Test
  void whatAProgramDid_saysSo() {
    told.at("14:03:00");
    Deed started = told.via("LMS", "priya", new Event.Started()).deeds().getLast();

    assertThat(started.by()).isEqualTo("Priya Nair via LMS");
    assertThat(started.sentence())
        .isEqualTo("Priya Nair via LMS started the class with Welcome, 3 min late");
  }

  @Test
  void clock_ofTheClass() {
    assertThat(told.last())
        .isEqualTo("clock: Priya Nair opened “Facilitating Hybrid Meetings”, for 14:00");
    told.at("14:03:00");
    says(
        "priya",
        new Event.Started(),
        "clock welcome: Priya Nair started the class with Welcome, 3 min late");
    told.at("14:08:00");
    says("priya", new Event.Entered("poll-1"), "clock poll-1: Priya Nair went on to Poll 1");
    says("priya", new Event.Entered("welcome"), "clock welcome: Priya Nair went back to Welcome");
    says(
        "priya",
        new Event.Extended("poll-1", Duration.ofMinutes(5)),
        "clock poll-1: Priya Nair gave Poll 1 5 min more");
    says(
        "priya",
        new Event.Extended("poll-1", Duration.ofSeconds(-150)),
        "clock poll-1: Priya Nair took 2:30 min from Poll 1");
    says("priya", new Event.Skipped("qa"), "clock qa: Priya Nair left out Q&A");
    says("priya", new Event.Restored("qa"), "clock qa: Priya Nair put Q&A back into the class");
    says(
        "priya",
        new Event.Skipped("welcome"),
        "clock welcome: Priya Nair left out the rest of Welcome");
    says("priya", new Event.Paused(), "clock welcome: Priya Nair stopped the clock");
    told.at("14:11:00");
    says(
        "priya",
        new Event.Resumed(),
        "clock welcome: Priya Nair let the clock run again after 3 min");
    says("priya", new Event.Moved("qa", null), "clock qa: Priya Nair moved Q&A to the beginning");
    says(
        "priya",
        new Event.Moved("qa", "poll-1"),
        "clock qa: Priya Nair moved Q&A to its place after Poll 1");
    says(
        "priya",
        new Event.Inserted("film", "A film", Duration.ofMinutes(10), "qa"),
        "clock film: Priya Nair put in A film, 10 min, at its place after Q&A");
    says(
        "priya",
        new Event.Led("qa", "ravi"),
        "clock qa: Priya Nair gave the lead of Q&A to Ravi Shah");
    told.at("15:01:00");
    says("ravi", new Event.Ended(), "clock welcome: Ravi Shah ended the class after 58 min");
  }

  @Test
  void issues_andWhatBecameOfThem() {
    told.at("14:00:00").by("priya", new Event.Started()).at("14:02:00");
    says(
        "priya",
        new Event.IssueRaised(1, new Issue.What("ana", "no audio", "iPhone"), "welcome"),
        "trouble welcome: Priya Nair kept issue 1 of Ana Ruiz: “no audio, iPhone”");
    says(
        "priya",
        new Event.IssueTurned(1, Issue.State.WAITING, "IT looks"),
        "trouble welcome: Priya Nair let issue 1 (Ana Ruiz: “no audio, iPhone”) wait: “IT looks”");
    told.at("14:08:00");
    says(
        "fay",
        new Event.IssueTurned(1, Issue.State.FIXED, ""),
        "trouble welcome: Fay Okafor fixed issue 1 (Ana Ruiz: “no audio, iPhone”) after 6 min");
    says(
        "fay",
        new Event.IssueTurned(1, Issue.State.FIXED, "headset"),
        "trouble welcome: Fay Okafor said more of issue 1 (Ana Ruiz: “no audio, iPhone”):"
            + " “headset”");
    says(
        "fay",
        new Event.IssueTurned(1, Issue.State.OPEN, ""),
        "trouble welcome: Fay Okafor opened issue 1 (Ana Ruiz: “no audio, iPhone”) again");
    says(
        "fay",
        new Event.IssueUndone(1, 3),
        "trouble welcome: Fay Okafor took back what became of issue 1 (Ana Ruiz: “no audio,"
            + " iPhone”) last");
    says(
        "priya",
        new Event.IssueRaised(2, new Issue.What(null, "poll does not open", null), null),
        "trouble welcome: Priya Nair kept issue 2: “poll does not open”");
    says(
        "priya",
        new Event.IssueTurned(2, Issue.State.UNFIXABLE, ""),
        "trouble welcome: Priya Nair gave up issue 2 (“poll does not open”)");
    says("priya", new Event.IssueUndone(99, 0), "trouble welcome: Priya Nair took back issue 99");
  }

  @Test
  void classThatNeverStarted_wasClosed() {
    says("priya", new Event.Ended(), "clock: Priya Nair closed the class, which never started");
  }

  @Test
  void posts_andTheirChanges() {
    says(
        "priya", new Event.Posted(1, PostKind.WELCOME, ""), "posts: Priya Nair posted the welcome");
    says(
        "priya",
        new Event.Posted(2, PostKind.LINK, "handout"),
        "posts: Priya Nair posted the link “Handout”");
    says("priya", new Event.Posted(3, PostKind.LINKS, ""), "posts: Priya Nair posted all links");
    says("priya", new Event.Posted(4, PostKind.PAGE, "12"), "posts: Priya Nair posted page 12");
    says(
        "fay",
        new Event.Posted(5, PostKind.SAY, "Back\nsoon"),
        "posts: Fay Okafor said to the class: “Back soon”");
    says(
        "fay",
        new Event.Reworded(4, "Page 13"),
        "posts: Fay Okafor changed post 4 (page 12) to “Page 13”");
    says("fay", new Event.TakenBack(5), "posts: Fay Okafor took back post 5 (“Back soon”)");
    says("fay", new Event.TakenBack(99), "posts: Fay Okafor took back post 99");
  }

  @Test
  void prompts_andWhatCameOfThem() {
    told.at("14:00:00")
        .by("priya", new Event.Started())
        .at("14:10:00")
        .by("priya", new Event.Entered("poll-1"));
    says(
        "callboard",
        prompted(1, reached("left/poll-1/5", 0.4)),
        "prompts poll-1: The 5-minute prompt for Poll 1 went to Fay Okafor, 0.4 s late");
    says(
        "callboard",
        prompted(2, reached("time/poll-1", 0), reached("class/15", -2)),
        "prompts poll-1: The prompt that the time of Poll 1 is up and the 15-minute prompt for the"
            + " end of the class went to Fay Okafor, 2.0 s early");
    says(
        "callboard",
        prompted(3, reached("over/poll-1/4", 180)),
        "prompts poll-1: The prompt that Poll 1 is 4 min over went to Fay Okafor, 3 min late");
    says(
        "callboard",
        prompted(4, reached("class/0", 0)),
        "prompts poll-1: The prompt that the class should end went to Fay Okafor, on time");
    says(
        "callboard",
        prompted(5, reached("cue/qa/priya", 0)),
        "prompts poll-1: The cue for Q&A went to Fay Okafor, on time");
    says(
        "callboard",
        prompted(6, reached("again/1/left/poll-1/5", 0)),
        "prompts poll-1: The 5-minute prompt for Poll 1, once more went to Fay Okafor, on time");
    says(
        "callboard",
        prompted(7, reached("asked/1", 0)),
        "prompts poll-1: The prompt that somebody asked for went to Fay Okafor, on time");
    says("callboard", prompted(8), "prompts poll-1: A prompt went to Fay Okafor");
    says(
        "fay",
        new Event.Seen(1),
        "prompts poll-1: Fay Okafor confirmed the 5-minute prompt for Poll 1");
    says("fay", new Event.Seen(44), "prompts poll-1: Fay Okafor confirmed prompt 44");
    says(
        "fay",
        new Event.Snoozed(3, START.plusSeconds(720)),
        "prompts poll-1: Fay Okafor wants the prompt that Poll 1 is 4 min over once more at 14:12");
    says(
        "callboard",
        new Event.Relayed(List.of(1, 5), List.of("priya", "ravi")),
        "prompts poll-1: The 5-minute prompt for Poll 1 and the cue for Q&A were told a second way,"
            + " to Priya Nair and Ravi Shah");
    says(
        "callboard",
        new Event.Rearmed(List.of("left/qa/2")),
        "prompts poll-1: The 2-minute prompt for Q&A lies ahead once more");
    says(
        "callboard",
        new Event.Disarmed(List.of(reached("left/qa/2", 0))),
        "prompts poll-1: The 2-minute prompt for Q&A lies ahead no longer");
    says(
        "callboard",
        new Event.Freed(List.of("left/qa/2")),
        "prompts poll-1: The 2-minute prompt for Q&A is to be said anew, for nobody heard it");
    says(
        "priya",
        new Event.Missed(List.of(reached("left/poll-1/2", 0))),
        "prompts poll-1: The 2-minute prompt for Poll 1 was passed over as of no use any more");
    says(
        "priya",
        new Event.Asked(1, "fay", "Mute is on", START.plusSeconds(600), null),
        "prompts poll-1: Priya Nair told Fay Okafor alone: “Mute is on”");
    says(
        "priya",
        new Event.Asked(2, "fay", "Poll", START.plusSeconds(1_200), null),
        "prompts poll-1: Priya Nair wants Fay Okafor to be told at 14:20: “Poll”");
    says(
        "priya",
        new Event.Asked(3, "fay", "Poll", START.plusSeconds(1_200), "priya"),
        "prompts poll-1: Priya Nair wants whoever leads at 14:20 to be told: “Poll”");
    says(
        "priya",
        new Event.Hushed("fay", true),
        "prompts poll-1: Priya Nair stopped the timing prompts to Fay Okafor");
    says(
        "fay",
        new Event.Hushed("fay", false),
        "prompts poll-1: Fay Okafor resumed the timing prompts to Fay Okafor");
    says(
        "fay",
        new Event.Profiled(
            "fay",
            null,
            new Profile(
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(1)),
                Profile.Style.BRIEF,
                List.of("breakout"))),
        "prompts poll-1: Fay Okafor is prompted 5 and 1 min before the end of segments, in few"
            + " words, never in breakout");
    says(
        "fay",
        new Event.Profiled("fay", null, Profile.USUAL),
        "prompts poll-1: Fay Okafor is prompted at the plan's times");
  }

  @Test
  void notes_andTheDebrief() {
    says(
        "priya",
        new Event.Noted(NoteFor.TEAM, "Loud", null, null),
        "notes: Priya Nair noted for the team: “Loud”");
    says(
        "priya",
        new Event.Noted(NoteFor.DESIGNER, "Too long", "poll-1", Duration.ofMinutes(3)),
        "notes poll-1: Priya Nair noted for the designer at Poll 1, 3 min behind: “Too long”");
    says(
        "priya",
        new Event.Noted(NoteFor.CLIENT, "Fine", "poll-1", Duration.ofMinutes(-2)),
        "notes poll-1: Priya Nair noted for the client at Poll 1, 2 min ahead: “Fine”");
    says(
        "callboard",
        new Event.DebriefAsked("fay", 1),
        "notes: Fay Okafor was asked how the class went");
    says(
        "callboard",
        new Event.DebriefAsked("fay", 2),
        "notes: Fay Okafor was reminded of the debrief");
    says(
        "fay",
        new Event.Debriefed(Topic.KEEP, null, null, "The opener"),
        "notes: Fay Okafor would keep: “The opener”");
    says(
        "fay",
        new Event.Debriefed(Topic.CHANGE, null, null, "Slides"),
        "notes: Fay Okafor would change: “Slides”");
    says(
        "fay",
        new Event.Debriefed(Topic.NEXT, null, null, "Poll"),
        "notes: Fay Okafor would do next time: “Poll”");
    says(
        "fay",
        new Event.Debriefed(Topic.ACTIVITY, "poll-1", Went.SO_SO, ""),
        "notes poll-1: Fay Okafor found that Poll 1 went so-so");
    says(
        "fay",
        new Event.Debriefed(Topic.ACTIVITY, "poll-1", Went.BADLY, "Long"),
        "notes poll-1: Fay Okafor found that Poll 1 went badly: “Long”");
    says("fay", new Event.DebriefDone("fay"), "notes: Fay Okafor has no more to say of the class");
    says("callboard", new Event.DebriefClosed(), "notes: The debrief was closed");
  }

  @Test
  void trouble_withItsReason() {
    told.by("priya", new Event.Posted(1, PostKind.PAGE, "12"));
    says(
        "callboard",
        new Event.Undelivered("post-1", "Slack could not be reached in time."),
        "trouble: Post 1 (page 12) was not delivered: Slack could not be reached in time");
    says(
        "callboard",
        new Event.Undelivered("prompt-3", "No."),
        "trouble: Prompt 3 was not delivered: No");
    says(
        "callboard",
        new Event.Undelivered("debrief-1-fay", "No."),
        "trouble: A question of the debrief was not delivered: No");
    says(
        "callboard",
        new Event.Undelivered("needs-femi", "No."),
        "trouble: A message was not delivered: No");
    says(
        "callboard",
        new Event.Unaccounted(2, "zoom: not there yet"),
        "trouble: The platforms' own accounts are not all there after 2 tries: zoom: not there"
            + " yet");
  }

  @Test
  void strangers_areCalledSo() {
    says(
        "slack:U99",
        new Event.Noted(NoteFor.TEAM, "x", null, null),
        "notes: Somebody on Slack whom the plan does not name noted for the team: “x”");
  }

  @Test
  void everyEvent_isInOneOfTheseTests() {
    List<Consumer<DeedsTest>> tests =
        List.of(
            DeedsTest::clock_ofTheClass,
            DeedsTest::posts_andTheirChanges,
            DeedsTest::prompts_andWhatCameOfThem,
            DeedsTest::notes_andTheDebrief,
            DeedsTest::issues_andWhatBecameOfThem,
            DeedsTest::trouble_withItsReason);
    Set<Class<?>> seen = new HashSet<>(DeedsOfPeopleTest.told());
    for (Consumer<DeedsTest> test : tests) {
      DeedsTest one = new DeedsTest();
      test.accept(one);
      one.told.log().forEach(recorded -> seen.add(recorded.event().getClass()));
    }
    assertThat(seen).contains(Event.class.getPermittedSubclasses());
  }

  /** Whoever reads these files counts on it: never change this line, only add to its end. */
  @Test
  void sheet_hasStableColumnsAndNoFormulas() throws IOException {
    told.at("14:10:00").by("priya", new Event.Noted(NoteFor.TEAM, "=1+1, \"x\"", "qa", null));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFile.USUAL.write(Deeds.sheet(told.deeds(), told.session().plan().zone()), out);

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "seq,at_utc,at_local,by,kind,segment,what",
            "1,2026-11-24T13:50:00Z,2026-11-24T13:50:00+00:00,Priya Nair,clock,,\"Priya Nair opened"
                + " “Facilitating Hybrid Meetings”, for 14:00\"",
            "2,2026-11-24T14:10:00Z,2026-11-24T14:10:00+00:00,Priya Nair,notes,qa,\"Priya Nair"
                + " noted for the team at Q&A: “=1+1, \"\"x\"\"”\"");
  }
}
