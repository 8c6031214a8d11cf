package dev.callboard.outbox;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Importance;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.PlaceKind;
import dev.callboard.outbox.Sentences.Why;
import dev.callboard.outbox.Turnstile.Verdict;
import dev.callboard.outbox.Turnstile.Verdict.Answer;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one entry and writes down what came of it. Thread-safe. */
final class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** So many of what a class lost last are looked through for a post. */
  private static final int LOOKED_AT = 500;

  /** Of what was decided a moment ago nobody need ask whether it is true. */
  private static final Duration JUST_DECIDED = Duration.ofSeconds(1);

  private final Shelf shelf;
  private final Map<String, Carrier> carriers;
  private final Complaints complaints;
  private final Relevance relevance;
  private final InstantSource clock;

  /**
   * What arrived but could not be noted, because the disk is full or the database gone: noted
   * later, never said again.
   */
  private final Map<Long, Optional<Receipt>> unnoted = new ConcurrentHashMap<>();

  /** What was given up, as long as that could not be noted. */
  private final Map<Long, Grave> unburied = new ConcurrentHashMap<>();

  private record Grave(String reason, Why why) {}

  Sender(
      Shelf shelf,
      Map<String, ? extends Carrier> carriers,
      Complaints complaints,
      Relevance relevance,
      InstantSource clock) {
    this.shelf = shelf;
    this.carriers = Map.copyOf(carriers);
    this.complaints = complaints;
    this.relevance = relevance;
    this.clock = clock;
  }

  /**
   * What came of sending.
   *
   * @param again when it must be tried again; empty when it is settled
   */
  record Sent(Optional<Instant> again, Verdict verdict) {
    static final Sent NOT_ASKED = new Sent(Optional.empty(), Verdict.NOT_ASKED);
    static final Sent SETTLED =
        new Sent(Optional.empty(), new Verdict(Answer.GIVEN, Duration.ZERO));
  }

  /**
   * Whether it was sent or given up but that could not be noted; sending it again notes it and does
   * no more.
   */
  boolean arrived(long id) {
    return unnoted.containsKey(id) || unburied.containsKey(id);
  }

  /** Sends it. */
  Sent send(Entry entry) {
    Optional<Receipt> arrived = unnoted.get(entry.id());
    if (arrived != null) {
      note(entry, arrived);
      return Sent.NOT_ASKED;
    }
    Grave grave = unburied.get(entry.id());
    if (grave != null) {
      bury(entry, grave.reason(), grave.why());
      return Sent.NOT_ASKED;
    }
    Optional<String> refusal = AudienceGuard.refusal(entry.change(), kind(entry));
    if (refusal.isPresent()) {
      LOG.error("outbox {} refused: {}", entry.id(), refusal.get());
      bury(entry, refusal.get(), Sentences.HELD_BACK);
      return Sent.NOT_ASKED;
    }
    if (dropped(entry)) {
      return Sent.NOT_ASKED;
    }
    Carrier carrier = carriers.get(entry.change().to().platform());
    if (carrier == null) {
      String platform = entry.change().to().platform();
      bury(entry, "platform: " + platform + " (expected: on)", Sentences.off(platform));
      return Sent.NOT_ASKED;
    }
    try {
      return send(entry, carrier);
    } catch (PlatformException failure) {
      return failed(entry, failure);
    }
  }

  private Sent send(Entry entry, Carrier carrier) throws PlatformException {
    Outgoing change = entry.change();
    if (change instanceof Outgoing.Post) {
      Outgoing told = Lateness.told(change, clock.instant());
      note(entry, Optional.of(carrier.send(dispatch(entry, told, null))));
      return Sent.SETTLED;
    }
    Optional<Receipt> post = shelf.receipt(entry.session(), change.to().lane(), change.key());
    if (post.isEmpty() && mayStand(entry)) {
      bury(
          entry,
          change.key() + ": may have arrived (expected: a receipt)",
          Sentences.mayStand(change.to().platform()));
      return Sent.NOT_ASKED;
    }
    Optional<Outgoing> sensible = sensible(change, post.isPresent());
    if (sensible.isEmpty()) {
      note(entry, Optional.empty());
      return Sent.NOT_ASKED;
    }
    Receipt receipt = carrier.send(dispatch(entry, sensible.get(), post.orElse(null)));
    boolean shown = !(change instanceof Outgoing.Remove);
    note(entry, Optional.of(receipt).filter(_ -> shown));
    return Sent.SETTLED;
  }

  private static Dispatch dispatch(Entry entry, Outgoing change, @Nullable Receipt post) {
    SessionId session = entry.session();
    return new Dispatch(entry.id(), change, session == null ? null : session.value(), post);
  }

  /** Whether the post that is to be changed may stand there though nobody knows where. */
  private boolean mayStand(Entry entry) {
    Outgoing change = entry.change();
    SessionId session = entry.session();
    String uncertain = Sentences.of(Kind.UNCERTAIN, change.to().platform()).sentence();
    return session != null
        && shelf.dead(session, LOOKED_AT).stream()
            .filter(letter -> letter.death().sentence().equals(uncertain))
            .map(letter -> letter.entry().change())
            .anyMatch(lost ->
                lost.key().equals(change.key()) && lost.to().lane().equals(change.to().lane()));
  }

  private void note(Entry entry, Optional<Receipt> receipt) {
    unnoted.put(entry.id(), receipt);
    shelf.sent(entry.id(), receipt.orElse(null), clock.instant());
    unnoted.remove(entry.id());
  }

  private Sent failed(Entry entry, PlatformException failure) {
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
    String reason = String.valueOf(failure.getMessage());
    if (again.isEmpty()) {
      bury(entry, reason, Sentences.of(failure.kind(), entry.change().to().platform()));
    } else {
      shelf.later(entry.id(), again.get(), reason);
    }
    return new Sent(again, verdict(failure, again.map(due -> Duration.between(now, due))));
  }

  private static Verdict verdict(PlatformException failure, Optional<Duration> pause) {
    boolean silent = failure.kind() == Kind.UNAVAILABLE || failure.kind() == Kind.UNCERTAIN;
    boolean tooMany = failure.kind() == Kind.RATE_LIMITED;
    return new Verdict(
        silent ? Answer.NONE : Answer.GIVEN,
        failure.retryAfter().or(() -> pause).filter(_ -> tooMany).orElse(Duration.ZERO));
  }

  /** Not to be sent any more, and nobody need know. */
  void drop(List<Entry> entries, String reason) {
    List<Long> ids = entries.stream().map(Entry::id).toList();
    LOG.info("outbox {} dropped: {}", ids, reason);
    shelf.dropped(ids, reason, clock.instant());
  }

  /** Drops a prompt that waited while its class went on; false when it is still of use. */
  private boolean dropped(Entry entry) {
    Outgoing change = entry.change();
    SessionId session = entry.session();
    boolean waited = clock.instant().isAfter(entry.committed().plus(JUST_DECIDED));
    if (session == null || !waited || change.importance() != Importance.PROMPT) {
      return false;
    }
    try {
      Optional<String> reason = relevance.idle(session, change);
      reason.ifPresent(why -> {
        relevance.dropped(session, change, why); // first, for the class may say it otherwise
        drop(List.of(entry), why);
      });
      return reason.isPresent();
    } catch (RuntimeException failure) { // better late than never
      LOG.warn("outbox {}: whether it is of use could not be found out", entry.id(), failure);
      return false;
    }
  }

  /** Nobody waits for it any more. */
  void giveUp(Entry entry) {
    if (dropped(entry)) {
      return;
    }
    boolean expired = entry.expired(clock.instant());
    String limit =
        expired ? "until " + entry.change().terms().expires() : "for " + Retry.life(entry);
    LOG.warn("outbox {} given up: of use {}", entry.id(), limit);
    bury(
        entry,
        "age: since " + entry.committed() + " (expected: " + limit + ")",
        Sentences.late(entry.change().to().platform()));
  }

  private void bury(Entry entry, String reason, Why why) {
    unburied.put(entry.id(), new Grave(reason, why));
    shelf.dead(entry.id(), new Death(reason, why.sentence(), clock.instant()));
    unburied.remove(entry.id());
    complaints.about(entry, why);
  }

  private PlaceKind kind(Entry entry) {
    return switch (entry.change().to()) {
      case Destination.Room room -> shelf.kindOf(entry.session(), room.place());
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
