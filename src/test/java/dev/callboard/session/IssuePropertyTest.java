package dev.callboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.timing.Window;
import dev.callboard.testing.Cases;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What issues take of a class, against a book that is kept second by second. */
class IssuePropertyTest {

  private static final Instant ZERO = Instant.parse("2026-11-24T13:00:00Z");
  private static final int LONGEST = 600;
  private static final int CASES = 400;
  private static final List<Issue.State> STATES = List.of(Issue.State.values());

  private final List<Recorded> log = new ArrayList<>();

  private void happens(int second, Event event) {
    log.add(new Recorded(log.size() + 1, ZERO.plusSeconds(second), "priya", event));
  }

  private Session session() {
    return Session.fold(new SessionId("hybrid"), log).orElseThrow();
  }

  private static Event raised() {
    return new Event.IssueRaised(1, new Issue.What("lee", "no audio", null), null);
  }

  private void opens() {
    log.clear();
    happens(0, new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(), List.of()), null));
  }

  private Duration lost(int second) {
    Session session = session();
    return session
        .issues()
        .known()
        .map(issue -> issue.lost(Issues.classTime(session.run(), ZERO.plusSeconds(second))))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Turns by chance; the book says of each second whether something was wrong. */
  @Test
  void classTimeLost_isWhatWasWrongWhileItRan() {
    Cases.each(
        CASES,
        random -> {
          opens();
          int start = random.nextInt(LONGEST);
          int end = start + random.nextInt(LONGEST);
          int came = random.nextInt(2 * LONGEST);
          List<Issue.State> book = new ArrayList<>();
          Issue.State state = Issue.State.OPEN;
          boolean started = false;
          boolean ended = false;
          for (int second = 0; second < 3 * LONGEST; second++) {
            if (second == start) {
              happens(second, new Event.Started());
              started = true;
            }
            if (second == end && started && !ended) {
              happens(second, new Event.Ended());
              ended = true;
            }
            if (second == came) {
              happens(second, raised());
            }
            if (second >= came && random.nextInt(80) == 0) {
              state = STATES.get(random.nextInt(STATES.size()));
              happens(second, new Event.IssueTurned(1, state, ""));
            }
            book.add(second < came ? Issue.State.FIXED : state);
          }
          int now = random.nextInt(3 * LONGEST);
          long wrong = 0;
          for (int second = start; second < end; second++) {
            wrong += book.get(second) == Issue.State.FIXED ? 0 : 1;
          }

          assertThat(lost(3 * LONGEST + now)).isEqualTo(Duration.ofSeconds(wrong));
        });
  }

  /** Undone, a turn leaves nothing behind; so does the issue. */
  @Test
  void undo_isAsIfItHadNotBeen() {
    Cases.each(
        CASES,
        random -> {
          opens();
          happens(10, new Event.Started());
          happens(20, raised());
          int second = turnsByChance(random, 20);
          Issue before = issue();
          Issue.State other = another(before.state(), random);
          happens(second + 5, new Event.IssueTurned(1, other, "no"));
          happens(second + 9, new Event.IssueUndone(1, before.turns().size()));
          happens(second + 9, new Event.IssueUndone(1, before.turns().size()));

          assertThat(issue()).isEqualTo(before);
          while (issue().turns().size() > 1) {
            happens(second + 9, new Event.IssueUndone(1, issue().turns().size() - 1));
          }
          happens(second + 9, new Event.IssueUndone(1, 0));
          assertThat(session().issues().known()).isEmpty();
          assertThat(session().issues().open()).isEmpty();
          assertThat(lost(second + 99)).isEqualTo(Duration.ZERO);
        });
  }

  private Issue issue() {
    return session().issues().find(1).orElseThrow();
  }

  private int turnsByChance(Random random, int from) {
    int second = from;
    for (int i = random.nextInt(5); i > 0; i--) {
      second += random.nextInt(60);
      happens(second, new Event.IssueTurned(1, another(issue().state(), random), ""));
    }
    return second;
  }

  private static Issue.State another(Issue.State state, Random random) {
    List<Issue.State> all = new ArrayList<>(STATES);
    all.remove(state);
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void whatIsOpenAtTheEnd_isLostUntilThen() {
    opens();
    happens(60, raised());
    happens(120, new Event.Started());
    happens(600, new Event.Ended());
    happens(660, new Event.IssueTurned(1, Issue.State.FIXED, "by itself"));

    assertThat(lost(900)).isEqualTo(Duration.ofMinutes(8));
    assertThat(issue().lasted(issue().last().at())).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatCameBack_isLostTwiceButNotBetween() {
    opens();
    happens(0, new Event.Started());
    happens(10, raised());
    happens(40, new Event.IssueTurned(1, Issue.State.FIXED, ""));
    happens(100, new Event.IssueTurned(1, Issue.State.OPEN, ""));

    assertThat(lost(110)).isEqualTo(Duration.ofSeconds(40));
    assertThat(issue().since()).isEqualTo(ZERO.plusSeconds(100));
  }

  @Test
  void clockThatJumpsBack_takesNothingBack() {
    opens();
    happens(0, new Event.Started());
    happens(100, raised());
    happens(50, new Event.IssueTurned(1, Issue.State.FIXED, ""));

    assertThat(issue().lasted(ZERO.plusSeconds(900))).isEqualTo(Duration.ZERO);
    assertThat(issue().lost(new Window(ZERO, ZERO.plusSeconds(900)))).isEqualTo(Duration.ZERO);
  }

  @Test
  void classThatNeverStarted_losesNothing() {
    opens();
    happens(10, raised());
    assertThat(lost(500)).isEqualTo(Duration.ZERO);
    happens(600, new Event.Ended());
    assertThat(lost(900)).isEqualTo(Duration.ZERO);
  }
}
