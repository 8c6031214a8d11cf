package dev.callboard.outbox;

import dev.callboard.chat.Importance;
import dev.callboard.chat.Outgoing;
import dev.callboard.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a lane does next with what waits in it: one thing after the other as they were committed,
 * except that a prompt need wait neither for a card to be brought up to date nor for a reply that
 * is to be tried again. Changes of one post keep their order always. Pure.
 */
final class Lineup {

  static final String OVERTAKEN = "overtaken by a later change";
  static final String STALE = "stale";

  private Lineup() {}

  /** What to do next. */
  sealed interface Step {
    record Send(Entry entry) implements Step {}

    /** Never sent, and nobody is told. */
    record Drop(List<Entry> entries, String reason) implements Step {}

    /** Too old to be of use, and missed. */
    record GiveUp(Entry entry) implements Step {}

    /** Nothing before then, when something is ready or of no use; for ever when nothing waits. */
    record Rest(Instant until) implements Step {}
  }

  private record Key(@Nullable SessionId session, String key) {
    static Key of(Entry entry) {
      return new Key(entry.session(), entry.change().key());
    }
  }

  /**
   * Decides.
   *
   * @param arrived entries that were sent but could not be noted; they are noted first
   */
  static Step next(List<Entry> waiting, Instant now, LongPredicate arrived) {
    List<Entry> line = new ArrayList<>(waiting);
    line.sort(Comparator.comparingLong(Entry::id));
    for (Entry entry : line) {
      if (arrived.test(entry.id())) {
        return new Step.Send(entry);
      }
    }
    List<Entry> overtaken = overtaken(line);
    if (!overtaken.isEmpty()) {
      return new Step.Drop(overtaken, OVERTAKEN);
    }
    List<Entry> stale =
        line.stream().filter(entry -> entry.expired(now) && !prompts(entry)).toList();
    if (!stale.isEmpty()) {
      return new Step.Drop(stale, STALE);
    }
    return line.stream()
        .filter(
            entry -> entry.expired(now) || now.isAfter(entry.committed().plus(Retry.life(entry))))
        .<Step>map(Step.GiveUp::new)
        .findFirst()
        .orElseGet(() -> first(line, now));
  }

  /** What a removal takes back before it was shown, and edits that a newer one makes needless. */
  private static List<Entry> overtaken(List<Entry> line) {
    Map<Key, Boolean> removedLater = new HashMap<>(); // false: edited later
    List<Entry> overtaken = new ArrayList<>();
    for (Entry entry : line.reversed()) {
      Boolean later = removedLater.get(Key.of(entry));
      if (later != null && (later || entry.change() instanceof Outgoing.Edit)) {
        overtaken.add(entry);
      }
      if (!(entry.change() instanceof Outgoing.Post)) {
        boolean removes = entry.change() instanceof Outgoing.Remove;
        removedLater.merge(Key.of(entry), removes, Boolean::logicalOr);
      }
    }
    return overtaken.reversed();
  }

  private static Step first(List<Entry> line, Instant now) {
    Entry first = null;
    Instant rest = Instant.MAX;
    Set<Key> before = new HashSet<>();
    boolean somebody = false;
    boolean passable = true;
    for (Entry entry : line) {
      rest = earlier(rest, entry.change().terms().expires()); // wherever it stands
      boolean passes = prompts(entry) && passable;
      boolean free = before.add(Key.of(entry)) && (!somebody || passes);
      somebody = true;
      passable &= importance(entry) == Importance.CARD || replyToTryAgain(entry);
      if (!free) {
        continue;
      }
      if (entry.ready().isAfter(now)) {
        rest = earlier(rest, entry.ready());
      } else if (first == null || importance(entry).compareTo(importance(first)) < 0) {
        first = entry;
      }
    }
    return first == null ? new Step.Rest(rest) : new Step.Send(first);
  }

  private static boolean replyToTryAgain(Entry entry) {
    return importance(entry) == Importance.REPLY && entry.attempts() > 0;
  }

  private static boolean prompts(Entry entry) {
    return importance(entry) == Importance.PROMPT;
  }

  private static Importance importance(Entry entry) {
    return entry.change().importance();
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
