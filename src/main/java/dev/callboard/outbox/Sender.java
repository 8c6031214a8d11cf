package dev.callboard.outbox;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one entry and writes down what came of it. Thread-safe. */
final class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final Shelf shelf;
  private final Map<String, Adapter> adapters;
  private final Trouble trouble;
  private final InstantSource clock;

  /**
   * What arrived but could not be noted, because the disk is full or the database gone: noted
   * later, never said again.
   */
  private final Map<Long, Optional<Receipt>> unnoted = new ConcurrentHashMap<>();

  Sender(Shelf shelf, Map<String, Adapter> adapters, Trouble trouble, InstantSource clock) {
    this.shelf = shelf;
    this.adapters = Map.copyOf(adapters);
    this.trouble = trouble;
    this.clock = clock;
  }

  /**
   * Sends it.
   *
   * @return when it must be tried again; empty when it is settled
   */
  Optional<Instant> send(Entry entry) {
    Optional<Receipt> arrived = unnoted.get(entry.id());
    if (arrived != null) {
      return note(entry, arrived);
    }
    Optional<String> refusal = AudienceGuard.refusal(entry.change(), kind(entry.change()));
    if (refusal.isPresent()) {
      LOG.error("outbox {} refused: {}", entry.id(), refusal.get());
      return bury(entry, refusal.get(), Sentences.HELD_BACK);
    }
    Adapter adapter = adapters.get(entry.change().to().platform());
    if (adapter == null) {
      String platform = entry.change().to().platform();
      return bury(entry, "platform: " + platform + " (expected: on)", Sentences.off(platform));
    }
    try {
      Optional<Receipt> post = shelf.receipt(entry.session(), entry.change().key());
      Optional<Outgoing> change = sensible(entry.change(), post.isPresent());
      Receipt receipt =
          change.isEmpty()
              ? null
              : adapter.send(new Dispatch(entry.id(), change.get(), post.orElse(null)));
      boolean shown = change.filter(Outgoing.Remove.class::isInstance).isEmpty();
      return note(entry, Optional.ofNullable(receipt).filter(_ -> shown));
    } catch (PlatformException failure) {
      return failed(entry, failure);
    }
  }

  private Optional<Instant> note(Entry entry, Optional<Receipt> receipt) {
    unnoted.put(entry.id(), receipt);
    shelf.sent(entry.id(), receipt.orElse(null), clock.instant());
    unnoted.remove(entry.id());
    return Optional.empty();
  }

  private Optional<Instant> failed(Entry entry, PlatformException failure) {
    Instant now = clock.instant();
    double chance = ThreadLocalRandom.current().nextDouble();
    Optional<Instant> again = Retry.next(entry, failure, now, chance);
    LOG.warn(
        "outbox {} to {}: {} {}{}",
        entry.id(),
        entry.change().to().platform(),
        failure.kind(),
        failure.getMessage(),
        again.map(due -> ", again at " + due).orElse(", given up"));
    if (again.isEmpty()) {
      return bury(
          entry,
          String.valueOf(failure.getMessage()),
          Sentences.of(failure.kind(), entry.change().to().platform()));
    }
    shelf.later(entry.id(), again.get(), String.valueOf(failure.getMessage()));
    return again;
  }

  private Optional<Instant> bury(Entry entry, String reason, String sentence) {
    shelf.dead(entry.id(), reason, clock.instant());
    trouble.undelivered(entry, sentence);
    return Optional.empty();
  }

  private PlaceKind kind(Outgoing change) {
    return switch (change.to()) {
      case Destination.Room room -> shelf.kindOf(room.place());
      case Destination.Direct direct -> PlaceKind.DIRECT;
    };
  }

  /**
   * What is left to do: an edit of a post that never arrived posts it, its removal does nothing.
   *
   * @param posted whether the post that is changed has arrived
   */
  private static Optional<Outgoing> sensible(Outgoing change, boolean posted) {
    return switch (change) {
      case Outgoing.Post post -> Optional.of(post);
      case Outgoing.Edit edit ->
          Optional.of(posted ? edit : new Outgoing.Post(edit.key(), edit.to(), edit.message()));
      case Outgoing.Remove remove -> posted ? Optional.of(remove) : Optional.empty();
    };
  }
}
