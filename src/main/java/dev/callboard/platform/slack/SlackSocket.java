package dev.callboard.platform.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient.Backend;
import dev.callboard.platform.Secret;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode, for those without a public address: the same listeners behind a web socket. Not
 * thread-safe; {@link #open} and {@link #close} guard each other.
 */
final class SlackSocket implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  /** Without a number of threads, Bolt would handle one request after the other. */
  private static final int CONCURRENCY = 16;

  private final App app;
  private final Secret appToken;
  private @Nullable SocketModeApp socket;
  private boolean closed;

  SlackSocket(App app, Secret appToken) {
    this.app = app;
    this.appToken = appToken;
  }

  /** Opens the socket; from then on the SDK renews it by itself. */
  synchronized void open() throws Exception { // what the SDK declares
    if (closed) {
      return;
    }
    app.slack().issueSocketModeUrl(appToken.value()); // fails with a reason, the next line without
    SocketModeApp opened =
        new SocketModeApp(appToken.value(), app, Backend.JavaWebSocket, CONCURRENCY);
    socket = opened;
    opened.startAsync();
    LOG.info("slack: listening in Socket Mode");
  }

  @Override
  public synchronized void close() {
    closed = true;
    SocketModeApp opened = socket;
    if (opened == null) {
      return;
    }
    try {
      if (opened.getClient() != null) {
        opened.getClient().close();
      }
      opened.close();
    } catch (IOException failure) {
      LOG.debug("slack: closing the socket", failure);
    } catch (Exception failure) { // what the SDK declares
      LOG.warn("slack: the socket did not close: {}", failure.getMessage());
    }
  }
}
