package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph, as far as it tells of meetings: it is only read. Its token is shown to no other
 * host, wherever a next page is said to be. Thread-safe.
 */
final class TeamsGraph {

  private static final int LARGEST = 16 << 20;
  private static final int MOST_PAGES = 200;
  private static final int MOST_TENANTS = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TeamsSettings settings;
  private final OkHttpClient http;
  private final InstantSource clock;
  private final HttpUrl root;
  private final Cache<String, TeamsTokens> tokens =
      Caffeine.newBuilder().maximumSize(MOST_TENANTS).build();

  TeamsGraph(TeamsSettings settings, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.root = Objects.requireNonNull(HttpUrl.get(settings.graphUrl()));
    this.http =
        http.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(30))
            .followRedirects(false)
            .build();
  }

  /**
   * A list, page after page.
   *
   * @param tenant the organisation whose it is
   * @param path one segment each
   */
  List<JsonNode> all(String tenant, String... path) throws PlatformException {
    HttpUrl.Builder url = root.newBuilder().addPathSegment("v1.0");
    for (String segment : path) {
      url.addPathSegment(segment);
    }
    List<JsonNode> all = new ArrayList<>();
    @Nullable HttpUrl next = url.build();
    for (int page = 0; next != null; page++) {
      if (page == MOST_PAGES) {
        throw new PlatformException(
            Kind.INVALID, "graph: more than " + MOST_PAGES + " pages (expected: an end)");
      }
      JsonNode told = get(tenant, next);
      told.path("value").forEach(all::add);
      next = next(told.path("@odata.nextLink").asText(""));
    }
    return all;
  }

  private @Nullable HttpUrl next(String link) throws PlatformException {
    if (link.isBlank()) {
      return null;
    }
    @Nullable HttpUrl url = HttpUrl.parse(link);
    if (url == null
        || !url.scheme().equals(root.scheme())
        || !url.host().equals(root.host())
        || url.port() != root.port()) {
      throw new PlatformException(
          Kind.INVALID, "graph: a next page elsewhere (expected: one at " + root.host() + ")");
    }
    return url;
  }

  private JsonNode get(String tenant, HttpUrl url) throws PlatformException {
    TeamsTokens own = tokens.get(tenant, this::tokens);
    @Nullable Secret token = own.token(null).orElse(null);
    try {
      return once(url, token);
    } catch (PlatformException refused) {
      if (refused.kind() != Kind.UNAUTHORIZED || token == null) {
        throw refused;
      }
      return once(url, own.token(token).orElse(null));
    }
  }

  private TeamsTokens tokens(String tenant) {
    String scope = settings.graphUrl().resolve("/.default").toString();
    TeamsTokens.Purpose purpose = new TeamsTokens.Purpose(settings.graphTokenUrl(tenant), scope);
    return new TeamsTokens(settings, purpose, http, clock);
  }

  private JsonNode once(HttpUrl url, @Nullable Secret token) throws PlatformException {
    Request.Builder request = new Request.Builder().url(url);
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    try (Response response = http.newCall(request.build()).execute()) {
      JsonNode body = TeamsErrors.json(JSON, response.body().byteStream().readNBytes(LARGEST));
      if (!response.isSuccessful()) {
        throw again(TeamsErrors.of("GET graph", response, body, clock.instant()));
      }
      return body;
    } catch (IOException broken) {
      throw TeamsErrors.broken("GET graph", broken, TeamsErrors.Sent.NO);
    }
  }

  /** Reading twice does no harm. */
  private static PlatformException again(PlatformException refused) {
    return refused.kind() == Kind.UNCERTAIN
        ? new PlatformException(
            Kind.UNAVAILABLE,
            String.valueOf(refused.getMessage()),
            refused.retryAfter().orElse(null),
            refused)
        : refused;
  }
}
