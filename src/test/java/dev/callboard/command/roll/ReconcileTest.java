package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Block.Actions;
import dev.callboard.chat.Button;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.outbox.Entry;
import dev.callboard.platform.MeetingRecords;
import dev.callboard.platform.PlatformException;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's own account after class: 14:00 to 14:50, Amara and Ben there from 14:00 on. */
class ReconcileTest {

  private static final SessionId CLASS = new SessionId("hybrid-meetings-1124");
  private static final Instant START = Instant.parse("2026-11-24T14:00:00Z");
  private static final Instant END = START.plus(Duration.ofMinutes(50));

  private final TestDesk desk = TestDesk.shipped();
  private final Keeper keeper = new Keeper();

  /** A platform that gives what it was told to give. */
  private static final class Keeper implements MeetingRecords {
    private final List<Instant> asked = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable PlatformException trouble;
    private boolean ready = true;
    private @Nullable TestDesk desk;

    @Override
    public String platform() {
      return "lobby";
    }

    @Override
    public Optional<MeetingRecord> pull(Place meeting, String occurrence) throws PlatformException {
      if (!meeting.id().endsWith("/class")) { // the plan's own meeting, where nobody was
        return Optional.of(new MeetingRecord(meeting, occurrence, List.of()));
      }
      asked.add(desk == null ? END : desk.clock().instant());
      if (trouble != null) {
        throw trouble;
      }
      return ready ? Optional.of(new MeetingRecord(meeting, occurrence, rows)) : Optional.empty();
    }
  }

  private static Row row(String account, Duration length) {
    Attendee who = new Attendee(account, account, account, null, account, null, null);
    return new Row(who, START, START.plus(length));
  }

  @BeforeEach
  void hold() {
    keeper.desk = desk;
    desk.types("priya", "open hybrid-meetings");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
    desk.joins("amara");
    desk.joins("ben");
    desk.passes(Duration.ofMinutes(50));
    desk.types("priya", "end");
  }

  private String card() {
    return desk.shows(desk.backstage()).stream()
        .filter(card -> card.startsWith("Attendance ·"))
        .findFirst()
        .orElse("");
  }

  private List<Event> log() {
    return desk.ledger().read(CLASS, 0).stream().map(Recorded::event).toList();
  }

  private void platformSays(Duration amara, Duration ben) {
    desk.asks(keeper);
    keeper.rows.add(row("amara", amara));
    keeper.rows.add(row("ben", ben));
  }

  @Test
  void accountThatAgrees_reconcilesByItself() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50).minusSeconds(59));

    desk.passes(Duration.ofMinutes(6));

    assertThat(keeper.asked).containsExactly(END.plus(Duration.ofMinutes(5)));
    assertThat(card()).contains("compared with Lobby's report", "For 2 people both say the same");
    assertThat(desk.types("priya", "roll")).contains("reconciled · as of");
  }

  @Test
  void accountThatDiffers_isShownPersonByPersonAndCanBeTaken() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(20));

    desk.passes(Duration.ofMinutes(6));

    assertThat(card())
        .contains("For one of 2 people it says something else", "Which shall count?")
        .contains("Ben Carter: 50 min seen · 20 min by Lobby")
        .doesNotContain("Amara");
    assertThat(desk.types("priya", "roll")).contains("provisional");

    desk.types("priya", "reconcile");
    assertThat(desk.presses("priya", "Take Lobby's")).contains("The platform's report counts");

    assertThat(card()).contains("Lobby's report counts.").doesNotContain("Which");
    assertThat(desk.types("priya", "why ben")).contains("20");
    assertThat(desk.types("priya", "roll")).contains("reconciled");
  }

  @Test
  void ownCount_canBeKept() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(20));
    desk.passes(Duration.ofMinutes(6));

    desk.types("priya", "reconcile keep");

    assertThat(card()).contains("What I saw counts.");
    assertThat(desk.types("priya", "why ben")).contains("50");
  }

  @Test
  void accountThatIsLate_isAskedForAgain_andNotAfterItCame() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50));
    keeper.ready = false;
    desk.passes(Duration.ofMinutes(20));
    assertThat(desk.types("priya", "reconcile")).contains("ask again at 15:35");
    keeper.ready = true;

    desk.passes(Duration.ofDays(3));

    assertThat(keeper.asked)
        .extracting(at -> Duration.between(END, at).toMinutes())
        .containsExactly(5L, 15L, 45L);
    assertThat(card()).contains("both say the same");
  }

  @Test
  void accountThatIsAskedTooMuch_isAskedAgainWhenItSays_andThatIsNoTry() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50));
    keeper.trouble =
        new PlatformException(
            PlatformException.Kind.RATE_LIMITED, "lobby: 429", Duration.ofSeconds(90), null);
    desk.passes(Duration.ofMinutes(6));
    keeper.trouble = null;

    desk.passes(Duration.ofMinutes(2));

    Instant first = END.plus(Duration.ofMinutes(5));
    assertThat(keeper.asked).containsExactly(first, first.plusSeconds(90));
    assertThat(log()).noneMatch(Event.Unaccounted.class::isInstance);
    assertThat(card()).contains("both say the same");
  }

  @Test
  void accountThatNeverComes_isSaidOnceWithItsReason() {
    desk.asks(keeper);
    keeper.trouble = new PlatformException(PlatformException.Kind.FORBIDDEN, "lobby: no right");

    desk.passes(Duration.ofDays(3));

    assertThat(keeper.asked).hasSize(6);
    assertThat(desk.shows(desk.backstage()))
        .filteredOn(said -> said.contains("Not every report came"))
        .singleElement()
        .asString()
        .contains("lobby: no right");
    assertThat(desk.types("priya", "reconcile")).contains("compared with");
  }

  @Test
  void platformWithoutAccounts_isAskedOnceAndNothingIsSaid() {
    int before = desk.shows(desk.backstage()).size();

    desk.passes(Duration.ofDays(3));

    assertThat(desk.shows(desk.backstage()))
        .filteredOn(said -> !said.startsWith("Report ·"))
        .hasSize(before);
    assertThat(log()).filteredOn(Event.Unaccounted.class::isInstance).hasSize(1);
  }

  @Test
  void attendance_isSignedOffAfterTheEnd_andLaterMarksOpenARevision() {
    assertThat(desk.types("priya", "signoff")).contains("Attendance is final.");
    assertThat(desk.types("priya", "roll")).contains("final · as of");
    assertThat(desk.types("priya", "signoff")).contains("final already");

    desk.types("priya", "excuse chloe at the dentist");

    assertThat(desk.types("priya", "roll")).contains("provisional, revision 2");
  }

  @Test
  void comparison_hasNothingToSignOnceItIsFinal() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50));
    desk.passes(Duration.ofMinutes(6));
    assertThat(offered()).containsExactly("Sign off", "Roll");

    desk.types("priya", "signoff");

    assertThat(offered()).containsExactly("Roll");
  }

  /** The buttons of the comparison as it was said last. */
  private List<String> offered() {
    Outgoing last =
        desk.ledger().shelved().stream()
            .map(Entry::change)
            .filter(change -> change.key().equals(Accounting.KEY))
            .reduce((_, next) -> next)
            .orElseThrow();
    Message message =
        switch (last) {
          case Outgoing.Post post -> post.message();
          case Outgoing.Edit edit -> edit.message();
          case Outgoing.Remove _ -> throw new AssertionError("the comparison was taken away");
        };
    return message.content().blocks().stream()
        .filter(Actions.class::isInstance)
        .flatMap(block -> ((Actions) block).buttons().stream())
        .map(Button::label)
        .toList();
  }

  @Test
  void runningClass_isNotSettled() {
    TestDesk running = TestDesk.shipped();
    running.types("priya", "open hybrid-meetings");

    assertThat(running.types("priya", "signoff")).contains("still runs");
    assertThat(running.types("priya", "reconcile")).contains("After its end I ask");
  }

  /** Somebody whom only the platform saw is no difference to pass over. */
  @Test
  void personOnlyThePlatformSaw_isADifference() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50));
    keeper.rows.add(row("chloe", Duration.ofMinutes(30)));

    desk.passes(Duration.ofMinutes(6));

    assertThat(card()).contains("Chloé Martin: never seen · 30 min by Lobby");
  }

  /** Facts gave the address of somebody without an account; the report's row leaves it out. */
  @Test
  void rowOfKnownConnection_isWhoItWasThoughItSaysLess() {
    Attendee seen = guest("amara@learners.example.com");
    TestDesk other = TestDesk.shipped();
    other.types("priya", "open hybrid-meetings");
    other.passes(Duration.ofMinutes(10));
    other.types("priya", "start");
    other.sees(new Sighting.Joined(seen));
    other.passes(Duration.ofMinutes(50));
    other.types("priya", "end");
    other.asks(keeper);
    keeper.rows.add(new Row(guest(null), START, START.plus(Duration.ofMinutes(40))));
    other.passes(Duration.ofMinutes(6));

    assertThat(other.shows(other.backstage()))
        .anyMatch(card -> card.contains("Amara Bello: 50 min seen · 40 min by Lobby"))
        .noneMatch(card -> card.contains("never"));
    other.types("priya", "reconcile accept");

    assertThat(other.types("priya", "why amara"))
        .contains("present 40 of 50 min by Lobby's report", "recognised by");
  }

  private static Attendee guest(@Nullable String mail) {
    return new Attendee("c1", mail == null ? "c1" : "s1", null, null, "Mara", mail, null);
  }

  @Test
  void whoIsNotInTheReportThatCounts_isNotSaidToBeUnseen() {
    desk.asks(keeper);
    keeper.rows.add(row("amara", Duration.ofMinutes(50)));
    desk.passes(Duration.ofMinutes(6));
    desk.types("priya", "reconcile accept");

    assertThat(desk.types("priya", "why ben"))
        .contains("not in Lobby's report", "seen while the class ran")
        .doesNotContain("never seen");
    assertThat(desk.types("priya", "why chloe")).contains("never seen themselves");
  }

  /** Nobody tells of Ben's leave but the report; who is forgotten must not cost him his minutes. */
  @Test
  void whoeverIsToBeForgotten_isSoOnceTheReportIsIn() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(20));
    keeper.ready = false;
    assertThat(desk.types("priya", "forget amara for good"))
        .contains("Amara Bello will be forgotten once the platform's own report is in");
    desk.passes(Duration.ofMinutes(20));
    assertThat(desk.types("priya", "why amara")).contains("Amara Bello");
    keeper.ready = true;

    desk.passes(Duration.ofHours(1));

    assertThat(desk.types("priya", "why forgotten-a")).contains("Forgotten A");
    desk.types("priya", "reconcile accept");
    assertThat(desk.types("priya", "why ben")).contains("present 20 of 50 min");
  }

  @Test
  void whoeverIsToBeForgotten_isSoAfterADayAtTheLatest_andItIsSaidWhyNoReportComes() {
    desk.asks(keeper);
    keeper.ready = false;
    desk.types("priya", "forget amara for good");

    desk.passes(Duration.ofHours(26));

    assertThat(desk.types("priya", "why forgotten-a")).contains("Forgotten A");
    assertThat(desk.types("priya", "why amara")).contains("Nobody on the roster is called");
  }

  @Test
  void accountAfterTheSignature_isAskedForAndLeavesItIfItAgrees() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(50));
    desk.types("priya", "signoff");

    desk.passes(Duration.ofMinutes(6));

    assertThat(keeper.asked).hasSize(1);
    assertThat(card()).contains("both say the same");
    assertThat(desk.types("priya", "roll")).contains("final · as of");
  }

  @Test
  void accountAfterTheSignature_opensARevisionIfItDiffers() {
    platformSays(Duration.ofMinutes(50), Duration.ofMinutes(20));
    desk.types("priya", "signoff");

    desk.passes(Duration.ofMinutes(6));

    assertThat(card()).contains("Which shall count?");
    assertThat(desk.types("priya", "roll")).contains("provisional, revision 2");
  }

  @Test
  void goingHomeAfterTheEnd_leavesTheSignature() {
    desk.types("priya", "signoff");
    desk.passes(Duration.ofMinutes(2));

    desk.leaves("amara");
    desk.leaves("ben");
    desk.joins("chloe");
    desk.sees(START.plus(Duration.ofMinutes(50)), new Sighting.Over());

    assertThat(desk.types("priya", "roll")).contains("final · as of");
  }

  @Test
  void factThatChangesWhatWasSigned_isToldWithWhomItChanges() {
    desk.types("priya", "signoff");
    Attendee ben = new Attendee("ben", "ben", "ben", null, "ben", null, null);

    desk.sees(START.plus(Duration.ofMinutes(48)), new Sighting.Left(ben));
    desk.sees(START.plus(Duration.ofMinutes(20)), new Sighting.Left(ben));

    assertThat(desk.types("priya", "roll")).contains("provisional, revision 2");
    assertThat(desk.shows(desk.backstage()))
        .filteredOn(said -> said.contains("After attendance was signed off"))
        .singleElement()
        .asString()
        .contains("Ben Carter was present (50 min), now ", "revision 2")
        .doesNotContain("Amara");
  }
}
