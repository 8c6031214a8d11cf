package dev.callboard.campaign;

import dev.callboard.testing.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Classes full of prompts, on a server that is killed about when they are due. */
final class ClockCampaign implements AutoCloseable {

  /** As long as Slack takes, about, so that kills also hit what is being sent. */
  private static final Duration LATENCY = Duration.ofMillis(60);

  private static final InstantSource CLOCK = InstantSource.system();

  private final Stage stage;
  private final Course course;
  private final Random chance;
  private final Lives lives = new Lives();
  private final List<PromptedClass> classes;

  /** In half of the classes; in the others nothing but the alarm brings what comes next. */
  private final List<Prompter> prompters;

  private final List<Instant> killed = new ArrayList<>();
  private List<Instant> dues = List.of();

  /**
   * How it goes.
   *
   * @param apart how far apart the prompts of one class are that were asked for beforehand
   * @param length for how long there are such prompts
   * @param times of the prompts asked for meanwhile, see {@link Prompter}
   */
  record Course(int classes, Duration apart, Duration length, List<String> times) {

    /** How many prompts are asked for beforehand, at least. */
    int planned() {
      return classes * (int) (length.toMillis() / apart.toMillis() - 2);
    }
  }

  ClockCampaign(Path folder, Course course, long seed) {
    this.course = course;
    chance = new Random(seed);
    stage = new Stage(folder, Stage.fileIn(folder));
    stage.slack().latency(LATENCY);
    classes =
        IntStream.rangeClosed(1, course.classes())
            .mapToObj(i -> new PromptedClass("kill-" + i))
            .toList();
    classes.forEach(played -> played.moveInto(stage));
    prompters =
        classes.stream()
            .limit(course.classes() / 2)
            .map(played ->
                new Prompter(played, stage, course.times(), new Random(chance.nextLong())))
            .toList();
  }

  /** Plays through so many kills, and then until the last prompt has left. */
  PromptEvidence.Finding run(int kills)
      throws InterruptedException, ExecutionException, IOException {
    rehearse();
    try (ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> playing = new ArrayList<>();
      for (Prompter prompter : prompters) {
        playing.add(
            players.submit(() -> {
              prompter.play(lives);
              return null;
            }));
      }
      try {
        for (int i = 0; i < kills; i++) {
          kill();
        }
        finish(playing);
      } finally {
        lives.end();
      }
    }
    return new PromptEvidence(stage.slack().calls(), killed, CLOCK.instant())
        .examine(classes, stage.databaseUrl());
  }

  /** The classes began a minute ago; from now on something is due all the time. */
  private void rehearse() throws IOException {
    Instant now = CLOCK.instant();
    List<Instant> all = new ArrayList<>();
    try (Rehearsal rehearsal = new Rehearsal(stage)) {
      for (PromptedClass played : classes) {
        Instant first = now.plusMillis(1_000 + chance.nextInt((int) course.apart().toMillis()));
        List<Instant> prompts = Rehearsal.every(course.apart(), first, now.plus(course.length()));
        rehearsal.begin(played, now.minusSeconds(60), prompts);
        all.addAll(prompts);
      }
    }
    dues = all.stream().sorted().toList();
  }

  /** One life, now and then ended before it is ready; now and then the next is long in coming. */
  private void kill() throws InterruptedException {
    ServerProcess server = stage.start();
    try {
      if (chance.nextInt(10) == 0) {
        pause(Duration.ofMillis(chance.nextInt(1_500)));
        return;
      }
      Life life = new Life(server.port());
      lives.begin(life);
      pause(untilSomethingIsDue());
      life.end();
    } finally {
      server.kill();
      killed.add(CLOCK.instant());
    }
    if (chance.nextInt(5) == 0) {
      pause(Duration.ofMillis(2_000 + chance.nextInt(3_000)));
    }
  }

  /** From a little before a prompt is due to when it should have been sent and written down. */
  private Duration untilSomethingIsDue() {
    Instant soonest = CLOCK.instant().plusMillis(200 + chance.nextInt(1_500));
    Instant due = dues.stream().filter(one -> one.isAfter(soonest)).findFirst().orElse(soonest);
    return Duration.between(CLOCK.instant(), due).plusMillis(chance.nextInt(450) - 100);
  }

  private void finish(List<Future<?>> playing) throws InterruptedException, ExecutionException {
    ServerProcess server = stage.start();
    try {
      int port = server.port();
      lives.end();
      for (Future<?> player : playing) {
        player.get(); // throws what the player found wrong
      }
      Instant last =
          prompters.stream().map(Prompter::lastDue).max(Instant::compareTo).orElseThrow();
      pause(
          Duration.between(CLOCK.instant(), last.isAfter(dues.getLast()) ? last : dues.getLast())
              .plusSeconds(2));
      Await.until("the clocks to have rung", Duration.ofMinutes(1), this::rung);
      Await.until("an empty outbox", Duration.ofMinutes(3), () -> stage.depth(port) == 0);
    } finally {
      server.stop();
    }
  }

  /** Whether nothing is due any more: a server that has just started may still be behind. */
  private boolean rung() {
    try (Connection connection = DriverManager.getConnection(stage.databaseUrl());
        PreparedStatement due =
            connection.prepareStatement(
                "select count(*) from scheduled_tasks where execution_time <= ?")) {
      due.setLong(1, CLOCK.instant().toEpochMilli());
      try (ResultSet row = due.executeQuery()) {
        return row.next() && row.getInt(1) == 0;
      }
    } catch (SQLException exception) {
      throw new AssertionError(exception);
    }
  }

  /** Lets the other process run on; a kill at a certain moment is what all this is about. */
  private static void pause(Duration time) throws InterruptedException {
    new Life(0).think(time);
  }

  @Override
  public void close() {
    lives.end();
    stage.close();
  }
}
