package dev.callboard.session;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event.Inserted;
import dev.callboard.session.Item.Actual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The running order of one delivery: the plan's, as it was changed since. A change that names a
 * segment it does not have changes nothing.
 */
public record Order(List<Item> items) {

  public Order {
    items = List.copyOf(items);
  }

  static Order of(Plan plan) {
    return new Order(plan.segments().stream().map(Item::of).toList());
  }

  public Optional<Item> find(String key) {
    int position = position(key);
    return position < 0 ? Optional.empty() : Optional.of(items.get(position));
  }

  /** Where a segment stands, from 0; −1 when it is not there. */
  public int position(String key) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The segment to begin with: the first that is not left out. */
  public Item first() {
    return items.stream().filter(item -> !item.skipped()).findFirst().orElse(items.getFirst());
  }

  /** The next segment that is not left out. */
  public Optional<Item> following(String key) {
    return items.stream().skip(position(key) + 1L).filter(item -> !item.skipped()).findFirst();
  }

  /** The nearest segment before that was given, or is not left out. */
  public Optional<Item> preceding(String key) {
    return items.subList(0, Math.max(0, position(key))).reversed().stream()
        .filter(item -> !item.skipped() || item.actual().visited())
        .findFirst();
  }

  Order with(String key, UnaryOperator<Item> change) {
    int position = position(key);
    if (position < 0) {
      return this;
    }
    List<Item> next = new ArrayList<>(items);
    next.set(position, change.apply(items.get(position)));
    return new Order(next);
  }

  Order moved(String key, @Nullable String after) {
    Optional<Item> moving = find(key);
    if (moving.isEmpty() || key.equals(after) || !has(after)) {
      return this;
    }
    return new Order(items.stream().filter(item -> !item.key().equals(key)).toList())
        .put(moving.get(), after);
  }

  Order inserted(Inserted inserted) {
    if (position(inserted.segment()) >= 0 || !has(inserted.after())) {
      return this;
    }
    Item item = new Item(segment(inserted), true, Duration.ZERO, null, Actual.NOTHING);
    return put(item, inserted.after());
  }

  private boolean has(@Nullable String key) {
    return key == null || position(key) >= 0;
  }

  private Order put(Item item, @Nullable String after) {
    List<Item> next = new ArrayList<>(items);
    next.add(after == null ? 0 : position(after) + 1, item);
    return new Order(next);
  }

  private static Segment segment(Inserted inserted) {
    return new Segment(
        inserted.segment(),
        inserted.title(),
        inserted.planned(),
        inserted.planned(),
        true,
        false,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        null,
        null,
        false);
  }
}
