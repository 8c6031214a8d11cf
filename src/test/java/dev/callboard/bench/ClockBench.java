package dev.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * What the clock can do, with thousands of classes live: one run, every figure beside its goal. The
 * server is a process of its own with the packaged flags, its Slack a stub on the same processors
 * that takes everything at once; each class has a workspace of its own, so that Slack's pace for
 * one does not hold up another.
 */
public final class ClockBench {

  private static final int CLASSES = 10_000;
  private static final int AT_ONCE = 1_000;
  private static final int PER_SECOND = 20;
  private static final int STEADY = 30 * PER_SECOND;
  private static final int WARM = 4;
  private static final int ROUNDS = 7;
  private static final String DATABASE = "clock.db";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/London"));

  private final Servers servers;
  private final InstantSource clock = InstantSource.system();

  private ClockBench(Servers servers) {
    this.servers = servers;
  }

  /** Runs it all; the first argument is the project's target folder. */
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]).toAbsolutePath();
    ClockBench bench =
        new ClockBench(new Servers(Files.createDirectories(target.resolve("bench"))));
    bench.liveClasses();
    bench.costs();
  }

  private void liveClasses() throws Exception {
    servers.forget(DATABASE);
    servers.plan("live", LiveClasses.plan());
    try (SlackStub slack = new SlackStub()) {
      try (Child server = servers.callboard(slack, DATABASE)) {
        double perSecond = new LiveClasses(CLASSES, server.port()).begin();
        say("classes opened and started, by HTTP", perSecond, "%,.0f/s", "");
      }
      try (Child server = servers.callboard(slack, DATABASE)) {
        LiveClasses live = new LiveClasses(CLASSES, server.port());
        live.touch(); // so that each is there with a plan of its own, read from its log
        double heap = LiveClasses.liveMegabytes(server);
        say("heap, 10,000 live classes, after GC", heap, "%.0f MB", "goal <= 512 MB");
        prompts(live);
      }
      punctuality(slack, LiveClasses.dues(servers.database(DATABASE)));
    }
  }

  /** Some at once to warm up, some at a steady rate a minute ahead, and all those of one minute. */
  private void prompts(LiveClasses live) throws Exception {
    live.prompts(AT_ONCE, "", "w");
    Instant minute =
        clock.instant().plusSeconds(60 + 30 + 15).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    live.steadyPrompts(STEADY, PER_SECOND, "in 1", "s");
    live.prompts(AT_ONCE, "at " + MINUTE.format(minute), "b");
    Duration rest = Duration.between(clock.instant(), minute.plusSeconds(5));
    long end = System.nanoTime() + rest.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }

  private static void punctuality(SlackStub slack, Map<String, Instant> dues) {
    double[] steady = late(slack, dues, "s");
    double[] burst = late(slack, dues, "b");
    say("prompts at 20/s, late by, p50", at(steady, 50), "%.0f ms", "");
    say("  p99", at(steady, 99), "%.0f ms", "goal <= 250 ms");
    say("  the latest", at(steady, 100), "%.0f ms", "");
    say("1,000 prompts due at once, late by, p50", at(burst, 50), "%.0f ms", "");
    say("  the last", at(burst, 100), "%.0f ms", "goal <= 1000 ms");
  }

  /**
   * The milliseconds from when a prompt was due to when Slack had it, sorted; all must be there.
   */
  private static double[] late(SlackStub slack, Map<String, Instant> dues, String name) {
    return dues.entrySet().stream()
        .filter(due -> due.getKey().startsWith(name))
        .mapToDouble(due -> {
          Instant heard = slack.heard().get(due.getKey());
          if (heard == null || heard.isBefore(due.getValue())) {
            throw new IllegalStateException(
                "prompt "
                    + due.getKey()
                    + ": "
                    + heard
                    + " (expected: from "
                    + due.getValue()
                    + ")");
          }
          return Duration.between(due.getValue(), heard).toNanos() / 1e6;
        })
        .sorted()
        .toArray();
  }

  private static double at(double[] sorted, int percent) {
    return sorted[(sorted.length - 1) * percent / 100];
  }

  /** In this process, without HTTP and disk. */
  private void costs() throws IOException {
    List<CostOfChange> all =
        List.of(
            new CostOfChange(10, 10),
            new CostOfChange(100, 10),
            new CostOfChange(1_000, 10),
            new CostOfChange(10, CLASSES));
    cost("status", all, CostOfChange::status);
    cost("extend, all prompts planned anew", all, CostOfChange::replan);
  }

  /** Round by round in turn; the first rounds warm up. */
  private static void cost(
      String what, List<CostOfChange> all, ToDoubleFunction<CostOfChange> measure) {
    double[][] rounds = new double[all.size()][ROUNDS];
    for (int round = -WARM; round < ROUNDS; round++) {
      for (int i = 0; i < all.size(); i++) {
        double micros = measure.applyAsDouble(all.get(i));
        rounds[i][Math.max(0, round)] = micros;
      }
    }
    cost(what, Arrays.stream(rounds).mapToDouble(Entrant::median).toArray());
  }

  private static void cost(String what, double[] micros) {
    say(what + ", 10 segments", micros[0], "%.0f us", "");
    say("  100 segments", micros[1], "%.0f us", ratio(micros[1] / micros[0], 10));
    say("  1,000 segments", micros[2], "%.0f us", ratio(micros[2] / micros[0], 100));
    say(
        "  10 segments, 10,000 classes live",
        micros[3],
        "%.0f us",
        ratio(micros[3] / micros[0], 1));
  }

  private static String ratio(double ratio, int goal) {
    return "%.1f times; goal about %d or less".formatted(ratio, goal);
  }

  private static void say(String what, double value, String format, String beside) {
    System.out.printf("%-42s %12s   %s%n", what, format.formatted(value), beside);
  }
}
