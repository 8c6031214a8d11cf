package dev.callboard.command.clock;

import dev.callboard.chat.Button;
import dev.callboard.command.Buttons;
import dev.callboard.command.CommandException;
import dev.callboard.command.Names;
import dev.callboard.session.Item;
import dev.callboard.session.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the segment that somebody means by its key, its title, or something like them. */
public final class Segments {

  private static final List<String> HERE = List.of("this", "current", "now");

  private Segments() {}

  /**
   * The segment of that name; says which there are when there is none.
   *
   * @param line what a button for a segment does, given its key
   */
  public static Item named(Session session, String typed, UnaryOperator<String> line) {
    return find(session, typed).orElseThrow(() -> unknown(session, typed, line));
  }

  /** Whether a segment bears exactly that name. */
  static boolean isOne(Session session, String typed) {
    String wanted = plain(typed);
    return HERE.contains(wanted)
        || session.run().order().items().stream().flatMap(Segments::names).anyMatch(wanted::equals);
  }

  /** The one segment that was surely meant. */
  public static Optional<Item> find(Session session, String typed) {
    String wanted = plain(typed);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    if (HERE.contains(wanted)) {
      return session.run().current();
    }
    List<Item> items = session.run().order().items();
    return only(items, item -> names(item).anyMatch(wanted::equals))
        .or(() ->
            only(
                items,
                item -> names(item).anyMatch(n -> Names.closest(wanted, List.of(n)).isPresent())))
        .or(() -> only(items, item -> names(item).anyMatch(name -> name.contains(wanted))));
  }

  /** Letters and digits alone, so that {@code “Q & A”} and {@code q-a} are the same. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static Stream<String> names(Item item) {
    return Stream.of(item.key(), plain(item.segment().title())).distinct();
  }

  private static Optional<Item> only(List<Item> items, Predicate<Item> wanted) {
    List<Item> found = items.stream().filter(wanted).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static CommandException unknown(
      Session session, String typed, UnaryOperator<String> line) {
    List<Item> items = session.run().order().items();
    String wanted = plain(typed);
    List<String> similar =
        Names.similar(wanted, items.stream().flatMap(Segments::names).distinct().toList());
    Button[] buttons =
        items.stream()
            .filter(item ->
                names(item).anyMatch(similar::contains)
                    || (wanted.length() > 1 && names(item).anyMatch(n -> n.contains(wanted))))
            .limit(4)
            .map(item -> Buttons.main(session.id(), item.segment().title(), line.apply(item.key())))
            .toArray(Button[]::new);
    String keys = items.stream().map(Item::key).collect(Collectors.joining(", "));
    String sentence =
        buttons.length > 1
            ? "Which one do you mean by “" + typed + "”?"
            : "No segment is called “" + typed + "”. There is " + keys + ".";
    return new CommandException(sentence, buttons);
  }
}
