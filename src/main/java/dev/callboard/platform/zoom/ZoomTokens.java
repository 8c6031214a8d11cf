package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import dev.callboard.platform.Secret;
import dev.callboard.platform.zoom.ZoomSettings.App;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of one app. One is kept for four fifths of its life; however many need a new one, it
 * is fetched once; when Zoom gives none, the old one serves until its end. Thread-safe.
 */
final class ZoomTokens {

  private static final Logger LOG = LoggerFactory.getLogger(ZoomTokens.class);
  private static final int LARGEST = 1 << 16;

  private final ZoomSettings settings;
  private final App app;
  private final Grant grant;
  private final OkHttpClient http;
  private final InstantSource clock;

  /** While the token before is good, a new one that was not given is not asked for at each call. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token held;

  /** What a token is for. */
  enum Grant {
    /** To speak in Team Chat. */
    CHAT,
    /** To read what the account knows. */
    ACCOUNT
  }

  /**
   * A token.
   *
   * @param api where it is good
   * @param renew from when on a new one is wanted
   */
  record Token(Secret value, URI api, Instant renew, Instant end) {}

  ZoomTokens(ZoomSettings settings, Grant grant, OkHttpClient http, InstantSource clock) {
    App named = grant == Grant.CHAT ? settings.app() : settings.reader();
    if (named == null) {
      throw new IllegalArgumentException("app: null (expected: the credentials of one)");
    }
    this.settings = settings;
    this.app = named;
    this.grant = grant;
    this.http = http;
    this.clock = clock;
  }

  /**
   * A token that is good.
   *
   * @param refused one that did not work and must not be given again; null for none
   */
  Token token(@Nullable Secret refused) throws PlatformException {
    Token fresh = usable(refused);
    if (fresh != null) {
      return fresh;
    }
    fetching.lock();
    try {
      fresh = usable(refused);
      return fresh == null ? renewed(refused) : fresh;
    } finally {
      fetching.unlock();
    }
  }

  private @Nullable Token usable(@Nullable Secret refused) {
    Token token = held;
    return token == null
            || token.value().equals(refused)
            || !clock.instant().isBefore(token.renew())
        ? null
        : token;
  }

  private Token renewed(@Nullable Secret refused) throws PlatformException {
    Token old = held;
    try {
      Token fetched = fetch();
      held = fetched;
      return fetched;
    } catch (PlatformException none) {
      if (old == null || old.value().equals(refused) || !clock.instant().isBefore(old.end())) {
        throw none;
      }
      LOG.warn("the token before is used on: {}", none.getMessage());
      Instant again = clock.instant().plus(AGAIN);
      Instant renew = again.isBefore(old.end()) ? again : old.end();
      Token on = new Token(old.value(), old.api(), renew, old.end());
      held = on;
      return on;
    }
  }

  private Token fetch() throws PlatformException {
    try (Response response = http.newCall(request()).execute()) {
      JsonNode told = ZoomJson.answer(response.body().byteStream().readNBytes(LARGEST));
      String value = ZoomJson.lines(told, "access_token");
      if (!response.isSuccessful() || value.isEmpty()) {
        throw refused(response, told);
      }
      Duration life = Duration.ofSeconds(Math.clamp(told.path("expires_in").asLong(0), 0, 86_400));
      Instant now = clock.instant();
      return new Token(
          new Secret(value),
          api(ZoomJson.text(told, "api_url")),
          now.plus(life.multipliedBy(4).dividedBy(5)),
          now.plus(life));
    } catch (IOException unreachable) {
      throw new PlatformException(
          Kind.UNAVAILABLE,
          "zoom token: " + unreachable.getClass().getSimpleName() + " (expected: a token)",
          null,
          unreachable);
    }
  }

  private Request request() {
    HttpUrl.Builder url = HttpUrl.get(settings.oauthUrl().toString()).newBuilder();
    if (grant == Grant.CHAT) {
      url.addQueryParameter("grant_type", "client_credentials");
    } else {
      url.addQueryParameter("grant_type", "account_credentials");
      url.addQueryParameter("account_id", settings.accountId());
    }
    String own =
        Credentials.basic(app.clientId(), app.clientSecret().value(), StandardCharsets.UTF_8);
    return new Request.Builder()
        .url(url.build())
        .header("Authorization", own)
        .post(new FormBody.Builder().build())
        .build();
  }

  /** The region a token names, unless it is nowhere a token may be shown. */
  private URI api(String told) {
    if (told.isEmpty()) {
      return settings.apiUrl();
    }
    try {
      URI region = URI.create(told);
      if (settings.trusts(region)) {
        return region;
      }
    } catch (IllegalArgumentException noAddress) {
      // said below
    }
    LOG.warn("zoom token: api_url of another host (expected: one of zoom.us); not used");
    return settings.apiUrl();
  }

  private PlatformException refused(Response response, JsonNode told) {
    int status = response.code();
    boolean mine = status >= 400 && status < 500 && status != 429;
    return new PlatformException(
        mine ? Kind.UNAUTHORIZED : status == 429 ? Kind.RATE_LIMITED : Kind.UNAVAILABLE,
        "zoom token: "
            + (status + " " + ZoomErrors.word(ZoomJson.text(told, "error"))).strip()
            + " (expected: a token)",
        RetryAfter.parse(response.header("Retry-After"), clock.instant()).orElse(null),
        null);
  }
}
