package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Terms;
import dev.callboard.desk.Commit;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.MemoryLedger;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves when, and what never does. */
class OutboxTermsTest {

  private static final SessionId CLASS = new SessionId("hybrid");

  private final SettableClock clock = new SettableClock(Entries.NOON);
  private final MemoryLedger ledger = new MemoryLedger();
  private final FakeAdapter lobby = new FakeAdapter();
  private final FakeAdapter slack = new FakeAdapter("slack");
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final Outbox outbox =
      new Outbox(
          ledger,
          List.of(lobby, slack),
          new Outbox.Classes((_, reason) -> troubles.add(reason), Relevance.ALWAYS),
          clock,
          "test");

  @AfterEach
  void close() {
    outbox.close();
  }

  private static Destination to(String platform, String person) {
    return new Destination.Direct(new Person(platform, "T01", person, person, null), null);
  }

  private static Message message(String text) {
    return new Message(new Audience.One("fay"), Content.text(text));
  }

  private static Outgoing post(String key, Terms terms) {
    return new Outgoing.Post(key, to("lobby", "fay"), message(key), terms);
  }

  private void commit(Outgoing... changes) {
    ledger.commit(new Commit(null, 0, List.of(), null, List.of(changes), clock.instant()));
  }

  private void commitToClass(Outgoing... changes) {
    ledger.commit(new Commit(CLASS, 0, List.of(), null, List.of(changes), clock.instant()));
  }

  private void run() {
    outbox.wake(ledger.waiting(clock.instant()));
    Await.until("the lanes to be empty", outbox::idle);
  }

  private List<String> keys() {
    return lobby.sent().stream().map(dispatch -> dispatch.change().key()).toList();
  }

  @Test
  void backlog_isReadOnceHoweverMuchIsAddedToIt() {
    lobby.slowTo(200);
    for (int i = 0; i < 100; i++) {
      commit(post("p" + i, Terms.NONE));
      outbox.wake(Set.of(to("lobby", "fay").lane()));
    }

    run();

    assertThat(keys()).hasSize(100).doesNotHaveDuplicates();
    assertThat(ledger.handedOut()).isLessThan(2 * 100);
  }

  @Test
  void promptThatComesWhileACardWaitsForItsTurn_goesFirst() {
    lobby.slowTo(1);
    Terms card = new Terms(Importance.CARD, null, null);
    commit(post("card", Terms.NONE));
    run();
    commit(
        new Outgoing.Edit("card", to("lobby", "fay"), message("new card"), card),
        new Outgoing.Edit("card", to("lobby", "fay"), message("newer card"), card));
    outbox.wake(ledger.waiting(clock.instant()));
    Await.until("the older card to be dropped", () -> ledger.depth() <= 1);
    commit(post("prompt", Terms.PROMPT));

    run();

    assertThat(keys()).containsExactly("card", "prompt", "card");
  }

  @Test
  void whatIsTakenBackBeforeItLeft_isNeverShown() {
    commit(post("early", Terms.NONE), new Outgoing.Remove("early", to("lobby", "fay")));
    run();

    assertThat(keys()).isEmpty();
    assertThat(ledger.depth()).isZero();
    assertThat(ledger.dropped()).hasSize(1).containsValue(Lineup.OVERTAKEN);
    assertThat(troubles).isEmpty();
  }

  @Test
  void stalePrompts_areDeadLettersAndToldTogether() {
    Terms terms = Terms.PROMPT.until(clock.instant().plusSeconds(60));
    commitToClass(post("one", terms), post("two", terms), post("three", terms));
    clock.advance(Duration.ofSeconds(60));
    run();
    outbox.close();

    assertThat(keys()).isEmpty();
    assertThat(ledger.dropped()).isEmpty();
    assertThat(ledger.dead(CLASS, 9)).hasSize(3);
    assertThat(troubles)
        .containsExactly(
            "Lobby could not be reached in time.",
            "Lobby could not be reached in time. So it was with one more message.");
  }

  @Test
  void promptInALaneThatMustPause_isGivenUpInItsTime() {
    Duration pause = Duration.ofMinutes(10);
    lobby.failNext(new PlatformException(Kind.RATE_LIMITED, "429", pause, null));
    commitToClass(post("reply", Terms.NONE));
    run();
    commitToClass(post("prompt", Terms.PROMPT.until(clock.instant().plusSeconds(60))));
    run();
    assertThat(ledger.dead(CLASS, 9)).isEmpty();

    clock.advance(Duration.ofSeconds(60));
    run();

    assertThat(ledger.dead(CLASS, 9))
        .extracting(letter -> letter.entry().change().key())
        .containsExactly("prompt");
    assertThat(troubles).containsExactly("Lobby could not be reached in time.");
    assertThat(lobby.sent()).as("the pause is kept").isEmpty();
  }

  @Test
  void laneThatMustPause_wakesByItselfWhenAPromptIsOfNoUseAnyMore() {
    Duration pause = Duration.ofMinutes(10);
    lobby.failNext(new PlatformException(Kind.RATE_LIMITED, "429", pause, null));
    commitToClass(
        post("reply", Terms.NONE),
        post("prompt", Terms.PROMPT.until(clock.instant().plusMillis(900))));
    run();

    clock.advance(Duration.ofMillis(900)); // its alarm goes by the machine's own time
    Await.until("the prompt to be given up", () -> ledger.dead(CLASS, 9).size() == 1);
  }

  @Test
  void staleMessageThatIsNoPrompt_isDroppedAndNobodyIsTold() {
    commit(post("brief", Terms.NONE.until(clock.instant().plusSeconds(60))));
    clock.advance(Duration.ofSeconds(60));
    run();

    assertThat(keys()).isEmpty();
    assertThat(ledger.dropped()).hasSize(1).containsValue(Lineup.STALE);
    assertThat(troubles).isEmpty();
  }

  @Test
  void ofSeveralEdits_onlyTheNewestIsSent() {
    for (int i = 1; i <= 5; i++) {
      commit(new Outgoing.Edit("card", to("lobby", "fay"), message("version " + i)));
    }
    run();

    assertThat(lobby.sent()).hasSize(1);
    assertThat(lobby.sent().getFirst().change().toString()).contains("version 5");
    assertThat(ledger.depth()).isZero();
  }

  @Test
  void deadPlatform_delaysNoOtherAndIsLeftAlone() {
    PlatformException[] failures = new PlatformException[60];
    for (int i = 0; i < failures.length; i++) {
      failures[i] = new PlatformException(Kind.UNAVAILABLE, "503");
      commit(new Outgoing.Post("p" + i, to("slack", "U" + i % 20), message("x")));
      commit(new Outgoing.Post("p" + i, to("lobby", "u" + i % 20), message("x")));
    }
    slack.failNext(failures);
    run();
    assertThat(lobby.sent()).hasSize(60);
    int tried = ledger.attempts();
    assertThat(tried).isBetween(Circuit.SILENCES, 20);

    for (int i = 0; i < 10; i++) {
      clock.advance(Retry.pause(1, 1));
      run();
    }

    assertThat(slack.sent()).isEmpty();
    assertThat(ledger.attempts() - tried).as("one at a time asked again").isLessThan(3);
    assertThat(ledger.depth()).isEqualTo(60);
  }

  @Test
  void burstOfMessagesNobodyWaitsForAnyMore_isToldTogether() {
    for (int i = 0; i < 200; i++) {
      commitToClass(new Outgoing.Post("p" + i, to("slack", "U" + i % 20), message("x")));
    }
    clock.advance(Retry.LIFE.plusSeconds(1));
    run();
    outbox.close();

    assertThat(slack.sent()).isEmpty();
    assertThat(ledger.dead(CLASS, 500)).hasSize(200);
    assertThat(troubles)
        .containsExactly(
            "Slack could not be reached in time.",
            "Slack could not be reached in time. So it was with 198 more messages.");
  }

  @Test
  void lanesThatHaveNothingToSay_areForgotten() {
    for (int i = 0; i < 50; i++) {
      commit(new Outgoing.Post("p" + i, to("lobby", "u" + i), message("x")));
    }
    run();
    assertThat(outbox.lanes()).isEqualTo(50);

    Await.until(
        "the lanes to be forgotten",
        () -> {
          outbox.sweep();
          return outbox.lanes() == 0;
        });
    assertThat(lobby.sent()).hasSize(50);
  }

  @Test
  void promptThatLeavesLate_saysByHowMuch_alsoWhenItWasDecidedInTime() {
    commit(post("prompt", Terms.PROMPT.meantFor(clock.instant())));
    clock.advance(Duration.ofSeconds(70));
    commit(post("next", Terms.PROMPT.meantFor(clock.instant().minusSeconds(2))));
    run();

    assertThat(lobby.sent())
        .extracting(dispatch -> text(dispatch.change()))
        .containsExactly("prompt (1:10 late)", "next");
  }

  private static String text(Outgoing change) {
    return ((Outgoing.Post) change).message().content().plainText();
  }
}
