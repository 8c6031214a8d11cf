package dev.callboard.console;

import dev.callboard.chat.Brief;
import dev.callboard.chat.Person;
import dev.callboard.command.Engagement;
import dev.callboard.command.Times;
import dev.callboard.plan.Clashes;
import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Clashes.Clash;
import dev.callboard.plan.Clashes.Found;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the classes on a board are given by whoever looks, and which of these they cannot give
 * one after the other.
 */
final class MyDay {

  /** To leave one class, open the next one's room and look who is there. */
  private static final Duration ROOM = Duration.ofMinutes(10);

  private static final int SHORT = 60;

  private MyDay() {}

  /**
   * A class, as far as it takes somebody's time.
   *
   * @param crew whom it takes, see {@link Badges#crew}
   * @param busy when; null when it is over, or nobody knows whether or when it is given
   */
  record Entry(Engagement what, Set<String> crew, @Nullable Busy busy) {}

  /** Those of these classes that the person gives. */
  static List<Entry> of(Person person, List<Entry> entries) {
    List<String> badges = Badges.of(person);
    return entries.stream().filter(entry -> Badges.any(badges, entry.crew())).toList();
  }

  /** Of each class, by its id, why it cannot be given before or after others of them, in words. */
  static Map<String, List<String>> clashes(List<Entry> own) {
    Map<String, Entry> byId = new HashMap<>();
    own.forEach(entry -> byId.put(entry.what().id(), entry));
    Map<String, Found> clashes =
        Clashes.of(own.stream().map(Entry::busy).filter(Objects::nonNull).toList(), ROOM);
    Map<String, List<String>> words = new HashMap<>();
    byId.forEach((id, entry) -> {
      Found found = clashes.get(id);
      words.put(id, found == null ? List.of() : words(entry, found, byId));
    });
    return words;
  }

  private static List<String> words(Entry entry, Found found, Map<String, Entry> own) {
    int more = found.count() - found.worst().size();
    return Stream.concat(
            found.worst().stream().map(clash -> words(entry, clash, own)),
            more > 0 ? Stream.of("and " + more + " more at that time") : Stream.of())
        .toList();
  }

  /** Short enough to stand in a warning. */
  private static String title(Engagement what) {
    return Brief.of(ClassView.cut(what.title()), SHORT);
  }

  private static String words(Entry one, Clash clash, Map<String, Entry> own) {
    Busy other = clash.other();
    String title = title(Objects.requireNonNull(own.get(other.id())).what());
    String named = "“" + title + "” (" + Times.clock(other.from(), one.what().zone()) + ")";
    Duration between = clash.between();
    if (between.isNegative()) {
      return "overlaps " + named + " by " + Times.minutes(between);
    }
    boolean before = Objects.requireNonNull(one.busy()).from().isBefore(other.from());
    if (between.toSeconds() < 30) {
      return before ? named + " follows at once" : "follows " + named + " at once";
    }
    return "only " + Times.minutes(between) + (before ? " till " : " after ") + named;
  }
}
