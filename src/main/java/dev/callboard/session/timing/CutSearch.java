package dev.callboard.session.timing;

import dev.callboard.session.Item;
import dev.callboard.session.Run;
import dev.callboard.session.timing.CatchUp.Cut;
import dev.callboard.session.timing.Slot.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks through what lies ahead with every count of cuts at once, and keeps for each the walk that
 * is done earliest: who is earlier at one segment is never later at the next, so nothing better is
 * lost.
 */
final class CutSearch {

  /** More changes than these nobody would take in at a glance. */
  private static final int MOST = 12;

  private final List<Slot> slots;
  private final Run run;
  private final Projection projection;
  private final Instant from;

  CutSearch(Timeline timeline, Run run, Projection projection) {
    this.run = run;
    this.projection = projection;
    slots =
        timeline.slots().stream()
            .filter(slot -> slot.phase() == Phase.CURRENT || slot.phase() == Phase.AHEAD)
            .toList();
    from = run.live() ? timeline.now() : timeline.expected().start();
  }

  /** What a walk has cost so far. */
  private record Cost(int changes, int leftOut, Duration lost) {
    Cost and(Cut cut) {
      return cut.leftOut()
          ? new Cost(changes + 1, leftOut + 1, lost.plus(cut.by()))
          : new Cost(changes + 1, leftOut, lost);
    }
  }

  private record Walk(Cost cost, Instant end, List<Cut> cuts) {
    Walk on(Instant next) {
      return new Walk(cost, next, cuts);
    }

    Walk with(Cut cut, Instant next) {
      List<Cut> more = new ArrayList<>(cuts);
      more.add(cut);
      return new Walk(cost.and(cut), next, more);
    }
  }

  /** The least cuts by which the class is over at {@code due}, else as early as can be. */
  List<Cut> cuts(Instant due) {
    List<Walk> walks = walks();
    Instant earliest = walks.stream().map(Walk::end).min(Comparator.naturalOrder()).orElse(due);
    Instant target = earliest.isAfter(due) ? earliest : due;
    return walks.stream()
        .filter(walk -> !walk.end().isAfter(target))
        .min(
            Comparator.comparing(
                Walk::cost,
                Comparator.comparingInt(Cost::changes)
                    .thenComparingInt(Cost::leftOut)
                    .thenComparing(Cost::lost)))
        .map(walk -> trimmed(walk.cuts(), target))
        .orElse(List.of());
  }

  private List<Walk> walks() {
    Map<Cost, Walk> walks = new LinkedHashMap<>();
    Walk start = new Walk(new Cost(0, 0, Duration.ZERO), from, List.of());
    walks.put(start.cost(), start);
    for (Slot slot : slots) {
      List<Walk> before = List.copyOf(walks.values());
      walks.clear();
      List<Walk> cut = new ArrayList<>();
      for (Walk walk : before) {
        keep(walks, walk.on(end(slot, walk.end(), Duration.ZERO)));
        if (walk.cost().changes() < MOST) {
          cuts(slot).forEach(each -> cut.add(walk.with(each, end(each, slot, walk.end()))));
        }
      }
      cut.forEach(walk -> keep(walks, walk));
    }
    return List.copyOf(walks.values());
  }

  /** The earlier one stays; of two as early, the one whose cuts come later. */
  private static void keep(Map<Cost, Walk> walks, Walk walk) {
    walks.merge(walk.cost(), walk, (old, next) -> next.end().isAfter(old.end()) ? old : next);
  }

  /** What a segment could give up: all that its plan allows, or all of it. */
  private List<Cut> cuts(Slot slot) {
    List<Cut> cuts = new ArrayList<>();
    shortest(slot).ifPresent(cuts::add);
    if (slot.phase() == Phase.AHEAD
        && slot.segment().cuttable()
        && !slot.actual().visited()
        && slot.left().isPositive()) {
      cuts.add(new Cut(slot.segment(), slot.allotted(), slot.left(), true));
    }
    return cuts;
  }

  /** In whole minutes. A cushion gives way by itself; a fixed end stays where it is. */
  private static Optional<Cut> shortest(Slot slot) {
    if (slot.segment().cushion() || slot.segment().fixedEnd() != null) {
      return Optional.empty();
    }
    Duration spare = slot.allotted().minus(slot.segment().minimum());
    Duration most = spare.compareTo(slot.left()) < 0 ? spare : slot.left();
    return most.toMinutes() < 1
        ? Optional.empty()
        : Optional.of(
            new Cut(slot.segment(), slot.allotted(), Duration.ofMinutes(most.toMinutes()), false));
  }

  private Instant end(Cut cut, Slot slot, Instant from) {
    return cut.leftOut() ? from : end(slot, from, cut.by());
  }

  private Instant end(Slot slot, Instant from, Duration by) {
    if (slot.phase() == Phase.CURRENT) {
      return slot.ends().minus(by);
    }
    Item item = run.order().find(slot.key()).orElseThrow();
    return projection.ahead(item.extended(by.negated()), slot.planned(), from).ends();
  }

  /** When the class will be over with these cuts. */
  Instant endWith(List<Cut> cuts) {
    Map<String, Cut> byKey = new HashMap<>();
    cuts.forEach(cut -> byKey.put(cut.segment().key(), cut));
    Instant end = from;
    for (Slot slot : slots) {
      Cut cut = byKey.get(slot.key());
      end = cut == null ? end(slot, end, Duration.ZERO) : end(cut, slot, end);
    }
    return end;
  }

  /** Gives back the minutes that are not needed, the earliest segments first. */
  private List<Cut> trimmed(List<Cut> chosen, Instant target) {
    List<Cut> cuts = new ArrayList<>(chosen);
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      while (!cut.leftOut() && !endWith(cuts).isAfter(target)) {
        cut = cuts.get(i);
        cuts.set(i, new Cut(cut.segment(), cut.allotted(), cut.by().minusMinutes(1), false));
      }
      cuts.set(i, cut);
    }
    return cuts;
  }
}
