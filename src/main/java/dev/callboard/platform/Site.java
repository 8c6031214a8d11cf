package dev.callboard.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of our own pages: what browsers read and send there. */
public interface Site {

  /** The path under which everything it answers lies, such as {@code /lobby/}. */
  String root();

  /** Answers a read; 404 for what it does not know. */
  WebhookResponse read(WebhookRequest request);

  /** Takes what a page sends; 405 where nothing is sent. */
  default WebhookResponse write(WebhookRequest request) {
    return WebhookResponse.text(405, "Nothing is taken here.\n");
  }

  /** Answers a request of another method, whose body is not read. */
  default WebhookResponse other(WebhookRequest request) {
    return WebhookResponse.text(405, "Only GET and POST are taken here.\n")
        .with("Allow", "GET, POST");
  }

  /**
   * How many bytes may be sent.
   *
   * @param head the request, its body not yet read
   */
  default int largest(WebhookRequest head) {
    return 1024 * 1024;
  }

  /** Refuses what was longer. */
  default WebhookResponse tooLong(int largest) {
    return WebhookResponse.text(413, "Too long: 1 MiB at most.\n");
  }

  /** Whether there are live feeds, at paths that end in {@code /stream}. */
  default boolean hasFeeds() {
    return true;
  }

  /**
   * Opens a live feed, for paths that end in {@code /stream}; empty when the reader may not have
   * it.
   */
  Optional<Feed> follow(WebhookRequest request);

  /**
   * What is new to one reader, oldest first. Used by one thread, but for {@link #wake}; holds
   * nothing once dropped.
   */
  @FunctionalInterface
  interface Feed {
    /**
     * Waits for something new, at most so long.
     *
     * @return empty when nothing came in that time
     */
    List<News> await(Duration patience) throws InterruptedException;

    /** Ends the waiting of another thread in {@link #await}, or its next one, without news. */
    default void wake() {}

    /** Who reads it, so that nobody takes the places of all; empty where that is not known. */
    default String reader() {
      return "";
    }

    /** Whether nothing will come any more, because the reader may not have it. */
    default boolean over() {
      return false;
    }
  }

  /**
   * One thing to tell a reader.
   *
   * @param id where a reader who comes back goes on; null for what is only true now
   */
  record News(String event, @Nullable String id, String json) {}
}
