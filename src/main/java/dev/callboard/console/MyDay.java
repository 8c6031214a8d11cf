package dev.callboard.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.command.Times;
import dev.callboard.plan.Clashes;
import dev.callboard.plan.Clashes.Busy;
import dev.callboard.plan.Clashes.Clash;
import dev.callboard.plan.Clashes.Found;
import dev.callboard.plan.Plan;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  record Entry(String title, ZoneId zone, Set<String> crew, @Nullable Busy busy) {}

  /**
   * The person's own classes by id, each with its warnings in words.
   *
   * @param entries by their ids, which those of their times are too
   */
  static ObjectNode of(Person person, Map<String, Entry> entries) {
    List<String> badges = Badges.of(person);
    Map<String, Entry> own = new HashMap<>();
    entries.forEach((id, entry) -> {
      if (Badges.any(badges, entry.crew())) {
        own.put(id, entry);
      }
    });
    Map<String, Found> clashes =
        Clashes.of(own.values().stream().map(Entry::busy).filter(Objects::nonNull).toList(), ROOM);
    ObjectNode day = JsonNodeFactory.instance.objectNode();
    own.forEach((id, entry) -> {
      ArrayNode words = day.putArray(id);
      Found found = clashes.get(id);
      if (found != null) {
        found.worst().forEach(clash -> words.add(words(entry, clash, own)));
        int more = found.count() - found.worst().size();
        if (more > 0) {
          words.add("and " + more + " more at that time");
        }
      }
    });
    return day;
  }

  /** Short enough to stand in a warning. */
  static String title(Plan plan) {
    String title = ClassView.cut(plan.title());
    int end = title.offsetByCodePoints(0, Math.min(SHORT, title.codePointCount(0, title.length())));
    return end == title.length() ? title : title.substring(0, end) + "…";
  }

  private static String words(Entry one, Clash clash, Map<String, Entry> own) {
    Busy other = clash.other();
    String title = Objects.requireNonNull(own.get(other.id())).title();
    String named = "“" + title + "” (" + Times.clock(other.from(), one.zone()) + ")";
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
