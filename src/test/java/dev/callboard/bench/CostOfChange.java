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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What the desk takes for a command in a class of so many segments, with so many classes live: all
 * but HTTP and the disk. Counted by the processor's time, so that it does not matter what else
 * runs.
 */
final class CostOfChange {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration ROUND = Duration.ofMillis(300);

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

  /** Microseconds of the processor to answer where the class stands. */
  double status() {
    return micros(i -> types(i, "status", ""));
  }

  /** Microseconds to give the segment more time, or less again, and to plan all prompts anew. */
  double replan() {
    return micros(i -> types(i, i / classes % 2 == 0 ? "extend 3" : "extend -3", "Part 1"));
  }

  /** Over whole turns of all classes, so that what was given is taken away again. */
  private double micros(IntConsumer step) {
    long start = THREADS.getCurrentThreadCpuTime();
    int number = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND.toNanos()) {
      for (int i = 0; i < 2 * classes; i++) {
        step.accept(number++);
      }
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / number;
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
