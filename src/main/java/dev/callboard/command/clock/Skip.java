package dev.callboard.command.clock;

import dev.callboard.chat.Content;
import dev.callboard.chat.Line;
import dev.callboard.command.Buttons;
import dev.callboard.command.Call;
import dev.callboard.command.Command;
import dev.callboard.command.CommandException;
import dev.callboard.command.Decision;
import dev.callboard.command.Param;
import dev.callboard.command.Spec;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Entered;
import dev.callboard.session.Event.Skipped;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Slot.Phase;
import java.util.List;
import java.util.Optional;

/** Leaves a segment out: what remains of the current one, or one that lies ahead. */
public final class Skip implements Command {

  private static final Spec SPEC =
      new Spec(
          "skip",
          List.of(Param.text("segment", 200).optional()),
          Spec.STAGE,
          "Leave out this segment, or one ahead",
          List.of("skip", "skip poll-1"),
          14);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Optional<String> typed = call.arguments().find("segment");
    if (typed.isEmpty()) {
      Echo.refuse(call, "skip");
      return current(call, call.liveClass().run().current().orElseThrow());
    }
    Session session = call.openClass();
    Item item =
        typed.get().equalsIgnoreCase("next")
            ? following(call)
            : Segments.named(session, typed.get(), key -> "skip " + key);
    Slot slot = call.timeline().slot(item.key()).orElseThrow();
    return slot.phase() == Phase.CURRENT ? current(call, item) : ahead(call, slot);
  }

  private static Item following(Call call) {
    Session session = call.liveClass();
    Echo.refuse(call, "skip next");
    Echo.refuseToLeaveOut(call, "skip next");
    return session
        .following()
        .flatMap(next -> session.run().order().find(next.key()))
        .orElseThrow(() -> nothingAfter(session));
  }

  private static Decision current(Call call, Item item) {
    Session session = call.liveClass();
    Segment following = session.following().orElseThrow(() -> nothingAfter(session));
    Skipped skipped = new Skipped(item.key());
    Entered entered = new Entered(following.key());
    Standing standing = Standing.after(call, skipped, entered);
    String back = "Back to " + item.segment().title();
    Content answer =
        Moves.answer(
            standing,
            Buttons.plain(session.id(), back.length() > 30 ? "Back" : back, "back " + item.key()));
    return standing.decide(answer, skipped, entered);
  }

  private static Decision ahead(Call call, Slot slot) {
    Session session = call.openClass();
    String title = slot.segment().title();
    switch (slot.phase()) {
      case SKIPPED ->
          throw new CommandException(
              "“" + title + "” is left out already.",
              Buttons.plain(session.id(), "Bring it back", "unskip " + slot.key()));
      case DONE, MISSED ->
          throw new CommandException(
              "“" + title + "” is over.", Buttons.plain(session.id(), "Status", "status"));
      case CURRENT, AHEAD -> {
        // can be left out
      }
    }
    Skipped skipped = new Skipped(slot.key());
    Standing standing = Standing.after(call, skipped);
    Content answer =
        Content.text(standing.line(Line.empty().strong(title).plain(" is left out.")))
            .and(standing.buttons(Buttons.plain(session.id(), "Undo", "unskip " + slot.key())));
    return standing.decide(answer, skipped);
  }

  private static CommandException nothingAfter(Session session) {
    return new CommandException(
        "Nothing comes after this segment, so there is nothing to go on to.",
        Buttons.main(session.id(), "End class", "end"));
  }
}
