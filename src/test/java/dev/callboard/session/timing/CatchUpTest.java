package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.session.timing.CatchUp.Cut;
import dev.callboard.session.timing.Slot.Phase;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchUpTest {

  /** Plans, how late the first segment began, and the cuts one minute into it. */
  @ParameterizedTest(name = "{0}, {1} late: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A 10, B 20 min 15, C 30                         | 4  | B-4",
        "A 10, B 20 min 15, C 30                         | 5  | B-5",
        "A 10, B 20 min 15, C 30                         | 7  | B-5 still 2",
        "A 10, B 20, C 30                                | 3  | still 3",
        "A 10, B 20, C 30                                | 0  | on time",
        "A 10, B 4 cut, C 10 min 8, D 8 min 6, E 28      | 6  | B out, D-2",
        "A 10, B 4 cut, C 10 min 8, D 8 min 6, E 28      | 2  | D-2",
        "A 10, B 4 cut, C 10 min 8, D 8 min 6, E 28      | 4  | B out",
        "A 10, B 4 cut, C 10 min 6, D 8 min 6, E 28      | 4  | C-4",
        "A 10, B 6 cut, C 10 cut, D 34                   | 6  | B out",
        "A 10, B 6 cut, C 10 cut, D 34                   | 9  | C out",
        "A 10, B 6 cut, C 10 cut, D 34                   | 12 | B out, C out",
        "A 10 min 6, B 20, C 30                          | 3  | A-3",
        "A 10, X 5 cushion, B 45 min 40                  | 4  | on time",
        "A 10, X 5 cushion, B 45 min 40                  | 8  | B-3",
        "A 10, B 20 min 10, C 10 till 14:40, D 20        | 5  | on time",
        "A 10, B 20 min 10, C 20 from 14:30, D 10 min 8  | 2  | D-2",
        "A 10, B 20 min 10, C 20 from 14:30, D 10        | 2  | B-2",
        "A 10, B 20 min 18, C 20 from 14:30, D 10 min 7  | 5  | B-2, D-3",
      })
  void cuts_areTheFewestThatBringTheClassBack(String plan, int late, String expected) {
    ClassScript script = ClassScript.of("14:00 60min: " + plan);
    Instant start = script.starts().atZone(script.plan().zone()).toInstant();
    Instant began = start.plus(Duration.ofMinutes(late));
    Event opened = new Event.Opened(script.plan(), new Rooms(List.of(), List.of()), start);
    Session session =
        Session.fold(
                new SessionId("s"),
                List.of(
                    new Recorded(1, start, "p", opened),
                    new Recorded(2, began, "p", new Event.Started())))
            .orElseThrow();

    CatchUp found = CatchUp.of(script.plan(), session.run(), began.plusSeconds(60));

    assertThat(words(found)).isEqualTo(expected.strip());
  }

  private static String words(CatchUp found) {
    if (found.needless()) {
      return "on time";
    }
    String cuts = found.cuts().stream().map(CatchUpTest::word).collect(Collectors.joining(", "));
    return (cuts + (found.enough() ? "" : " still " + found.still().toMinutes())).strip();
  }

  private static String word(Cut cut) {
    return cut.segment().title() + (cut.leftOut() ? " out" : "-" + cut.by().toMinutes());
  }

  @Test
  void cuts_doWhatWasPromisedAndNoSmallerSetDoes() {
    AtomicInteger several = new AtomicInteger();
    Cases.each(
        3_000,
        random -> {
          RandomClass some = new RandomClass(random).lives();
          CatchUp found = CatchUp.of(some.plan(), some.session().run(), some.clock());
          Timeline timeline = some.timeline();
          if (some.session().run().ended()) {
            assertThat(found.cuts()).isEmpty();
            return;
          }
          Instant due = CatchUp.due(some.plan(), timeline);
          assertThat(Duration.between(due, after(some, found.cuts()))).isEqualTo(found.still());
          if (!found.needless()) {
            Instant target = due.plus(CatchUp.TOLERANCE);
            Least least = new Least(some, target);
            assertThat(List.of(found.cuts().size(), out(found.cuts()).size(), lost(found.cuts())))
                .isEqualTo(least.best());
            noMinuteTooMany(some, found, target);
            several.addAndGet(found.cuts().size() > 1 ? 1 : 0);
          }
        });
    assertThat(several).as("cases with several cuts").hasValueGreaterThan(200);
  }

  private static void noMinuteTooMany(RandomClass some, CatchUp found, Instant due) {
    Instant end = after(some, found.cuts());
    for (Cut cut : found.cuts()) {
      if (!cut.leftOut()) {
        List<Cut> fewer = new ArrayList<>(found.cuts());
        Duration by = cut.by().minusMinutes(1);
        fewer.set(fewer.indexOf(cut), new Cut(cut.segment(), cut.allotted(), by, false));
        assertThat(after(some, fewer)).isAfter(end.isAfter(due) ? end : due);
      }
    }
  }

  private static List<Cut> out(List<Cut> cuts) {
    return cuts.stream().filter(Cut::leftOut).toList();
  }

  private static Duration lost(List<Cut> cuts) {
    return out(cuts).stream().map(Cut::by).reduce(Duration.ZERO, Duration::plus);
  }

  /** When the class is over once the cuts have really been made. */
  private static Event event(Cut cut) {
    return cut.leftOut()
        ? new Event.Skipped(cut.segment().key())
        : new Event.Extended(cut.segment().key(), cut.by().negated());
  }

  private static Instant after(RandomClass some, List<Cut> cuts) {
    Session session = some.session();
    for (Cut cut : cuts) {
      session = session.after(new Recorded(session.seq() + 1, some.clock(), "p", event(cut)));
    }
    return Timeline.of(some.plan(), session.run(), some.clock()).end();
  }

  /** Tries every set of cuts there is. */
  private static final class Least {
    private final RandomClass some;
    private final List<Slot> slots;
    private final List<List<Cut>> sets = new ArrayList<>();
    private final Instant due;

    Least(RandomClass some, Instant due) {
      this.some = some;
      this.due = due;
      slots =
          some.timeline().slots().stream()
              .filter(slot -> slot.phase() == Phase.AHEAD || slot.phase() == Phase.CURRENT)
              .toList();
      gather(0, List.of());
    }

    private void gather(int index, List<Cut> cuts) {
      if (index == slots.size()) {
        sets.add(cuts);
        return;
      }
      gather(index + 1, cuts);
      Slot slot = slots.get(index);
      boolean fixed = slot.segment().cushion() || slot.segment().fixedEnd() != null;
      long spare = slot.allotted().minus(slot.segment().minimum()).toMinutes();
      long most = Math.min(spare, slot.left().toMinutes());
      if (!fixed && most > 0) {
        gather(
            index + 1,
            and(cuts, new Cut(slot.segment(), slot.allotted(), Duration.ofMinutes(most), false)));
      }
      if (slot.segment().cuttable()
          && slot.phase() == Phase.AHEAD
          && slot.actual().visits() == 0
          && slot.left().isPositive()) {
        gather(index + 1, and(cuts, new Cut(slot.segment(), slot.allotted(), slot.left(), true)));
      }
    }

    private static List<Cut> and(List<Cut> cuts, Cut cut) {
      List<Cut> more = new ArrayList<>(cuts);
      more.add(cut);
      return more;
    }

    /** Changes, segments left out and time left out of the best set. */
    List<Object> best() {
      List<Instant> ends = sets.stream().map(cuts -> after(some, cuts)).toList();
      Instant earliest = ends.stream().min(Instant::compareTo).orElseThrow();
      Instant target = earliest.isAfter(due) ? earliest : due;
      List<Object> best = List.of();
      for (int i = 0; i < sets.size(); i++) {
        List<Cut> cuts = sets.get(i);
        List<Object> cost = List.of(cuts.size(), out(cuts).size(), lost(cuts));
        if (!ends.get(i).isAfter(target) && (best.isEmpty() || less(cost, best))) {
          best = cost;
        }
      }
      return best;
    }

    private static boolean less(List<Object> cost, List<Object> best) {
      for (int i = 0; i < cost.size(); i++) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // numbers with numbers, lengths with lengths
        int order = ((Comparable) cost.get(i)).compareTo(best.get(i));
        if (order != 0) {
          return order < 0;
        }
      }
      return false;
    }
  }
}
