package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Outgoing;
import dev.callboard.desk.Desk;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.session.Event.Undelivered;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeAdapter;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts that wait while the platform is silent, and a class that goes on meanwhile. */
class BelatedPromptsTest {

  private static final SessionId ID = new SessionId("hybrid-1124");

  private final TestDesk bot = TestDesk.hybrid();
  private final FakeAdapter lobby = new FakeAdapter();
  private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
  private final Outbox outbox =
      new Outbox(
          bot.ledger(),
          List.of(lobby),
          new Outbox.Classes((_, reason) -> troubles.add(reason), new Asking(bot.desk())),
          bot.clock(),
          "test");

  private record Asking(Desk desk) implements Relevance {

    @Override
    public Optional<String> idle(SessionId session, Outgoing prompt) {
      return desk.idle(session, prompt);
    }

    @Override
    public void dropped(SessionId session, Outgoing prompt, String reason) {
      desk.dropped(session, prompt, reason);
    }
  }

  @BeforeEach
  void start() {
    bot.types("priya", "open hybrid");
    minutesPass(10);
    bot.types("priya", "start");
    minutesPass(4);
    passes(30);
    leave();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  /** Whatever waits is tried. */
  private void leave() {
    outbox.wake(bot.ledger().waiting(bot.clock().instant().plusSeconds(200)));
    Await.until("the lanes to be empty", outbox::idle);
  }

  private void passes(int seconds) {
    bot.passes(Duration.ofSeconds(seconds));
  }

  /** All that is said leaves in time. */
  private void minutesPass(int minutes) {
    for (int i = 0; i < minutes; i++) {
      passes(60);
      leave();
    }
  }

  /** Nothing of what is said in these seconds leaves. */
  private void isSilentFor(int seconds) {
    PlatformException[] failures = new PlatformException[40];
    Arrays.fill(failures, new PlatformException(Kind.UNAVAILABLE, "503"));
    lobby.failNext(failures);
    passes(seconds);
    leave();
    lobby.answers();
  }

  private List<String> sentTo(String person) {
    return lobby.sent().stream()
        .map(dispatch -> dispatch.change())
        .filter(change -> change.importance() == Importance.PROMPT)
        .filter(change ->
            change.to() instanceof Destination.Direct direct && direct.person().id().equals(person))
        .map(change -> ((Outgoing.Post) change).message().content().plainText())
        .map(text -> text.lines().findFirst().orElse(""))
        .toList();
  }

  private Stream<Undelivered> undelivered() {
    return bot.ledger().read(ID, 0).stream()
        .map(Recorded::event)
        .filter(Undelivered.class::isInstance)
        .map(Undelivered.class::cast);
  }

  @Test
  void promptOfASegmentThatWasLeft_isDroppedAndWrittenDown() {
    isSilentFor(31); // till 14:05:01
    assertThat(sentTo("fay")).containsExactly("2 min left, next: Poll 1 (you)");
    bot.types("priya", "next");
    passes(20);
    leave();

    assertThat(sentTo("fay")).containsExactly("2 min left, next: Poll 1 (you)");
    assertThat(bot.ledger().dropped()).containsValue("The class went on before it could be sent.");
    assertThat(undelivered())
        .containsExactly(new Undelivered("prompt-6", "The class went on before it could be sent."));
    assertThat(troubles).isEmpty();

    minutesPass(5);
    assertThat(sentTo("fay")).last().asString().startsWith("5 min left, next: Activity");
  }

  @Test
  void promptOfTheSegmentThatRuns_comesLate() {
    isSilentFor(31);
    passes(20);
    leave();

    assertThat(sentTo("fay")).last().isEqualTo("Time. Next: Poll 1 (you) (0:21 late)");
    assertThat(undelivered()).isEmpty();
  }

  @Test
  void promptOfTimeThatWasGivenBack_isDroppedAndSaidWhenItIsDueAgain() {
    isSilentFor(31);
    bot.types("priya", "extend 10");
    passes(20);
    leave();
    assertThat(sentTo("fay")).containsExactly("2 min left, next: Poll 1 (you)");

    passes(39);
    minutesPass(10);
    assertThat(sentTo("fay"))
        .endsWith("2 min left, next: Poll 1 (you)", "Time. Next: Poll 1 (you)")
        .noneMatch(line -> line.contains("late"));
  }

  @Test
  void promptOfTimeThatWasGivenBackAndTakenAgain_isSaidIfItWasDroppedMeanwhile() {
    isSilentFor(31);
    bot.types("priya", "extend 10");
    passes(20);
    leave();
    bot.types("priya", "extend -10");
    passes(1);
    leave();

    assertThat(sentTo("fay")).hasSize(2).last().asString().startsWith("Time. Next: Poll 1 (you)");
  }

  @Test
  void promptToWhoLedUntilThen_goesToWhoLeadsNow() {
    isSilentFor(31); // till 14:05:01
    bot.types("priya", "lead ravi");
    passes(20);
    leave();
    passes(1);
    leave();

    assertThat(sentTo("fay")).containsExactly("2 min left, next: Poll 1 (you)");
    assertThat(sentTo("ravi")).last().isEqualTo("Time. Next: Poll 1 · Fay (0:21 late)");
    assertThat(undelivered())
        .containsExactly(
            new Undelivered("prompt-6", "Somebody else took the lead before it could be sent."));
    passes(120);
    leave();
    assertThat(sentTo("ravi")).last().asString().startsWith("2 min over. Next: Poll 1 · Fay");
    assertThat(sentTo("fay")).hasSize(1);
  }

  @Test
  void promptToWhoLedUntilThen_isNotSaidAgainWhenItHadArrived() {
    passes(31);
    leave();
    bot.types("priya", "lead ravi");
    passes(60);
    leave();

    assertThat(sentTo("fay")).last().isEqualTo("Time. Next: Poll 1 (you)");
    assertThat(sentTo("ravi")).noneMatch(line -> line.startsWith("Time."));
  }

  @Test
  void cueForASegmentThatRuns_isDropped() {
    passes(30);
    bot.types("priya", "next");
    minutesPass(7);
    passes(55); // 14:12:55
    leave();
    isSilentFor(10);
    bot.types("ravi", "next");
    passes(20);
    leave();

    assertThat(sentTo("priya")).noneMatch(line -> line.contains("Activity"));
    assertThat(undelivered()).isNotEmpty();
  }

  @Test
  void whatSomebodyAskedFor_comesWhateverRuns() {
    bot.types("priya", "prompt Speak up");
    isSilentFor(1);
    bot.types("priya", "next");
    passes(20);
    leave();

    assertThat(sentTo("fay")).last().asString().startsWith("Speak up (0:2");
  }

  @Test
  void promptThatTellsMoreThanOfTheSegment_comesLate() {
    bot.types("priya", "next");
    bot.types("priya", "next");
    bot.types("priya", "extend 10");
    minutesPass(40);
    isSilentFor(31); // the segment is over at 14:44:30, the class has 15 min left at 14:45
    bot.types("priya", "next");
    passes(20);
    leave();

    assertThat(sentTo("fay")).anyMatch(line -> line.contains("15 min to the end of the class"));
  }

  @Test
  void promptTooLateForAnything_isNotReportedWhenItsSegmentWasLeft() {
    isSilentFor(31);
    bot.types("priya", "next");
    passes(4 * 60);
    leave();
    outbox.close();

    assertThat(troubles).isEmpty();
    assertThat(bot.ledger().dead(ID, 9)).isEmpty();
  }
}
