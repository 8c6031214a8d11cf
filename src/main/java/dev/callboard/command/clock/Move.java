package dev.callboard.command.clock;

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
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Moved;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot.Phase;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a segment that lies ahead at another place of the running order. */
public final class Move implements Command {

  private static final Pattern BESIDE = Pattern.compile("(.+?)\\s+(after|before)\\s+(.+)");
  private static final Pattern ENDS = Pattern.compile("(.+?)\\s+(?:to\\s+)?(first|next|last)");

  private static final Spec SPEC =
      new Spec(
          "move",
          List.of(Param.text("SEGMENT after SEGMENT", 300)),
          Spec.STAGE,
          "Put a segment at another place",
          List.of("move qa after poll-1", "move qa next"),
          16);

  @Override
  public Spec spec() {
    return SPEC;
  }

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    String typed = call.arguments().text("SEGMENT after SEGMENT").strip();
    Item moving = moving(call, typed);
    @Nullable String after = after(session, typed, moving);
    if (after == null && session.run().live()) {
      throw new CommandException(
          "The class has begun, so nothing can come first any more.",
          place(session, moving, "next", "next"));
    }
    refusePast(session, moving, after);
    Moved moved = new Moved(moving.key(), after);
    String before = predecessor(session, moving).map(Item::key).orElse(null);
    if (after == null ? before == null : after.equals(before) || after.equals(moving.key())) {
      throw new CommandException("“" + moving.segment().title() + "” is there already.");
    }
    Standing standing = Standing.after(call, moved);
    return standing.decide(answer(standing, moved, before), moved);
  }

  private static Item moving(Call call, String typed) {
    Session session = call.openClass();
    Matcher beside = BESIDE.matcher(typed);
    Matcher ends = ENDS.matcher(typed);
    String name = beside.matches() ? beside.group(1) : ends.matches() ? ends.group(1) : typed;
    Item item =
        Segments.named(session, name, key -> "move " + key + typed.substring(name.length()));
    Phase phase = call.timeline().slot(item.key()).orElseThrow().phase();
    if (phase == Phase.CURRENT || phase == Phase.DONE || item.actual().visited()) {
      throw new CommandException(
          "“"
              + item.segment().title()
              + (phase == Phase.CURRENT ? "” is running" : "” has been given")
              + ". Only what lies ahead can be moved.");
    }
    if (name.equals(typed)) {
      throw where(session, item);
    }
    return item;
  }

  private static CommandException where(Session session, Item item) {
    String title = item.segment().title();
    return CommandException.usage(
        "Where shall “" + title + "” go?",
        place(session, item, session.run().live() ? "next" : "first", "Make it next"),
        place(session, item, "last", "Make it last"));
  }

  private static Button place(Session session, Item item, String where, String label) {
    return Buttons.main(session.id(), label, "move " + item.key() + " " + where);
  }

  /** Key of the segment it shall follow; null when it shall come first. */
  private static @Nullable String after(Session session, String typed, Item moving) {
    List<Item> items = session.run().order().items();
    Matcher beside = BESIDE.matcher(typed);
    if (beside.matches()) {
      String way = " " + beside.group(2) + " ";
      Item other =
          Segments.named(session, beside.group(3), key -> "move " + moving.key() + way + key);
      return way.equals(" after ")
          ? other.key()
          : predecessor(session, other).map(Item::key).orElse(null);
    }
    Matcher ends = ENDS.matcher(typed);
    return switch (ends.matches() ? ends.group(2) : "") {
      case "last" -> items.getLast().key();
      case "next" -> session.run().current().map(Item::key).orElse(null);
      default -> null;
    };
  }

  private static Optional<Item> predecessor(Session session, Item item) {
    int position = session.run().order().position(item.key());
    return position == 0
        ? Optional.empty()
        : Optional.of(session.run().order().items().get(position - 1));
  }

  /** A place that the class has passed is no place to be given at. */
  private static void refusePast(Session session, Item moving, @Nullable String after) {
    Optional<Item> current = session.run().current();
    if (after != null
        && current.isPresent()
        && session.run().order().position(after)
            < session.run().order().position(current.get().key())) {
      throw new CommandException(
          "The class is past that place.", place(session, moving, "next", "Make it next"));
    }
  }

  private static Content answer(Standing standing, Moved moved, @Nullable String before) {
    Session session = standing.session();
    String title = title(session, moved.segment());
    String after = moved.after();
    Line line =
        after == null
            ? Line.empty().strong(title).plain(" comes first now.")
            : Line.empty()
                .strong(title)
                .plain(" comes after ")
                .strong(title(session, after))
                .plain(" now.");
    String back = "move " + moved.segment() + (before == null ? " first" : " after " + before);
    return Content.text(standing.line(line))
        .and(standing.buttons(Buttons.plain(session.id(), "Undo", back)));
  }

  private static String title(Session session, String key) {
    return session.run().order().find(key).map(Item::segment).map(Segment::title).orElse(key);
  }
}
