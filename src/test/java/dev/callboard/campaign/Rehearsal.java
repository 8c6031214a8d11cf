package dev.callboard.campaign;

import dev.callboard.Commands;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.command.IcuTexts;
import dev.callboard.desk.Desk;
import dev.callboard.plan.PlanFolder;
import dev.callboard.store.Store;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was typed into classes before the server that is tested begins to live: by a desk on the
 * same database, whose clock stands where it is wanted. So prompts can be due when a test needs
 * them, though people ask for whole minutes.
 */
final class Rehearsal implements AutoCloseable {

  private final Store store;
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Desk desk;
  private int deliveries;

  Rehearsal(Stage stage) throws IOException {
    store = Store.open(stage.databaseUrl());
    desk =
        new Desk(
            new Desk.Furniture(
                store.ledger(),
                (_, _) -> List.of(),
                new PlanFolder(stage.plans(), Commands.registry().words()),
                IcuTexts.read(Path.of("config/messages")),
                Commands.registry(),
                clock),
            _ -> {});
  }

  /** Opens a class and asks for prompts at these times, each to one person after the other. */
  void begin(PromptedClass played, Instant start, List<Instant> prompts) {
    types(played, start, "open " + played.plan(), "Opened");
    types(played, start, "start", "Started");
    List<Instant> typed =
        prompts.stream().sorted(Comparator.comparing(due -> typed(start, due))).toList();
    for (Instant due : typed) {
      String to = PromptedClass.PEOPLE.get(prompts.indexOf(due) % PromptedClass.PEOPLE.size());
      String text = played.freshText();
      long minutes = Duration.between(typed(start, due), due).toMinutes();
      types(
          played,
          typed(start, due),
          "prompt to " + to + " in " + minutes + " " + text,
          "alone is told");
      played.asked(new PromptedClass.Ask(to, text, true));
    }
  }

  /** Times from one to another, both with it, so far apart. */
  static List<Instant> every(Duration apart, Instant from, Instant to) {
    int count = (int) Duration.between(from, to).dividedBy(apart) + 1;
    return IntStream.range(0, count).mapToObj(i -> from.plus(apart.multipliedBy(i))).toList();
  }

  /** In the first minute of the class, whole minutes before the prompt is due. */
  private static Instant typed(Instant start, Instant due) {
    return due.minus(Duration.ofMinutes(Duration.between(start, due).toMinutes()));
  }

  private void types(PromptedClass played, Instant at, String line, String expected) {
    clock.set(at);
    deliveries++;
    Reply reply =
        desk.handle(
            new Inbound.Command(
                new Delivery(
                    "slack:rehearsal-" + played.plan() + "-" + deliveries, Delivery.Route.INLINE),
                new Person("slack", played.tenant(), FakeSlack.FAY, "Fay", null),
                new Place("slack", played.tenant(), played.backstage()),
                PlaceKind.UNKNOWN,
                line,
                Inbound.Via.TYPED));
    if (!(reply instanceof Reply.Tell tell) || !tell.content().plainText().contains(expected)) {
      throw new AssertionError(line + " was answered with " + reply);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
