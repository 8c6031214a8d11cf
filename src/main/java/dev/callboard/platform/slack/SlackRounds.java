package dev.callboard.platform.slack;

import dev.callboard.chat.Sighting;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Whereabouts;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute after those whom classes believe to be in a huddle and who did not say so for
 * longer than Slack lets that last: their leave was lost, or happened while nobody listened. Slack
 * is asked before anybody is taken for gone, for a renewal may have gone to another server, and it
 * is not documented that all clients renew. Thread-safe.
 */
final class SlackRounds {

  private static final Logger LOG = LoggerFactory.getLogger(SlackRounds.class);

  /** Slack answers a hundred of these questions a minute, of which others need some. */
  private static final int MOST = 20;

  private final SlackClient client;
  private final Whereabouts whereabouts;
  private final SlackMemory memory;
  private final SlackHuddles huddles;
  private final InstantSource clock;

  SlackRounds(
      SlackClient client,
      Whereabouts whereabouts,
      SlackMemory memory,
      SlackHuddles huddles,
      InstantSource clock) {
    this.client = client;
    this.whereabouts = whereabouts;
    this.memory = memory;
    this.huddles = huddles;
    this.clock = clock;
  }

  /** One round; what it does not come to is done in the next. */
  void go() {
    int asked = 0;
    for (Sighting join : whereabouts.here()) {
      SlackInside inside = memory.believed(join);
      if (inside.in(join.occurrence()) && inside.doubtful(clock.instant())) {
        if (asked == MOST || !ask(join.meeting().tenant(), inside)) {
          return;
        }
        asked++;
      }
    }
  }

  /** False when Slack does not answer, and so would not for others. */
  private boolean ask(String tenant, SlackInside inside) {
    String account = inside.who().connection();
    HuddleState says;
    try {
      says = client.huddle(account);
    } catch (PlatformException refused) {
      LOG.info("slack: whether {} is still in a huddle: {}", account, refused.getMessage());
      if (refused.kind() != Kind.NOT_FOUND) {
        return false;
      }
      says = HuddleState.UNSAID;
    }
    Instant now = clock.instant();
    @Nullable Instant gone = inside.vanished(says, now);
    SlackInside next = gone == null ? inside.confirmed(says, now) : inside.gone(gone);
    // unless something of them was heard just now
    if (memory.people().replace(account, inside, next) && gone != null) {
      tell(tenant, inside, gone, next);
    }
    return true;
  }

  private void tell(String tenant, SlackInside inside, Instant gone, SlackInside next) {
    try {
      huddles.vanished(tenant, inside, gone);
    } catch (RuntimeException failure) { // so that the next round tells it
      memory.people().replace(inside.who().connection(), next, inside);
      throw failure;
    }
  }
}
