package dev.callboard.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Await;
import dev.callboard.testing.Postgres;
import dev.callboard.testing.SlackCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Two servers in processes of their own on one PostgreSQL, one of which dies in mid-class. */
@Isolated("what is late is measured in real time")
class TakeoverTest {

  private static final int CLASSES = 6;
  private static final Duration APART = Duration.ofMillis(800);

  /** Until all that is due is written down. */
  private static final Duration AHEAD = Duration.ofSeconds(6);

  private static final Duration LENGTH = Duration.ofSeconds(14);

  /** Long enough for the last alarm to ring. */
  private static final Duration AFTER = Duration.ofSeconds(3);

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  private final List<PromptedClass> classes =
      IntStream.rangeClosed(1, CLASSES).mapToObj(i -> new PromptedClass("two-" + i)).toList();

  @Test
  void promptsOfAServerThatDies_goOnWithinTenSeconds_eachOnce() throws Exception {
    try (Stage stage = new Stage(folder, Postgres.freshDatabase())) {
      stage.slack().latency(Duration.ofMillis(60));
      classes.forEach(played -> played.moveInto(stage));
      ServerProcess one = stage.start();
      ServerProcess two = stage.start();
      Instant killed;
      try {
        int port = two.port();
        var _ = one.port(); // however long it takes: prompts wait until both are up
        Instant last = rehearse(stage);
        Await.until("prompts of both servers", () -> said(stage, 1) > 2 && said(stage, 2) > 2);
        int before = said(stage, 1);
        Await.until("a prompt in the hand of the first", () -> said(stage, 1) > before);
        one.kill();
        killed = CLOCK.instant();
        Instant said = last.plus(AFTER);
        Await.until("the last prompt to be decided", () -> CLOCK.instant().isAfter(said));
        Await.until("an empty outbox", () -> stage.depth(port) == 0);
      } finally {
        one.kill();
        two.stop();
      }
      check(
          new PromptEvidence(stage.slack().calls(), List.of(killed), CLOCK.instant()),
          stage,
          killed);
    }
  }

  /** When the last prompt is due. */
  private Instant rehearse(Stage stage) throws IOException {
    Instant now = CLOCK.instant();
    Instant last = now.plus(AHEAD).plus(LENGTH);
    try (Rehearsal rehearsal = new Rehearsal(stage)) {
      for (int i = 0; i < CLASSES; i++) {
        Instant first = now.plus(AHEAD).plus(APART.multipliedBy(i).dividedBy(CLASSES));
        rehearsal.begin(classes.get(i), now.minusSeconds(60), Rehearsal.every(APART, first, last));
      }
    }
    return last;
  }

  private int said(Stage stage, int life) {
    return (int)
        stage.slack().calls("chat.postMessage").stream()
            .filter(call -> of(call, life) && classes.stream().anyMatch(one -> one.isPrompt(call)))
            .count();
  }

  private static boolean of(SlackCall call, int life) {
    return call.token().equals("xoxb-life-" + life);
  }

  private void check(PromptEvidence evidence, Stage stage, Instant killed) {
    long after = stage.slack().calls().stream().filter(call -> call.at().isAfter(killed)).count();
    PromptEvidence.Finding finding = evidence.examine(classes, stage.databaseUrl());
    System.out.println("two servers: " + finding.figures());
    assertThat(finding.faults()).isEmpty();
    assertThat(after).isGreaterThan(10);
    assertThat(finding.lateness()).allMatch(late -> late.compareTo(Duration.ofSeconds(10)) < 0);
    assertThat(finding.doubled()).isLessThanOrEqualTo(PromptedClass.PEOPLE.size() * CLASSES);
  }
}
