package dev.callboard.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Block;
import dev.callboard.chat.Block.MeetingLink;
import dev.callboard.chat.Content;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.slack.SlackTurnouts.Card;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meetings held elsewhere, as Slack's own cards with a button to join. A card is only the better
 * drawing: what Slack refuses is drawn as a link. Thread-safe.
 */
final class SlackMeetings {

  private static final Logger LOG = LoggerFactory.getLogger(SlackMeetings.class);
  private static final Duration KEPT = Duration.ofHours(12);

  private final SlackClient client;
  private final Supplier<String> bot;
  private final SlackTurnouts turnouts;
  private final Cache<String, String> calls =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

  /**
   * @param bot Callboard's own account, in whose name calls are made; empty while it is not known
   */
  SlackMeetings(SlackClient client, Supplier<String> bot, SlackTurnouts turnouts) {
    this.client = client;
    this.bot = bot;
    this.turnouts = turnouts;
  }

  /**
   * Slack's ids of the meetings that the content names, by the meetings' own.
   *
   * @param session the class whose meetings they are; null for none
   */
  Map<String, String> cards(@Nullable String session, Content content) {
    Map<String, String> cards = new HashMap<>();
    for (Block block : content.blocks()) {
      if (block instanceof MeetingLink link && RichText.linkable(link.join())) {
        @Nullable String call = call(session, link);
        if (call != null) {
          cards.put(link.id(), call);
        }
      }
    }
    return cards;
  }

  /** Takes care again of the cards that were there before this server started. */
  void resume(Map<String, List<Receipt>> posted) {
    posted.forEach((session, receipts) ->
        receipts.forEach(receipt ->
            SlackReceipt.cards(receipt)
                .forEach((link, call) -> turnouts.resume(new Card(session, link, call)))));
  }

  /** Brings one card up to date with who is in its meeting. */
  void step() {
    turnouts.step().ifPresent(ended -> calls.asMap().values().remove(ended.call()));
  }

  /** The card says from now on that the meeting is over. */
  void end(String call) {
    calls.asMap().values().remove(call);
    turnouts.drop(call);
    try {
      client.endCall(call);
    } catch (PlatformException refused) {
      LOG.info("slack: a meeting's card still looks open: {}", refused.getMessage());
    }
  }

  private @Nullable String call(@Nullable String session, MeetingLink link) {
    String id = session == null ? link.id() : link.id() + " " + session;
    @Nullable String known = calls.getIfPresent(id);
    if (known != null || bot.get().isBlank()) {
      return known;
    }
    try {
      String added = client.addCall(id, link, bot.get());
      calls.put(id, added);
      if (session != null) {
        turnouts.add(new Card(session, link.id(), added));
      }
      return added;
    } catch (PlatformException refused) {
      LOG.info("slack: a meeting is shown as a link: {}", refused.getMessage());
      return null;
    }
  }
}
