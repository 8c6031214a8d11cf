package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import dev.callboard.platform.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The bot's own token for one purpose, by client credentials. One is kept until five minutes before
 * it ends; however many need a new one, it is fetched once. Thread-safe.
 */
final class TeamsTokens {

  static final Duration EARLY = Duration.ofMinutes(5);

  /** Posting as the bot. */
  private static final String BOT = "https://api.botframework.com/.default";

  private static final int LARGEST = 1 << 16;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TeamsSettings settings;
  private final Purpose purpose;
  private final OkHttpClient http;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token token;

  private record Token(Secret value, Instant until) {}

  /** What a token is for, and where it is fetched. */
  record Purpose(URI tokenUrl, String scope) {}

  TeamsTokens(TeamsSettings settings, OkHttpClient http, InstantSource clock) {
    this(settings, new Purpose(settings.tokenUrl(), BOT), http, clock);
  }

  TeamsTokens(TeamsSettings settings, Purpose purpose, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.purpose = purpose;
    this.http = http;
    this.clock = clock;
  }

  /**
   * A token that is good for some minutes at least.
   *
   * @param refused a token that did not work and must not be given again; null for none
   * @return empty when the bot has no password and needs none
   */
  Optional<Secret> token(@Nullable Secret refused) throws PlatformException {
    Secret password = settings.appPassword();
    if (password == null) {
      return Optional.empty();
    }
    @Nullable Token held = usable(refused);
    if (held == null) {
      fetching.lock();
      try {
        held = usable(refused);
        if (held == null) {
          held = fetch(password);
          token = held;
        }
      } finally {
        fetching.unlock();
      }
    }
    return Optional.of(held.value());
  }

  private @Nullable Token usable(@Nullable Secret refused) {
    Token held = token;
    return held == null || held.value().equals(refused) || !clock.instant().isBefore(held.until())
        ? null
        : held;
  }

  private Token fetch(Secret password) throws PlatformException {
    Request request =
        new Request.Builder()
            .url(purpose.tokenUrl().toString())
            .post(
                new FormBody.Builder()
                    .add("grant_type", "client_credentials")
                    .add("client_id", settings.appId())
                    .add("client_secret", password.value())
                    .add("scope", purpose.scope())
                    .build())
            .build();
    try (Response response = http.newCall(request).execute()) {
      JsonNode told = TeamsErrors.json(JSON, response.body().byteStream().readNBytes(LARGEST));
      if (!response.isSuccessful() || told.path("access_token").asText("").isBlank()) {
        throw refused(response, told);
      }
      Duration life = Duration.ofSeconds(told.path("expires_in").asLong(0));
      return new Token(
          new Secret(told.path("access_token").asText()), clock.instant().plus(life).minus(EARLY));
    } catch (IOException unreachable) {
      throw new PlatformException(
          Kind.UNAVAILABLE,
          "teams token: " + unreachable.getClass().getSimpleName() + " (expected: a token)",
          null,
          unreachable);
    }
  }

  private PlatformException refused(Response response, JsonNode told) {
    String error = TeamsErrors.code(told.path("error").asText(""));
    boolean mine = response.code() >= 400 && response.code() < 500 && response.code() != 429;
    return new PlatformException(
        mine ? Kind.UNAUTHORIZED : response.code() == 429 ? Kind.RATE_LIMITED : Kind.UNAVAILABLE,
        "teams token: " + response.code() + " " + error + " (expected: a token)",
        RetryAfter.parse(response.header("Retry-After"), clock.instant()).orElse(null),
        null);
  }
}
