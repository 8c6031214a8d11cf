package dev.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.Commands;
import dev.callboard.LostMail;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.Place;
import dev.callboard.command.IcuTexts;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A class of two meetings, of which the second must wait for its turn. */
class AccountantTest {

  private static final Instant END = Instant.parse("2026-11-24T15:00:00Z");
  private static final Instant TURN = END.plus(Duration.ofMinutes(8));
  private static final SessionId CLASS = new SessionId("class-1");
  private static final Place FIRST = new Place("zoom", "ACC1", "1");
  private static final Place SECOND = new Place("zoom", "ACC1", "2");

  private final SettableClock clock = new SettableClock(END);
  private final MemoryLedger ledger = new MemoryLedger();
  private final List<String> asked = new ArrayList<>();

  private Accounts.Answer answer(Place meeting) {
    asked.add(meeting.id());
    return meeting.equals(SECOND) && clock.instant().isBefore(TURN)
        ? new Accounts.Answer.Later(TURN)
        : new Accounts.Answer.Given(new MeetingRecord(meeting, "", List.of()));
  }

  private Desk desk() throws IOException {
    Plan plan = SamplePlans.hybrid();
    Rooms rooms =
        new Rooms(List.of(new Place("lobby", "local", "room")), List.of(), List.of(FIRST, SECOND));
    List<Recorded> log =
        List.of(
            new Recorded(1, END, "priya", new Event.Opened(plan, rooms, null)),
            new Recorded(2, END, "priya", new Event.Ended()));
    ledger.commit(new Commit(CLASS, 0, log, null, List.of(), END, new Alarm.At(END)));
    return new Desk(
        new Desk.Furniture(
            ledger,
            LostMail.of(ledger),
            SamplePlans.library(plan),
            IcuTexts.read(Path.of("config/messages")),
            Commands.registry(),
            clock,
            _ -> Optional.empty(),
            wanted -> answer(wanted.meeting()),
            (_, _, _) -> Optional.empty()),
        _ -> {});
  }

  @Test
  void whatWasAnswered_isNotAskedForAgainWhileTheRestWaits() throws IOException {
    Desk desk = desk();
    clock.set(END.plus(Duration.ofMinutes(5)));

    assertThat(desk.ringing().ring(CLASS)).isEqualTo(new Alarm.At(TURN));
    clock.set(TURN);
    desk.ringing().ring(CLASS);

    assertThat(asked).containsExactly("1", "2", "2");
    assertThat(ledger.read(CLASS, 0))
        .filteredOn(recorded -> recorded.event() instanceof Event.Accounted)
        .hasSize(2);
  }
}
