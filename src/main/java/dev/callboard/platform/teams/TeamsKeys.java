package dev.callboard.platform.teams;

import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys Teams signs with, fetched once a day. An unknown key id may mean new keys, so it fetches
 * early, but not more often than every few minutes, because anybody can make up key ids. While the
 * key server is down the known keys go on for another day. Thread-safe.
 */
final class TeamsKeys {

  private static final Logger LOG = LoggerFactory.getLogger(TeamsKeys.class);

  static final Duration FRESH = Duration.ofDays(1);
  static final Duration USABLE = Duration.ofDays(2);
  static final Duration BETWEEN_FETCHES = Duration.ofMinutes(5);
  static final Duration BETWEEN_FAILURES = Duration.ofSeconds(10);

  private static final int LARGEST = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI openidUrl;
  private final OkHttpClient http;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Keys keys = new Keys(Map.of(), Instant.MIN);
  private volatile Instant tried = Instant.MIN;
  private volatile boolean failed;

  private record Keys(Map<String, Jwk> byId, Instant fetched) {}

  TeamsKeys(URI openidUrl, OkHttpClient http, InstantSource clock) {
    this.openidUrl = openidUrl;
    this.http = http;
    this.clock = clock;
  }

  /**
   * The key with this id.
   *
   * @return empty when the key server knows no such key
   * @throws TeamsRefusal when it cannot be asked
   */
  Optional<Jwk> find(String id) throws TeamsRefusal {
    @Nullable Jwk known = younger(id, FRESH);
    if (known != null) {
      return Optional.of(known);
    }
    fetching.lock();
    try {
      refresh(id);
    } finally {
      fetching.unlock();
    }
    Optional<Jwk> usable = Optional.ofNullable(younger(id, USABLE));
    if (usable.isEmpty() && failed) {
      throw TeamsRefusal.uncheckable("keys: not reached (expected: " + openidUrl + ")");
    }
    return usable;
  }

  private @Nullable Jwk younger(String id, Duration age) {
    Keys current = keys;
    return current.fetched().isAfter(clock.instant().minus(age)) ? current.byId().get(id) : null;
  }

  private void refresh(String id) {
    Instant now = clock.instant();
    Duration pause = failed ? BETWEEN_FAILURES : BETWEEN_FETCHES;
    if (younger(id, FRESH) != null || tried.isAfter(now.minus(pause))) {
      return;
    }
    tried = now;
    try {
      JsonNode metadata = get(openidUrl.toString());
      keys = new Keys(read(get(metadata.path("jwks_uri").asText(""))), now);
      failed = false;
    } catch (IOException | IllegalArgumentException unreachable) {
      failed = true;
      LOG.warn(
          "teams keys were not fetched from {}: {}",
          openidUrl,
          unreachable.getClass().getSimpleName());
    }
  }

  private JsonNode get(String url) throws IOException {
    try (Response response = http.newCall(new Request.Builder().url(url).build()).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(url + ": " + response.code() + " (expected: 200)");
      }
      return JSON.readTree(response.body().byteStream().readNBytes(LARGEST));
    }
  }

  private static Map<String, Jwk> read(JsonNode set) throws IOException {
    Map<String, Jwk> found = new HashMap<>();
    for (JsonNode key : set.path("keys")) {
      if (key.path("kty").asText("").equals("RSA") && key.path("kid").isTextual()) {
        Map<String, Object> values = JSON.convertValue(key, new TypeReference<>() {});
        found.put(key.path("kid").asText(), Jwk.fromValues(values));
      }
    }
    if (found.isEmpty()) {
      throw new IOException("keys: none (expected: at least one RSA key)");
    }
    return Map.copyOf(found);
  }
}
