package dev.callboard.command.clock;

import dev.callboard.chat.Block.Small;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.command.Times;
import dev.callboard.session.Event.Extended;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a segment more time, or less. */
public final class Extend implements Command {

  private static final int MOST = 120;

  private static final Spec SPEC =
      new Spec(
          "extend",
          List.of(Param.name("minutes").optional(), Param.text("segment", 200).optional()),
          Spec.STAGE,
          "Give a segment more time, or less",
          List.of("extend 5", "extend -3", "extend 5 qa"),
          5);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed =
        Stream.of("minutes", "segment")
            .flatMap(name -> call.arguments().find(name).stream())
            .reduce("", (left, right) -> (left + " " + right).strip());
    Minutes minutes = Minutes.of(typed).orElseThrow(() -> howMuch(session, typed));
    if (minutes.amount() == 0 || Math.abs(minutes.amount()) > MOST) {
      throw CommandException.usage(
          minutes.amount() == 0
              ? "By 0 min nothing changes."
              : "That is more than I change at once: up to " + MOST + " min, more or less.");
    }
    Item item = segment(call, minutes);
    Slot slot = call.timeline().slot(item.key()).orElseThrow();
    Duration by = Duration.ofMinutes(minutes.amount());
    refuse(session, item, slot, by);
    Extended extended = new Extended(item.key(), by);
    Standing standing = Standing.after(call, extended);
    return standing.decide(answer(standing, extended), extended);
  }

  private static Item segment(Call call, Minutes minutes) {
    if (!minutes.rest().isEmpty()) {
      return Segments.named(
          call.openClass(), minutes.rest(), key -> "extend " + minutes.amount() + " " + key);
    }
    return call.liveClass().run().current().orElseThrow();
  }

  private static CommandException howMuch(Session session, String typed) {
    Optional<Item> item = typed.isEmpty() ? session.run().current() : Segments.find(session, typed);
    if (item.isPresent()) {
      String key = item.get().key();
      return new CommandException(
          "By how many minutes shall “" + item.get().segment().title() + "” change?",
          Stream.of(2, 5, 10, -2, -5)
              .map(by ->
                  Buttons.plain(
                      session.id(),
                      (by > 0 ? "+" : "−") + Math.abs(by),
                      "extend " + by + " " + key))
              .toArray(Button[]::new));
    }
    return CommandException.usage(
        typed.isEmpty()
            ? "By how many minutes, and which segment?"
            : "“" + typed + "” is not a number of minutes, such as `5` or `-3`.");
  }

  private static void refuse(Session session, Item item, Slot slot, Duration by) {
    String title = slot.segment().title();
    switch (slot.phase()) {
      case DONE, MISSED ->
          throw new CommandException(
              "“" + title + "” is over.", Buttons.plain(session.id(), "Status", "status"));
      case SKIPPED ->
          throw new CommandException(
              "“" + title + "” is left out.",
              Buttons.main(session.id(), "Bring it back", "unskip " + slot.key()));
      case CURRENT, AHEAD -> {
        if (slot.left().plus(by).isNegative() && takesFromThePlan(item, by)) {
          throw tooMuch(session, slot);
        }
      }
    }
  }

  /** What was given can always be taken back, or there would be no undoing it once time is up. */
  private static boolean takesFromThePlan(Item item, Duration by) {
    return by.isNegative() && item.extra().plus(by).isNegative();
  }

  private static CommandException tooMuch(Session session, Slot slot) {
    String title = slot.segment().title();
    if (slot.phase() == Phase.AHEAD) {
      return new CommandException(
          "“" + title + "” has only " + Times.minutes(slot.left()) + " to give.",
          Buttons.main(session.id(), "Leave it out", "skip " + slot.key()));
    }
    return new CommandException(
        slot.left().isNegative()
            ? "“" + title + "” is over its time already, so there is nothing to take away."
            : "“" + title + "” has only " + Times.countdown(slot.left()) + " left.",
        session.following().isPresent()
            ? Onward.main(session)
            : Buttons.main(session.id(), "End class", "end"));
  }

  private static Content answer(Standing standing, Extended extended) {
    Session session = standing.session();
    Slot slot = standing.timeline().slot(extended.segment()).orElseThrow();
    Duration by = extended.by();
    String change = Times.minutes(by) + (by.isNegative() ? " less." : " more.");
    Line line = Line.empty().strong(slot.segment().title());
    line =
        slot.phase() != Phase.CURRENT
            ? line.plain(" takes " + Times.minutes(slot.allotted()) + " now, " + change)
            : slot.left().isNegative()
                ? line.plain(" is " + Times.countdown(slot.left()) + " over, " + change)
                : line.plain(" till ")
                    .clock(slot.ends(), session.plan().zone())
                    .plain(", " + change);
    Content content = Content.text(standing.line(line));
    if (by.isNegative() && slot.allotted().compareTo(slot.segment().minimum()) < 0) {
      content =
          content.and(
              new Small(
                  Line.of(
                      "The plan says it needs " + Times.minutes(slot.segment().minimum()) + ".")));
    }
    String back = "extend " + by.negated().toMinutes() + " " + slot.key();
    return content.and(standing.buttons(Buttons.plain(session.id(), "Undo", back)));
  }
}
