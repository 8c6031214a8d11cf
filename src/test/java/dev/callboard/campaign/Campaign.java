package dev.callboard.campaign;

import dev.callboard.testing.Await;
import dev.callboard.testing.FakeSlack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Classes given on a server that is killed again and again. */
final class Campaign implements AutoCloseable {

  /** As long as Slack takes, about, so that kills also hit what is being sent. */
  private static final Duration LATENCY = Duration.ofMillis(60);

  private final Random chance;
  private final Stage stage;
  private final Lives lives = new Lives();
  private final List<ScriptedClass> classes;

  Campaign(Path folder, int size, long seed) {
    stage = new Stage(folder, Stage.fileIn(folder));
    this.chance = new Random(seed);
    stage.slack().latency(LATENCY);
    classes =
        IntStream.rangeClosed(1, size)
            .mapToObj(i ->
                new ScriptedClass(
                    "kill-" + i, stage.slack(), stage.courier(), new Random(seed * 31 + i)))
            .toList();
    classes.forEach(this::writePlan);
  }

  private void writePlan(ScriptedClass played) {
    StringBuilder plan = new StringBuilder();
    plan.append("title: Class ").append(played.plan()).append('\n');
    plan.append("zone: Europe/London\nstart: '14:00'\nslot: 120\nlanguages: [en]\n");
    plan.append("workbook: {title: Workbook, url: 'https://example.com/book.pdf', pages: 999}\n");
    plan.append("people:\n");
    plan.append("  - {key: fay, name: Fay Osei, role: producer, accounts: {slack: ");
    plan.append(FakeSlack.FAY).append("}}\n");
    plan.append("rooms: {slack: {class: ").append(played.classRoom());
    plan.append(", backstage: ").append(played.backstage()).append("}}\n");
    plan.append("welcome: {en: Welcome all of you}\n");
    plan.append("resources:\n");
    plan.append("  - {key: handout, title: The handout, url: 'https://example.com/handout'}\n");
    plan.append("  - {key: slides, title: The slides, url: 'https://example.com/slides'}\n");
    plan.append("segments:\n");
    for (int i = 1; i <= 12; i++) {
      plan.append("  - {title: Part ").append(i).append(", key: part-").append(i);
      plan.append(", minutes: 10}\n");
    }
    stage.plan(played.plan(), plan.toString());
  }

  /** Plays the classes through so many kills, and once more to the end of the outbox. */
  Evidence run(int kills) throws InterruptedException, ExecutionException {
    try (ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> playing = new ArrayList<>();
      for (ScriptedClass played : classes) {
        playing.add(
            players.submit(() -> {
              played.play(lives);
              return null;
            }));
      }
      try {
        for (int i = 0; i < kills; i++) {
          kill(playing);
        }
        finish(playing);
      } finally {
        lives.end();
      }
    }
    return new Evidence(classes, stage.slack(), stage.databaseUrl());
  }

  /** One life: now and then ended before it is ready, often while commands are under way. */
  private void kill(List<Future<?>> playing) throws InterruptedException, ExecutionException {
    ServerProcess server = stage.start();
    if (chance.nextInt(10) == 0) {
      pause(chance.nextInt(1_500));
      server.kill();
      return;
    }
    try {
      live(new Life(server.port()));
    } finally {
      server.kill();
    }
    for (Future<?> player : playing) {
      if (player.isDone()) {
        player.get(); // throws what the player found wrong
      }
    }
  }

  private void live(Life life) throws InterruptedException {
    lives.begin(life);
    life.await(chance.nextInt(6 * classes.size()));
    pause(chance.nextInt(250));
    if (chance.nextBoolean()) {
      life.hurry();
      pause(chance.nextInt(40));
    }
    life.end();
  }

  private void finish(List<Future<?>> playing) throws InterruptedException, ExecutionException {
    ServerProcess server = stage.start();
    try {
      int port = server.port();
      Life last = new Life(port);
      lives.begin(last);
      last.await(6 * classes.size());
      lives.end();
      for (Future<?> player : playing) {
        player.get();
      }
      Await.until("an empty outbox", Duration.ofMinutes(3), () -> stage.depth(port) == 0);
    } finally {
      server.stop();
    }
  }

  /** Lets the other process run on; a kill at a random moment is what all this is about. */
  private static void pause(int millis) throws InterruptedException {
    new Life(0).think(Duration.ofMillis(millis));
  }

  @Override
  public void close() {
    lives.end();
    stage.close();
  }
}
