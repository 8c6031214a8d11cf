package dev.callboard.outbox;

import static dev.callboard.outbox.Entries.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.desk.Commit;
import dev.callboard.outbox.Ticket.State;
import dev.callboard.outbox.Turnstile.Verdict;
import dev.callboard.outbox.Turnstile.Verdict.Answer;
import dev.callboard.platform.Pace;
import dev.callboard.platform.Rate;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

  private static final Rate FAST = Rate.perSecond(1_000);
  private static final Verdict NO_ANSWER = new Verdict(Answer.NONE, Duration.ZERO);

  private final SettableClock clock = new SettableClock(Entries.NOON);
  private final MemoryLedger ledger = new MemoryLedger();
  private final BrokenShelf shelf = new BrokenShelf(ledger);
  private final FakeAdapter slack = new FakeAdapter("slack");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService alarm = Executors.newScheduledThreadPool(1);
  private final CountDownLatch laneAsked = new CountDownLatch(1);
  private final AtomicLong ticks = new AtomicLong();

  private final Turnstile turnstile =
      new Turnstile(
          "slack/T01",
          new Pace(FAST, FAST, null, Pace.Refusal.LANE),
          () -> {
            if (Thread.currentThread().isVirtual()) {
              laneAsked.countDown();
            }
            return ticks.get();
          },
          (_, _) -> {});

  @AfterEach
  void close() {
    threads.shutdownNow();
    alarm.shutdownNow();
  }

  private Lane lane() {
    Sender sender =
        new Sender(
            shelf,
            Map.of("slack", slack),
            new Complaints((_, _) -> {}, clock),
            Relevance.ALWAYS,
            clock);
    Lease lease = new Lease(System.nanoTime());
    Works works = new Works(shelf, sender, lease, clock, "test", threads, alarm, () -> true);
    return new Lane(Entries.ROOM.lane(), works, turnstile, new Limit(FAST, System.nanoTime()));
  }

  private Ticket join(int id) {
    Ticket ticket = new Ticket(post(id, "other"), () -> {});
    turnstile.join(ticket);
    return ticket;
  }

  /** The platform was silent for long, and one is ahead to ask again. */
  private Ticket silence() {
    List<Ticket> asked = IntStream.range(0, Circuit.SILENCES).mapToObj(this::join).toList();
    asked.forEach(ticket -> turnstile.back(ticket, NO_ANSWER));
    ticks.addAndGet(Duration.ofMinutes(1).toNanos());
    Ticket ahead = join(90);
    assertThat(ahead.state()).isEqualTo(State.AHEAD);
    return ahead;
  }

  @Test
  void laneSentAheadWhoseShelfCannotBeRead_letsOthersGoAhead() throws InterruptedException {
    Ticket ahead = silence();
    ledger.commit(
        new Commit(null, 0, List.of(), null, List.of(post(1, "a").change()), clock.instant()));
    Lane lane = lane();
    lane.wake();
    assertThat(laneAsked.await(10, TimeUnit.SECONDS)).isTrue();

    shelf.torn = true;
    lane.wake(); // there is news, which is read as soon as the lane is called
    turnstile.back(ahead, Verdict.NOT_ASKED);
    Await.until("the lane to stop", () -> !lane.busy());

    assertThat(slack.sent()).isEmpty();
    assertThat(join(91).state()).isEqualTo(State.AHEAD);
  }
}
