package dev.callboard.outbox;

import static dev.callboard.outbox.Entries.edit;
import static dev.callboard.outbox.Entries.post;
import static dev.callboard.outbox.Entries.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.outbox.Ticket.State;
import dev.callboard.outbox.Turnstile.Verdict;
import dev.callboard.outbox.Turnstile.Verdict.Answer;
import dev.callboard.platform.Pace;
import dev.callboard.platform.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Rate ONE_A_SECOND = Rate.perSecond(1);
  private static final Verdict GIVEN = new Verdict(Answer.GIVEN, Duration.ZERO);
  private static final Verdict NONE = new Verdict(Answer.NONE, Duration.ZERO);

  private final List<Long> through = new ArrayList<>();
  private long now;
  private long alarm;
  private @Nullable Runnable set;

  private Turnstile turnstile(@Nullable Rate changes, Pace.Refusal refusal) {
    return new Turnstile(
        "slack/T01",
        new Pace(ONE_A_SECOND, ONE_A_SECOND, changes, refusal),
        () -> now,
        (turn, ticks) -> {
          set = turn;
          alarm = now + ticks;
        });
  }

  private Turnstile turnstile() {
    return turnstile(null, Pace.Refusal.LANE);
  }

  private Ticket join(Turnstile turnstile, Entry entry) {
    Ticket ticket = new Ticket(entry, () -> through.add(entry.id()));
    turnstile.join(ticket);
    return ticket;
  }

  /** The alarm that was set goes off. */
  private void later() {
    Runnable turn = set;
    set = null;
    now = alarm;
    assertThat(turn).isNotNull();
    if (turn != null) {
      turn.run();
    }
  }

  @Test
  void thoseWhoWait_goByImportanceThenByAge() {
    Turnstile turnstile = turnstile();
    join(turnstile, post(1, "first"));
    join(turnstile, edit(2, "card"));
    join(turnstile, post(9, "b"));
    join(turnstile, post(8, "a"));
    join(turnstile, prompt(10, "p"));

    for (int i = 0; i < 4; i++) {
      later();
    }

    assertThat(through).containsExactly(1L, 10L, 8L, 9L, 2L);
    assertThat(now).isEqualTo(4 * SECOND);
    assertThat(set).isNull();
  }

  @Test
  void changesCountedApart_doNotHoldUpPosts() {
    Turnstile turnstile = turnstile(new Rate(1, Duration.ofSeconds(10)), Pace.Refusal.TENANT);
    join(turnstile, edit(1, "card"));
    join(turnstile, edit(2, "card"));
    join(turnstile, post(3, "a"));

    assertThat(through).containsExactly(1L, 3L);
    assertThat(alarm).isEqualTo(10 * SECOND);
  }

  @Test
  void whoLeaves_takesNobodysTurn() {
    Turnstile turnstile = turnstile();
    join(turnstile, post(1, "a"));
    Ticket left = join(turnstile, post(2, "b"));
    join(turnstile, post(3, "c"));

    assertThat(turnstile.leave(left)).isEqualTo(State.WAITING);
    later();

    assertThat(through).containsExactly(1L, 3L);
  }

  @Test
  void refusalOfTheTenant_pausesAllThatDoTheSame() {
    Turnstile turnstile = turnstile(new Rate(1, Duration.ofSeconds(1)), Pace.Refusal.TENANT);
    Ticket refused = join(turnstile, post(1, "a"));

    Duration lane = turnstile.back(refused, new Verdict(Answer.GIVEN, Duration.ofSeconds(30)));

    assertThat(lane).isZero();
    join(turnstile, post(2, "b"));
    join(turnstile, edit(3, "card"));
    assertThat(through).containsExactly(1L, 3L);
    later();
    assertThat(through).containsExactly(1L, 3L, 2L);
    assertThat(now).isEqualTo(30 * SECOND);
  }

  @Test
  void refusalOfALane_pausesThatLaneAlone() {
    Turnstile turnstile = turnstile();
    Ticket refused = join(turnstile, post(1, "a"));

    Duration lane = turnstile.back(refused, new Verdict(Answer.GIVEN, Duration.ofSeconds(30)));

    assertThat(lane).isEqualTo(Duration.ofSeconds(30));
    join(turnstile, post(2, "b"));
    later();
    assertThat(through).containsExactly(1L, 2L);
    assertThat(now).isEqualTo(SECOND);
  }

  private void silence(Turnstile turnstile) {
    for (int i = 0; i < Circuit.SILENCES; i++) {
      now += SECOND;
      turnstile.back(join(turnstile, post(100 + i, "x" + i)), NONE);
    }
    through.clear();
  }

  @Test
  void silentPlatform_isAskedByOneAtATime() {
    Turnstile turnstile = turnstile();
    silence(turnstile);

    Ticket early = join(turnstile, post(1, "a"));
    assertThat(early.state()).isEqualTo(State.AWAY);
    assertThat(early.away()).isBetween(SECOND, 2 * SECOND);

    now += 2 * SECOND;
    Ticket ahead = join(turnstile, post(1, "a"));
    Ticket second = join(turnstile, post(2, "b"));
    now += 60 * SECOND;
    Ticket third = join(turnstile, prompt(3, "p"));
    assertThat(ahead.state()).isEqualTo(State.AHEAD);
    assertThat(second.state()).isEqualTo(State.WAITING);
    assertThat(third.state()).isEqualTo(State.WAITING);

    turnstile.back(ahead, NONE);
    assertThat(second.state()).isEqualTo(State.AWAY);
    assertThat(third.state()).isEqualTo(State.AWAY);
  }

  @Test
  void silentPlatformThatAnswers_isServedByImportance() {
    Turnstile turnstile = turnstile();
    silence(turnstile);
    now += 2 * SECOND;
    Ticket ahead = join(turnstile, post(1, "a"));
    join(turnstile, post(2, "b"));
    join(turnstile, prompt(3, "p"));
    now += SECOND;

    turnstile.back(ahead, GIVEN);
    later();

    assertThat(through).containsExactly(1L, 3L, 2L);
  }

  @Test
  void oneSentAheadThatDidNotAsk_leavesItToTheNext() {
    Turnstile turnstile = turnstile();
    silence(turnstile);
    now += 2 * SECOND;
    Ticket ahead = join(turnstile, post(1, "a"));
    Ticket next = join(turnstile, post(2, "b"));
    now += SECOND;

    turnstile.back(ahead, Verdict.NOT_ASKED);

    assertThat(next.state()).isEqualTo(State.AHEAD);
  }
}
