package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Person;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.session.Event.Ended;
import dev.callboard.session.Event.IssueRaised;
import dev.callboard.session.Event.IssueTurned;
import dev.callboard.session.Event.Started;
import dev.callboard.session.Issue;
import dev.callboard.session.SessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of who is there. */
class WorryTest {

  private static final Instant PLANNED = Instant.parse("2026-11-24T14:00:00Z");
  private static final Person MEI =
      new Person("slack", "T1", "U1", "Mei", "mei@people.example.org");

  private final ClassesInMemory classes = new ClassesInMemory(MEI, PLANNED);

  @BeforeEach
  void openClass() {
    Plan plan =
        new PlanFolder(Path.of("config", "plans"), Set.of("page"))
            .read("hybrid-meetings")
            .orElseThrow()
            .usable()
            .orElseThrow();
    classes.open("a-1", plan);
  }

  private List<String> worries(Heads heads, Instant now) {
    return Worry.of(classes.find(new SessionId("a-1")).orElseThrow(), heads, 0, now).stream()
        .map(worry -> worry.level() + " " + worry.words())
        .toList();
  }

  private static Heads heads(boolean presenting, @Nullable Instant dropped) {
    return new Heads(true, 17, 18, presenting, dropped);
  }

  @Test
  void facilitator_isAwaitedFiveMinutesBeforeTheStart() {
    Instant early = PLANNED.minus(Duration.ofMinutes(5));
    assertThat(worries(heads(false, null), early.minusSeconds(1))).isEmpty();
    assertThat(worries(heads(false, null), early))
        .containsExactly("AMBER facilitator not checked in");
    assertThat(worries(heads(true, null), early)).isEmpty();
  }

  @Test
  void openIssues_areCountedWithTheAgeOfTheOldest() {
    Instant at = PLANNED.minus(Duration.ofMinutes(20));
    classes.happens("a-1", new IssueRaised(1, new Issue.What("ben", "mute", null), null), at);
    assertThat(worries(heads(true, null), at)).containsExactly("AMBER 1 issue open");
    assertThat(worries(heads(true, null), at.plusSeconds(65)))
        .containsExactly("AMBER 1 issue open for 1 min");

    classes.happens(
        "a-1", new IssueRaised(2, new Issue.What(null, "poll", null), null), at.plusSeconds(120));
    assertThat(worries(heads(true, null), at.plusSeconds(360)))
        .containsExactly("AMBER 2 issues open, the oldest for 6 min");
    assertThat(worries(heads(true, null), at.plusSeconds(600)))
        .containsExactly("RED 2 issues open, the oldest for 10 min");

    classes.happens("a-1", new IssueTurned(1, Issue.State.WAITING, "IT"), at.plusSeconds(600));
    assertThat(worries(heads(true, null), at.plusSeconds(600)))
        .containsExactly("AMBER 2 issues open, the oldest for 10 min");
    classes.happens("a-1", new IssueTurned(1, Issue.State.FIXED, ""), at.plusSeconds(600));
    classes.happens("a-1", new IssueTurned(2, Issue.State.UNFIXABLE, ""), at.plusSeconds(600));
    assertThat(worries(heads(true, null), at.plusSeconds(600))).isEmpty();
  }

  @Test
  void nobodyPresenting_isRedWhileTheClassRuns() {
    classes.happens("a-1", new Started(), PLANNED);
    assertThat(worries(heads(false, null), PLANNED.plusSeconds(30)))
        .containsExactly("RED nobody presenting");
    assertThat(worries(heads(true, null), PLANNED.plusSeconds(30))).isEmpty();
  }

  @Test
  void manyWhoDroppedAtOnce_areSpokenOfForFiveMinutes() {
    classes.happens("a-1", new Started(), PLANNED);
    Heads heads = heads(true, PLANNED.plusSeconds(60));
    assertThat(worries(heads, PLANNED.plusSeconds(60))).containsExactly("RED many dropped at once");
    assertThat(worries(heads, PLANNED.plusSeconds(360)))
        .containsExactly("RED many dropped at once");
    assertThat(worries(heads, PLANNED.plusSeconds(361))).isEmpty();
  }

  @Test
  void whereNoMeetingTells_nothingIsSaidOfPeople() {
    classes.happens("a-1", new Started(), PLANNED);
    Heads untold = new Heads(false, 0, 18, false, PLANNED.plusSeconds(10));
    assertThat(worries(untold, PLANNED.plusSeconds(30))).isEmpty();
  }

  @Test
  void classThatIsOver_isNoWorry() {
    classes.happens("a-1", new Started(), PLANNED);
    classes.happens("a-1", new Ended(), PLANNED.plusSeconds(120));
    assertThat(worries(heads(false, PLANNED.plusSeconds(90)), PLANNED.plusSeconds(150))).isEmpty();
  }
}
