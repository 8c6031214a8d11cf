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
import dev.callboard.command.Times;
import dev.callboard.session.Event.Inserted;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a segment into the running order that the plan does not know. */
public final class Insert implements Command {

  private static final int LONGEST_TITLE = 80;
  private static final int MOST_MINUTES = 240;
  private static final int MOST_SEGMENTS = 100;

  private static final Spec SPEC =
      new Spec(
          "insert",
          List.of(Param.text("\"TITLE\" MINUTES [after SEGMENT]", 300)),
          Spec.STAGE,
          "Put in a segment that is not in the plan",
          List.of("insert \"A film\" 10", "insert \"A film\" 10 after poll-1"),
          17);

  @Override
  public Spec spec() {
    return SPEC;
  }

  /** What was asked for. */
  private record Wish(String title, int minutes, Item after) {}

  @Override
  public Decision run(Call call) {
    Session session = call.openClass();
    Wish wish = wish(session, call.arguments().text("\"TITLE\" MINUTES [after SEGMENT]").strip());
    if (session.run().order().items().size() >= MOST_SEGMENTS) {
      throw new CommandException(
          "The class has " + MOST_SEGMENTS + " segments already; more would help nobody.");
    }
    Inserted inserted =
        new Inserted(
            key(session, wish.title()),
            wish.title(),
            Duration.ofMinutes(wish.minutes()),
            wish.after().key());
    Standing standing = Standing.after(call, inserted);
    return standing.decide(answer(standing, inserted, wish.after()), inserted);
  }

  private static Wish wish(Session session, String typed) {
    InsertLine line = InsertLine.of(typed, name -> Segments.isOne(session, name));
    String title = line.title();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw CommandException.usage(
          title.isEmpty()
              ? "What shall the new segment be called?"
              : "That title has " + title.length() + " characters; " + LONGEST_TITLE + " fit.");
    }
    int minutes = line.minutes().orElseThrow(() -> howLong(session, line));
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw CommandException.usage("A segment takes from 1 to " + MOST_MINUTES + " min.");
    }
    Item place =
        line.after()
            .map(after -> Segments.named(session, after, key -> line.following(key).line()))
            .or(() -> session.run().current())
            .orElseGet(() -> session.run().order().items().getLast());
    refusePast(session, place, line);
    return new Wish(title, minutes, place);
  }

  private static CommandException howLong(Session session, InsertLine line) {
    return CommandException.usage(
        "How many minutes shall it take?",
        Stream.of(5, 10, 15)
            .map(minutes ->
                Buttons.plain(session.id(), minutes + " min", line.taking(minutes).line()))
            .toArray(Button[]::new));
  }

  private static void refusePast(Session session, Item place, InsertLine line) {
    Optional<Item> current = session.run().current();
    if (current.isPresent()
        && session.run().order().position(place.key())
            < session.run().order().position(current.get().key())) {
      throw new CommandException(
          "The class is past “" + place.segment().title() + "”.",
          Buttons.main(session.id(), "Make it next", line.anywhere().line()));
    }
  }

  /** A name of its own, made of the title. */
  private static String key(Session session, String title) {
    String plain = Segments.plain(title);
    String wanted = plain.isEmpty() ? "extra" : plain.substring(0, Math.min(30, plain.length()));
    String key = wanted;
    for (int i = 2; session.run().order().position(key) >= 0; i++) {
      key = wanted + "-" + i;
    }
    return key;
  }

  private static Content answer(Standing standing, Inserted inserted, Item after) {
    Slot slot = standing.timeline().slot(inserted.segment()).orElseThrow();
    Line line =
        Line.empty()
            .strong(inserted.title())
            .plain(", " + Times.minutes(slot.allotted()) + ", comes after ")
            .strong(after.segment().title())
            .plain(".");
    String id = inserted.segment();
    return Content.text(standing.line(line))
        .and(standing.buttons(Buttons.plain(standing.session().id(), "Undo", "skip " + id)));
  }
}
