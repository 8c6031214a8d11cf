package dev.callboard.platform.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * The Bot Connector's REST interface, as far as Callboard needs it. It tries each call once, twice
 * only when a token was refused: trying again is the outbox's business. Thread-safe.
 */
final class TeamsClient {

  static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final int LARGEST = 1 << 20;

  /** The most that are given at once. */
  private static final String MEMBERS_A_PAGE = "500";

  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TeamsTokens tokens;
  private final OkHttpClient http;
  private final InstantSource clock;

  /** Who reads a message in a conversation: all in it, or the one it names. */
  enum Eyes {
    ALL,
    ONE
  }

  /** Where one message is. */
  record Spot(TeamsRoutes.Route route, String conversation, Eyes eyes) {}

  TeamsClient(TeamsTokens tokens, OkHttpClient http, InstantSource clock) {
    this(tokens, http, clock, LONGEST_CALL);
  }

  /**
   * @param longest after which a call is given up
   */
  TeamsClient(TeamsTokens tokens, OkHttpClient http, InstantSource clock, Duration longest) {
    this.tokens = tokens;
    this.clock = clock;
    this.http =
        http.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(15))
            .callTimeout(longest)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .eventListener(new SentListener())
            .build();
  }

  /**
   * Posts a message.
   *
   * @return its id; empty when Teams took it without naming one
   */
  String post(Spot spot, ObjectNode activity) throws PlatformException {
    HttpUrl url = activities(spot).build();
    return call("POST activities", request("POST", url, activity)).path("id").asText("");
  }

  void edit(Spot spot, String id, ObjectNode activity) throws PlatformException {
    HttpUrl url = activities(spot).addEncodedPathSegment(encoded(id)).build();
    call("PUT activities", request("PUT", url, activity));
  }

  void remove(Spot spot, String id) throws PlatformException {
    HttpUrl url = activities(spot).addEncodedPathSegment(encoded(id)).build();
    call("DELETE activities", request("DELETE", url, null));
  }

  /**
   * Opens the chat of one person with the bot; the same one each time.
   *
   * @return its conversation id
   */
  String open(TeamsRoutes.Route route, String person, String tenant) throws PlatformException {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("bot").put("id", route.bot());
    body.putArray("members").addObject().put("id", person);
    body.put("isGroup", false).put("tenantId", tenant);
    body.putObject("channelData").putObject("tenant").put("id", tenant);
    HttpUrl url = conversations(route).build();
    String id = call("POST conversations", request("POST", url, body)).path("id").asText("");
    if (id.isBlank()) {
      throw new PlatformException(
          Kind.INVALID, "teams POST conversations: no id (expected: the id of a chat)");
    }
    return id;
  }

  /** One member of a conversation, as the organisation's directory knows them. */
  JsonNode member(TeamsRoutes.Route route, String conversation, String person)
      throws PlatformException {
    HttpUrl url =
        conversations(route)
            .addEncodedPathSegment(encoded(conversation))
            .addPathSegment("members")
            .addEncodedPathSegment(encoded(person))
            .build();
    return call("GET members", request("GET", url, null));
  }

  /**
   * Members of a conversation, one page of them.
   *
   * @param from where the page begins, as the page before it told; empty for the first
   */
  JsonNode members(TeamsRoutes.Route route, String conversation, String from)
      throws PlatformException {
    HttpUrl.Builder url =
        conversations(route)
            .addEncodedPathSegment(encoded(conversation))
            .addPathSegment("pagedmembers")
            .addQueryParameter("pageSize", MEMBERS_A_PAGE);
    if (!from.isEmpty()) {
      url.addQueryParameter("continuationToken", from);
    }
    return call("GET pagedmembers", request("GET", url.build(), null));
  }

  /** A meeting by the id that messages in its chat tell. */
  JsonNode meeting(TeamsRoutes.Route route, String id) throws PlatformException {
    HttpUrl url =
        base(route, "v1/meetings").newBuilder().addEncodedPathSegment(encoded(id)).build();
    return call("GET meetings", request("GET", url, null));
  }

  private JsonNode call(String operation, Request.Builder request) throws PlatformException {
    @Nullable Secret token = tokens.token(null).orElse(null);
    try {
      return once(operation, request, token);
    } catch (PlatformException refused) {
      if (refused.kind() != Kind.UNAUTHORIZED || token == null) {
        throw refused;
      }
      return once(operation, request, tokens.token(token).orElse(null));
    }
  }

  private JsonNode once(String operation, Request.Builder request, @Nullable Secret token)
      throws PlatformException {
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    AtomicBoolean sent = new AtomicBoolean();
    Call call = http.newCall(request.tag(AtomicBoolean.class, sent).build());
    try (Response response = call.execute()) {
      JsonNode body = TeamsErrors.json(JSON, response.body().byteStream().readNBytes(LARGEST));
      if (!response.isSuccessful()) {
        throw TeamsErrors.of(operation, response, body, clock.instant());
      }
      return body;
    } catch (IOException broken) {
      throw TeamsErrors.broken(
          operation, broken, sent.get() ? TeamsErrors.Sent.YES : TeamsErrors.Sent.NO);
    }
  }

  private static Request.Builder request(String method, HttpUrl url, @Nullable ObjectNode body) {
    return new Request.Builder()
        .url(url)
        .method(method, body == null ? null : RequestBody.create(body.toString(), JSON_TYPE));
  }

  private static HttpUrl.Builder conversations(TeamsRoutes.Route route) {
    return base(route, "v3/conversations").newBuilder();
  }

  private static HttpUrl base(TeamsRoutes.Route route, String path) {
    String base = route.serviceUrl().toString();
    return HttpUrl.get(base + (base.endsWith("/") ? "" : "/") + path);
  }

  private static HttpUrl.Builder activities(Spot spot) {
    HttpUrl.Builder url =
        conversations(spot.route())
            .addEncodedPathSegment(encoded(spot.conversation()))
            .addPathSegment("activities");
    return spot.eyes() == Eyes.ONE ? url.addQueryParameter("isTargetedActivity", "true") : url;
  }

  /** As one path segment: conversation ids have colons, semicolons and at signs in them. */
  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
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
