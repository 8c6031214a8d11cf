package dev.callboard.platform.slack;

import dev.callboard.chat.Block;
import dev.callboard.chat.Content;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures within a message, so that an edit shows the new one in the place of the old. Slack
 * refuses a message that shows a picture it still works at, without saying that this is why, so a
 * refused one is tried again a few times. Thread-safe.
 */
final class SlackPictures {

  private static final Logger LOG = LoggerFactory.getLogger(SlackPictures.class);
  private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif");
  private static final int TRIES = 3;

  private final SlackFiles files;
  private final Duration pause;

  /**
   * Makes it.
   *
   * @param pause before a refused message is tried again; doubles
   */
  SlackPictures(SlackFiles files, Duration pause) {
    this.files = files;
    this.pause = pause;
  }

  /** Posts or changes a message. */
  @FunctionalInterface
  interface Sending {
    SlackReceipt send(SlackMessage message) throws PlatformException;
  }

  /** Whether all files of a content are pictures that a message can show. */
  static boolean areIn(Content content) {
    List<Block.File> all = SlackFiles.in(content);
    return !all.isEmpty() && all.stream().allMatch(file -> SHOWN.contains(file.mediaType()));
  }

  /**
   * Sends a content with its pictures; empty when Slack does not take them, and nothing was sent.
   *
   * @param cards Slack's ids of meetings, by the meetings' own
   */
  Optional<SlackReceipt> send(Content content, Map<String, String> cards, Sending sending)
      throws PlatformException {
    Map<String, String> pictures = files.keep(content);
    if (pictures.isEmpty()) {
      return Optional.empty();
    }
    SlackMessage message = SlackRenderer.message(content, cards, pictures);
    Duration wait = pause;
    for (int tries = 1; tries <= TRIES; tries++) {
      try {
        return Optional.of(sending.send(message));
      } catch (PlatformException refused) {
        if (refused.kind() != Kind.INVALID) {
          throw refused;
        }
        LOG.info("slack: try {} with a picture: {}", tries, refused.getMessage());
      }
      if (tries < TRIES) {
        waited(wait);
        wait = wait.multipliedBy(2);
      }
    }
    LOG.warn("slack: {} not shown within the message", pictures.keySet());
    return Optional.empty();
  }

  private static void waited(Duration time) throws PlatformException {
    try {
      boolean _ = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new PlatformException(
          Kind.UNAVAILABLE, "picture: interrupted (expected: time to try again)", null, stopping);
    }
  }
}
