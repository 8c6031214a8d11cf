package dev.callboard.platform.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import dev.callboard.platform.Secret;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode, for those without a public address: the same listeners behind a web socket, each
 * envelope on a thread of its own. Thread-safe.
 *
 * <p>The SDK's {@code SocketModeApp} is left out: it handles one envelope after the other, asks for
 * two addresses where Slack grants about one a minute, and tells no reason when there is none.
 */
final class SlackSocket implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  private final App app;
  private final Secret appToken;
  private final ExecutorService threads;
  private final SocketModeRequestParser parser;
  private @Nullable SocketModeClient client;
  private boolean closed;

  SlackSocket(App app, Secret appToken, ExecutorService threads) {
    this.app = app;
    this.appToken = appToken;
    this.threads = threads;
    this.parser = new SocketModeRequestParser(app.config());
  }

  /** Opens the socket; from then on the SDK renews it by itself. */
  synchronized void open() throws Exception { // what the SDK declares
    if (closed) {
      return;
    }
    String token = appToken.value();
    String url = app.slack().issueSocketModeUrl(token);
    SocketModeClient opened = new SocketModeClientJavaWSImpl(app.slack(), token, url);
    opened.addWebSocketMessageListener(message -> take(opened, message));
    client = opened;
    opened.connect();
    LOG.info("slack: listening in Socket Mode");
  }

  private void take(SocketModeClient from, String message) {
    try {
      threads.execute(() -> hear(from, message));
    } catch (RejectedExecutionException closing) {
      LOG.debug("slack: an envelope came while closing; Slack hands it out again");
    }
  }

  /** What the house failed to handle is not acknowledged: Slack hands it out again. */
  private void hear(SocketModeClient from, String message) {
    try {
      SocketModeRequest request = parser.parse(message);
      if (request == null || request.getBoltRequest() == null) {
        return;
      }
      Response response = SlackBolt.run(app, request.getBoltRequest());
      if (response.getStatusCode() < 500) {
        from.sendSocketModeResponse(answer(request.getEnvelope().getEnvelopeId(), response));
      }
    } catch (RuntimeException odd) { // the parser's, for what Slack would not send
      LOG.info("slack: an envelope of an unexpected shape: {}", odd.getClass().getSimpleName());
    }
  }

  private static String answer(String envelope, Response response) {
    JsonObject answer = new JsonObject();
    answer.addProperty("envelope_id", envelope);
    if (response.getStatusCode() == 200 && response.getBody() != null) {
      answer.add("payload", JsonParser.parseString(response.getBody()));
    }
    return answer.toString();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client == null) {
      return;
    }
    try {
      client.close();
    } catch (IOException failure) {
      LOG.debug("slack: the socket did not close", failure);
    }
  }
}
