package dev.callboard.web;

import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookResponse;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells browsers what is new, as server-sent events, one virtual thread a reader. A reader that
 * does not take what it is sent is dropped; one that comes back goes on where it was.
 */
final class Streams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final Patience patience;
  private final Limits limits;
  private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
  private final Places places;
  private volatile boolean closed;

  Streams(Patience patience, Limits limits) {
    this.patience = patience;
    this.limits = limits;
    this.places = new Places(limits);
  }

  int readers() {
    return readers.size();
  }

  /** Opens the feed that is asked for and tells it, until the reader goes or the server stops. */
  void follow(Site site, ServerRequest request, ServerResponse response) {
    Optional<Site.Feed> feed = site.follow(Requests.of(request, new byte[0]));
    if (feed.isEmpty()) {
      Requests.answer(response, WebhookResponse.text(401, "This page is out of date.\n"));
    } else if (closed || readers.size() >= limits.readers()) {
      Requests.answer(response, WebhookResponse.text(503, "Too many are listening.\n"));
    } else {
      follow(new Listener(feed.get()), response);
    }
  }

  private void follow(Listener listener, ServerResponse response) {
    if (!places.take(listener)) {
      Requests.answer(response, WebhookResponse.text(429, "You have too many pages open.\n"));
      return;
    }
    try {
      stream(listener, response);
    } finally {
      places.giveBack(listener);
    }
  }

  private void stream(Listener listener, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(HeaderNames.create("X-Accel-Buffering"), "no");
    readers.add(Thread.currentThread());
    try (OutputStream out = response.outputStream()) {
      write(out, "retry: 2000\n\n");
      Site.Feed feed = listener.feed();
      while (!closed && !feed.over() && !listener.isSentAway()) {
        List<Site.News> news = feed.await(limits.heartbeat());
        write(out, news.isEmpty() ? ": still here\n\n" : text(news));
      }
      if (listener.isSentAway()) {
        write(out, text(List.of(crowded())));
      }
    } catch (IOException | UncheckedIOException | InterruptedException left) {
      throw new CloseConnectionException("stream: reader left, or the server stops", left);
    } catch (RuntimeException broken) {
      if (!closed && !readerLeft(broken)) {
        LOG.error("a stream broke off", broken);
      }
      throw new CloseConnectionException("stream: broke off, the browser comes back", broken);
    } finally {
      readers.remove(Thread.currentThread());
    }
  }

  /** The server wraps what the socket says, more than once. */
  private static boolean readerLeft(Throwable broken) {
    Throwable cause = broken.getCause();
    return cause instanceof IOException || (cause != null && readerLeft(cause));
  }

  private void write(OutputStream out, String text) throws IOException {
    try (Patience.Wait _ = patience.grant(limits.write())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private Site.News crowded() {
    String sentence =
        "This page has stopped: you have more than "
            + limits.streams()
            + " open. Close some, or go on with this one.";
    return new Site.News("crowded", null, "{\"problem\":\"" + sentence + "\"}");
  }

  private static String text(List<Site.News> news) {
    StringBuilder text = new StringBuilder();
    for (Site.News item : news) {
      if (item.id() != null) {
        text.append("id: ").append(item.id()).append('\n');
      }
      text.append("event: ").append(item.event()).append('\n');
      text.append("data: ").append(item.json()).append("\n\n");
    }
    return text.toString();
  }

  @Override
  public void close() {
    closed = true;
    readers.forEach(Thread::interrupt);
  }
}
