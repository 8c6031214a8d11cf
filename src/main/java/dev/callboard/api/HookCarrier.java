package dev.callboard.api;

import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.plan.Client.Hook;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.RetryAfter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients' addresses of their classes, signed. Whatever does not answer with 2xx is told
 * again, under the same id; by that a receiver knows what it has. Thread-safe.
 */
public final class HookCarrier implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Pace PACE =
      new Pace(Rate.perSecond(20), Rate.perSecond(20), null, Pace.Refusal.LANE);

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;

  private final Hooks hooks;
  private final Function<String, Optional<String>> environment;
  private final InstantSource clock;
  private @Nullable OkHttpClient made;
  private @Nullable OkHttpClient madeForOutside;

  /**
   * Makes one.
   *
   * @param environment the value of an environment variable; empty when it has none
   */
  public HookCarrier(
      Hooks hooks, Function<String, Optional<String>> environment, InstantSource clock) {
    this.hooks = hooks;
    this.environment = environment;
    this.clock = clock;
  }

  /** Made at first use, for most servers tell nobody, and it takes time at start. */
  private synchronized OkHttpClient anywhere() {
    OkHttpClient ready = made;
    if (ready == null) {
      ready =
          new OkHttpClient.Builder()
              .callTimeout(PATIENCE)
              .followRedirects(false)
              .followSslRedirects(false)
              .retryOnConnectionFailure(false)
              .proxy(Proxy.NO_PROXY)
              .build();
      made = ready;
    }
    return ready;
  }

  /**
   * Never into the server's own network. Made once too: a connection is used again only by whoever
   * looks names up in the very same way.
   */
  synchronized OkHttpClient outside() {
    OkHttpClient ready = madeForOutside;
    if (ready == null) {
      ready = anywhere().newBuilder().dns(new PublicAddresses(Dns.SYSTEM)).build();
      madeForOutside = ready;
    }
    return ready;
  }

  @Override
  public String platform() {
    return Destination.WEBHOOK;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Receipt send(Dispatch dispatch) throws PlatformException {
    if (!(dispatch.change() instanceof Outgoing.Post post)
        || !(post.to() instanceof Destination.Direct direct)) {
      throw new PlatformException(Kind.INVALID, "webhook: an edit (expected: a new message)");
    }
    Hook hook =
        hooks
            .find(direct.person())
            .orElseThrow(() ->
                new PlatformException(
                    Kind.NOT_FOUND, "webhook: not in the client's file (expected: there)"));
    tell(hook, post.key(), post.message().content().plainText());
    return new Receipt(post.key());
  }

  private void tell(Hook hook, String id, String body) throws PlatformException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    Request request =
        new Request.Builder()
            .url(url(hook))
            .header("X-Callboard-Id", id)
            .header("X-Callboard-Timestamp", timestamp)
            .header("X-Callboard-Signature", "v1=" + signature(secret(hook), timestamp, bytes))
            .header("User-Agent", "Callboard")
            .header("Content-Type", "application/json")
            .post(RequestBody.create(bytes, null))
            .build();
    OkHttpClient client = hook.allowPrivate() ? anywhere() : outside();
    try (Response response = client.newCall(request).execute()) {
      judge(response.code(), response.header("Retry-After"));
    } catch (UnknownHostException unknown) {
      throw new PlatformException(
          Kind.UNAVAILABLE, "webhook: " + unknown.getMessage(), null, unknown);
    } catch (IOException broken) { // it may have arrived, and is known again by its id
      throw new PlatformException(
          Kind.UNAVAILABLE, "webhook: no answer (expected: 2xx within 10 s)", null, broken);
    }
  }

  private void judge(int status, @Nullable String retryAfter) throws PlatformException {
    if (status >= 200 && status < 300) {
      return;
    }
    String reason = "webhook: " + status + " (expected: 2xx)";
    if (status == GONE) {
      throw new PlatformException(Kind.NOT_FOUND, reason);
    }
    Duration wait = RetryAfter.parse(retryAfter, clock.instant()).orElse(null);
    throw new PlatformException(
        status == TOO_MANY ? Kind.RATE_LIMITED : Kind.UNAVAILABLE, reason, wait, null);
  }

  /** An address that is written as numbers is never looked up, and so is looked at here. */
  private static HttpUrl url(Hook hook) throws PlatformException {
    HttpUrl url = HttpUrl.parse(hook.url());
    if (url == null || (!url.isHttps() && !hook.allowPrivate())) {
      throw new PlatformException(
          Kind.INVALID, "webhook: no https (expected: https, or allow-private)");
    }
    if (!hook.allowPrivate() && isPrivate(url.host())) {
      throw new PlatformException(
          Kind.FORBIDDEN, "webhook: a private address (expected: allow-private, or another)");
    }
    return url;
  }

  private static boolean isPrivate(String host) {
    try {
      return !PublicAddresses.isPublic(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException name) {
      return false; // looked at when it is looked up
    }
  }

  private String secret(Hook hook) throws PlatformException {
    return environment
        .apply(hook.secretEnv())
        .filter(value -> !value.isBlank())
        .orElseThrow(() ->
            new PlatformException(
                Kind.UNAUTHORIZED,
                "webhook: " + hook.secretEnv() + " is not set (expected: the key to sign with)"));
  }

  /** HMAC-SHA256 of timestamp, a point and the body, in lower-case hexadecimal. */
  static String signature(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("HmacSHA256: missing (expected: in every Java)", missing);
    }
  }
}
