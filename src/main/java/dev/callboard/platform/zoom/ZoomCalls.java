package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Secret;
import dev.callboard.platform.zoom.ZoomTokens.Token;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the REST interface with one app's tokens. It tries each call once, twice only when a
 * token was refused: trying again is the outbox's business. Thread-safe.
 */
final class ZoomCalls {

  private static final int LARGEST = 1 << 22;
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final ZoomTokens tokens;
  private final OkHttpClient http;
  private final InstantSource clock;

  /**
   * One call.
   *
   * @param operation as the log calls it
   * @param address what comes behind {@code /v2}
   */
  record Ask(
      String operation,
      String method,
      UnaryOperator<HttpUrl.Builder> address,
      @Nullable ObjectNode body) {}

  ZoomCalls(ZoomTokens tokens, OkHttpClient http, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
    this.http =
        http.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(15))
            .callTimeout(Duration.ofSeconds(20))
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .eventListener(new SentListener())
            .build();
  }

  JsonNode call(Ask ask) throws PlatformException {
    Token token = tokens.token(null);
    Secret stale = null;
    for (int tries = 0; ; tries++) {
      AtomicBoolean sent = new AtomicBoolean();
      try (Response response = http.newCall(request(ask, token, sent)).execute()) {
        JsonNode body = ZoomJson.answer(response.body().byteStream().readNBytes(LARGEST));
        if (response.isSuccessful()) {
          return body;
        }
        if (tries > 0 || !ZoomErrors.staleToken(response, body)) {
          throw ZoomErrors.of(ask.operation(), response, body, clock.instant());
        }
        stale = token.value();
      } catch (IOException broken) {
        throw ZoomErrors.broken(
            ask.operation(), broken, sent.get() ? ZoomErrors.Sent.YES : ZoomErrors.Sent.NO);
      }
      token = tokens.token(stale);
    }
  }

  private static Request request(Ask ask, Token token, AtomicBoolean sent) {
    HttpUrl.Builder url = HttpUrl.get(token.api().toString()).newBuilder().addPathSegment("v2");
    ObjectNode body = ask.body();
    return new Request.Builder()
        .url(ask.address().apply(url).build())
        .method(ask.method(), body == null ? null : RequestBody.create(body.toString(), JSON))
        .header("Authorization", "Bearer " + token.value().value())
        .tag(AtomicBoolean.class, sent)
        .build();
  }

  /** Notes when a request leaves, so that a broken call is known to have been sent or not. */
  private static final class SentListener extends EventListener {
    @Override
    public void requestHeadersStart(Call call) {
      AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
      if (sent != null) {
        sent.set(true);
      }
    }
  }
}
