package dev.callboard.bench;

import dev.callboard.Commands;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Desk;
import dev.callboard.plan.Plan;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What the desk takes for a command in a class of so many segments, with so many classes live: all
 * but HTTP and the disk.
 */
final class CostOfChange {

  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofMillis(400);

  private final int classes;
  private final SettableClock clock = SettableClock.at("2026-11-24T14:00:00Z");
  private final Desk desk;
  private int deliveries;

  CostOfChange(int segments, int classes) throws IOException {
    this.classes = classes;
    Plan plan = SamplePlans.many("long", segments);
    desk =
        new Desk(
            new Desk.Furniture(
                new StillLedger(),
                (_, _) -> List.of(),
                SamplePlans.library(plan),
                IcuTexts.read(Path.of("config/messages")),
                Commands.registry(),
                clock),
            _ -> {});
    for (int i = 0; i < classes; i++) {
      types(i, "open long #other" + i, "Opened");
      types(i, "start", "Started");
    }
  }

  /** Microseconds to answer where the class stands. */
  double status() {
    return micros(i -> types(i, "status", ""));
  }

  /** Microseconds to give the segment more time or less again, and to plan all prompts anew. */
  double replan() {
    return micros(
        i -> types(i % classes, i / classes % 2 == 0 ? "extend 3" : "extend -3", "Part 1"));
  }

  private interface Step {
    void in(int number);
  }

  private double micros(Step step) {
    double[] rounds = new double[ROUNDS];
    int number = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      int before = number;
      while (System.nanoTime() - start < ROUND.toNanos()) {
        step.in(number++);
      }
      rounds[round] = (System.nanoTime() - start) / 1e3 / (number - before);
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private void types(int number, String line, String expected) {
    deliveries++;
    Reply reply =
        desk.handle(
            new Inbound.Command(
                new Delivery("lobby:" + deliveries, Delivery.Route.INLINE),
                new Person("lobby", "local", "priya", "Priya", null),
                new Place("lobby", "local", "back" + number % classes),
                PlaceKind.UNKNOWN,
                line,
                Inbound.Via.TYPED));
    if (!reply.toString().contains(expected)) {
      throw new IllegalStateException(line + " was answered with " + reply);
    }
  }
}
