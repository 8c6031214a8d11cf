package dev.callboard.bench;

import dev.callboard.Commands;
import dev.callboard.LostMail;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Desk;
import dev.callboard.plan.PlanFolder;
import dev.callboard.store.Store;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Classes that were given before, each by the real desk with a clock of its own, so that an hour's
 * class is there in a second. All write to the log of one database.
 */
final class PastClasses {

  /** Of all plans here. */
  private static final int SEGMENTS = 12;

  private final Store store;
  private final Path plans;

  PastClasses(Store store, Path plans) {
    this.store = store;
    this.plans = plans;
  }

  /**
   * A plan of an hour for so many learners.
   *
   * @param minutes of its first segment; it goes by this name also, so that plans differ
   */
  static String plan(String title, int learners, int minutes) {
    StringBuilder plan =
        new StringBuilder(
            """
            title: %s
            client: bench
            zone: Europe/London
            start: "14:00"
            slot: 60
            people:
              - {key: pat, name: Pat Lee, role: producer, accounts: {slack: U07}}
              - {key: fay, name: Fay Osei, role: facilitator, accounts: {slack: U08}}
            """
                .formatted(title));
    for (int i = 0; i < learners; i++) {
      plan.append("  - {key: p%1$d, name: Learner %1$d, role: learner, ".formatted(i));
      plan.append("accounts: {slack: L%d}}\n".formatted(i));
    }
    plan.append("segments:\n  - {title: Welcome, minutes: ").append(minutes).append("}\n");
    for (int i = 2; i <= SEGMENTS; i++) {
      plan.append("  - {title: Part ").append(i).append(", minutes: 5, min-minutes: 3}\n");
    }
    return plan.toString();
  }

  /**
   * Gives so many classes of a plan, several at a time, a day apart from another.
   *
   * @param from a number that no class of the database has yet
   * @param newest when the last of them begins
   * @param dropping how many learners leave in the middle and come back
   */
  void give(String plan, int from, int count, int learners, int dropping, Instant newest)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          IntStream.range(from, from + count)
              .<Future<?>>mapToObj(i -> {
                Instant start = newest.minus(Duration.ofDays((long) from + count - 1 - i));
                return threads.submit(() -> {
                  new Giving(i, start).give(plan, learners, dropping);
                  return null;
                });
              })
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** One class. */
  private final class Giving {

    private final int number;
    private final SettableClock clock;
    private final Desk desk;
    private final Random random;
    private int deliveries;

    Giving(int number, Instant start) throws IOException {
      this.number = number;
      this.random = new Random(number);
      clock = new SettableClock(start.minusSeconds(600));
      desk =
          new Desk(
              new Desk.Furniture(
                  store.ledger(),
                  LostMail.of(store.shelf()),
                  new PlanFolder(plans, Commands.registry().words()),
                  IcuTexts.read(Path.of("config/messages")),
                  Commands.registry(),
                  clock),
              _ -> {});
    }

    void give(String plan, int learners, int dropping) {
      types("open " + plan + " #CROOM" + number, "Opened");
      clock.advance(Duration.ofMinutes(2));
      for (int i = 0; i < learners; i++) {
        sees(i, true, 450 * i / learners);
      }
      clock.advance(Duration.ofMinutes(8));
      types("start", "Started");
      int back = 0;
      for (int segment = 1; segment <= SEGMENTS; segment++) {
        clock.advance(Duration.ofSeconds(150 + random.nextInt(300)));
        int until = dropping * segment / SEGMENTS;
        for (int i = back; i < until; i++) {
          sees(i, false, -100);
          sees(i, true, -random.nextInt(90));
        }
        back = until;
        if (segment % 4 == 0) {
          types("note designer: part " + segment + " needs a picture, class " + number, "Noted");
        }
        if (segment < SEGMENTS) {
          types("next", "Part " + (segment + 1));
        }
      }
      for (int i = 0; i < learners; i++) {
        sees(i, false, -random.nextInt(120));
      }
      types("end", "Closed at ");
    }

    /** Somebody comes to the huddle or leaves it, so many seconds from now. */
    private void sees(int learner, boolean comes, int seconds) {
      String id = "L" + learner;
      Attendee who = new Attendee(id, id, id, null, "Learner " + learner, null, null);
      Sighting.What what = comes ? new Sighting.Joined(who) : new Sighting.Left(who);
      Instant at = clock.instant().plusSeconds(seconds);
      desk.handle(
          new Inbound.Presence(
              new Delivery(key(), Delivery.Route.POSTED),
              new Sighting(new Place("slack", "T" + number, "CROOM" + number), "R1", at, what)));
    }

    private void types(String line, String expected) {
      Reply reply =
          desk.handle(
              new Inbound.Command(
                  new Delivery(key(), Delivery.Route.INLINE),
                  new Person("slack", "T" + number, "U07", "Pat Lee", null),
                  new Place("slack", "T" + number, "CBACK" + number),
                  PlaceKind.UNKNOWN,
                  line,
                  Inbound.Via.TYPED));
      if (!reply.toString().contains(expected)) {
        throw new IllegalStateException(line + " was answered with " + reply);
      }
    }

    private String key() {
      deliveries++;
      return "bench:" + number + "/" + deliveries;
    }
  }
}
