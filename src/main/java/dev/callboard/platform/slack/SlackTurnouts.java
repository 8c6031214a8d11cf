package dev.callboard.platform.slack;

import com.slack.api.model.CallParticipant;
import dev.callboard.chat.Brief;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Turnout;
import dev.callboard.platform.Turnout.Someone;
import dev.callboard.platform.Turnouts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the participants on the cards of meetings that are held elsewhere, and ends the cards with
 * the meetings. It compares what a card shows with who is there, so it does not matter what was
 * missed. One call of the Web API a step, with all who came or all who left; all cards of the
 * workspace take their turns. Thread-safe.
 */
final class SlackTurnouts {

  private static final Logger LOG = LoggerFactory.getLogger(SlackTurnouts.class);

  /** Slack takes twenty such calls a minute, of which new cards need some. */
  static final Duration STEP = Duration.ofSeconds(4);

  /** So many cards are compared a step at most; the others in the next. */
  private static final int LOOKS = 50;

  private static final int MOST_AT_ONCE = 100;
  private static final int LONGEST_NAME = 80;
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SlackClient client;
  private final Turnouts turnouts;
  private final InstantSource clock;

  private final ConcurrentMap<String, Card> cards = new ConcurrentHashMap<>();

  /** Their ids, the one whose turn is next first. */
  private final Queue<String> turns = new ConcurrentLinkedQueue<>();

  /** Those that may show everybody who ever was there. */
  private final Set<String> resumed = ConcurrentHashMap.newKeySet();

  private volatile Instant paused = Instant.MIN;

  SlackTurnouts(SlackClient client, Turnouts turnouts, InstantSource clock) {
    this.client = client;
    this.turnouts = turnouts;
    this.clock = clock;
  }

  /**
   * A card.
   *
   * @param call Slack's id of it
   */
  record Card(String session, String link, String call, Set<CallParticipant> shown) {

    Card(String session, String link, String call) {
      this(session, link, call, new LinkedHashSet<>());
    }
  }

  /** From now on there is a card. */
  void add(Card card) {
    if (cards.putIfAbsent(card.call(), card) == null) {
      turns.add(card.call());
    }
  }

  /** There was a card before this server started, and whom it shows is not known. */
  void resume(Card card) {
    resumed.add(card.call());
    add(card);
  }

  /** It is over, or is shown no more. */
  void drop(String call) {
    cards.remove(call);
    resumed.remove(call);
  }

  /**
   * Makes one call, if one is to be made; by one thread at a time.
   *
   * @return the card that is kept no more since, as after its end
   */
  Optional<Card> step() {
    if (clock.instant().isBefore(paused)) {
      return Optional.empty();
    }
    for (int i = Math.min(LOOKS, turns.size()); i > 0; i--) {
      Card card = cards.get(Objects.requireNonNullElse(turns.poll(), ""));
      if (card == null) {
        continue; // it was dropped
      }
      turns.add(card.call()); // now, for a class that cannot be read is asked for again
      Optional<Change> change =
          turnouts.of(card.session(), card.link()).flatMap(turnout -> change(card, turnout));
      boolean goesOn = change.isEmpty() || made(card, change.get());
      if (!goesOn) {
        drop(card.call());
        return Optional.of(card);
      }
      if (change.isPresent()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** One call to be made. */
  private sealed interface Change {
    record Came(List<CallParticipant> who) implements Change {}

    record Went(List<CallParticipant> who) implements Change {}

    record Over() implements Change {}
  }

  private Optional<Change> change(Card card, Turnout turnout) {
    if (turnout.over()) {
      return Optional.of(new Change.Over());
    }
    Set<CallParticipant> here = participants(turnout.here());
    if (resumed.remove(card.call())) {
      card.shown().addAll(participants(turnout.gone()));
    }
    List<CallParticipant> went = some(card.shown(), here);
    if (!went.isEmpty()) {
      return Optional.of(new Change.Went(went));
    }
    List<CallParticipant> came = some(here, card.shown());
    return came.isEmpty() ? Optional.empty() : Optional.of(new Change.Came(came));
  }

  private static List<CallParticipant> some(
      Set<CallParticipant> these, Set<CallParticipant> butThose) {
    return these.stream().filter(one -> !butThose.contains(one)).limit(MOST_AT_ONCE).toList();
  }

  private static Set<CallParticipant> participants(List<Someone> people) {
    return people.stream()
        .map(SlackTurnouts::participant)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whoever has an account here is shown as it; the others by their name alone. */
  private static CallParticipant participant(Someone someone) {
    return someone.account() != null
        ? CallParticipant.builder().slackId(someone.account()).build()
        : CallParticipant.builder()
            .externalId(someone.id())
            .displayName(Brief.of(SlackText.oneLine(someone.name()), LONGEST_NAME))
            .build();
  }

  /** Whether the card goes on. */
  private boolean made(Card card, Change change) {
    try {
      switch (change) {
        case Change.Came came -> {
          client.addParticipants(card.call(), came.who());
          card.shown().addAll(came.who());
        }
        case Change.Went went -> {
          client.removeParticipants(card.call(), went.who());
          went.who().forEach(card.shown()::remove);
        }
        case Change.Over _ -> {
          client.endCall(card.call());
          return false;
        }
      }
      return true;
    } catch (PlatformException refused) {
      LOG.info("slack: a card does not show who is there: {}", refused.getMessage());
      boolean later = refused.kind().worthRetrying();
      if (later) {
        Duration pause = refused.retryAfter().orElse(PAUSE);
        paused = clock.instant().plus(pause);
      }
      return later;
    }
  }
}
