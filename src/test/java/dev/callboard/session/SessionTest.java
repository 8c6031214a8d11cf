package dev.callboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Segment;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Welcome, Poll 1, Activity, Q&A, as events change their order. */
class SessionTest {

  private static final Instant TWO = Instant.parse("2026-11-24T14:00:00Z");

  private static Session session(Event... events) {
    Event opened = new Event.Opened(SamplePlans.hybrid(), new Rooms(List.of(), List.of()), TWO);
    Session session =
        Session.fold(new SessionId("hybrid"), List.of(new Recorded(1, TWO, "p", opened)))
            .orElseThrow();
    for (Event event : events) {
      session = session.after(new Recorded(session.seq() + 1, TWO, "p", event));
    }
    return session;
  }

  @Test
  void neighbours_followTheLiveOrderAndPassOverWhatIsLeftOut() {
    Session session =
        session(
            new Event.Started(),
            new Event.Moved("qa", "welcome"),
            new Event.Skipped("poll-1"),
            new Event.Entered("qa"));

    assertThat(session.segment()).map(Segment::key).contains("qa");
    assertThat(session.following()).map(Segment::key).contains("activity");
    assertThat(session.preceding()).map(Segment::key).contains("welcome");
  }

  @Test
  void clockEvents_touchNoPostsAndNoNotes() {
    Session before =
        session(
            new Event.Started(),
            new Event.Posted(1, Event.PostKind.SAY, "hello"),
            new Event.Noted(Event.NoteFor.TEAM, "long", null, null));
    Session after =
        before.after(new Recorded(9, TWO, "p", new Event.Extended("qa", Duration.ofMinutes(1))));

    assertThat(after.posts()).isSameAs(before.posts());
    assertThat(after.notes()).isSameAs(before.notes());
    assertThat(after.accounts()).isSameAs(before.accounts());
  }

  @Test
  void eventsOfUnknownSegments_changeNothing() {
    Session before = session(new Event.Started());
    Session after =
        session(
            new Event.Started(),
            new Event.Extended("nobody", Duration.ofMinutes(1)),
            new Event.Skipped("nobody"),
            new Event.Moved("nobody", "qa"),
            new Event.Moved("qa", "nobody"),
            new Event.Moved("qa", "qa"),
            new Event.Inserted("film", "Film", Duration.ofMinutes(1), "nobody"),
            new Event.Inserted("qa", "Twice", Duration.ofMinutes(1), "welcome"));

    assertThat(after.run()).isEqualTo(before.run());
  }

  /** Minutes early and minutes of the class. */
  @Test
  void classIsGivenAtAnotherHour_whenItWouldBeOverByThenOrHoursEarly() {
    assertThat(another(0, 60)).isFalse();
    assertThat(another(-10, 60)).isFalse();
    assertThat(another(59, 60)).isFalse();
    assertThat(another(60, 60)).isTrue();
    assertThat(another(119, 180)).isFalse();
    assertThat(another(120, 180)).isFalse();
    assertThat(another(121, 180)).isTrue();
  }

  private static boolean another(int early, int slot) {
    return Run.isAnotherHour(TWO, TWO.minusSeconds(early * 60L), Duration.ofMinutes(slot));
  }
}
