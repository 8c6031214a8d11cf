package dev.callboard.platform.slack;

import com.slack.api.Slack;
import com.slack.api.methods.Methods;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.RetryAfter;
import dev.callboard.platform.Secret;
import dev.callboard.platform.slack.SlackWire.NothingSentException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/**
 * Calls methods of the Web API and says in the house's words what became of them. The SDK's
 * synchronous client: it neither waits nor tries again, and one channel does not hold up another.
 * Thread-safe.
 */
final class SlackCalls {

  /** A request of the SDK. */
  @FunctionalInterface
  interface Call<T extends SlackApiTextResponse> {
    T by(MethodsClient client) throws IOException, SlackApiException;
  }

  /** What the pace is kept for; a limit of another method must not hold these up. */
  private static final Set<String> MESSAGES =
      Set.of(Methods.CHAT_POST_MESSAGE, Methods.CHAT_UPDATE, Methods.CHAT_DELETE);

  private final MethodsClient methods;
  private final Secret token;
  private final InstantSource clock;

  SlackCalls(Slack slack, Secret token, InstantSource clock) {
    this.token = token;
    this.methods = slack.methods(token.value());
    this.clock = clock;
  }

  /** A request whose answer is to be read another way than the SDK reads it. */
  <T extends SlackApiTextResponse> Call<T> form(
      String method, FormBody.Builder form, Class<T> answer) {
    return client ->
        client.postFormWithTokenAndParseResponse(_ -> form, method, token.value(), answer);
  }

  /** A call that must not be made twice: when it is not known to have failed, that is said. */
  <T extends SlackApiTextResponse> T once(String method, Call<T> call) throws PlatformException {
    try {
      return checked(method, call.by(methods));
    } catch (SlackApiException refused) {
      throw refused(method, refused);
    } catch (NothingSentException unreachable) {
      throw new PlatformException(
          Kind.UNAVAILABLE, method + ": no connection (expected: Slack)", null, unreachable);
    } catch (IOException broken) {
      throw uncertain(method, "the connection broke", broken);
    } catch (RuntimeException unreadable) { // Gson's, or the SDK's for an empty answer
      throw uncertain(method, "an answer that is not JSON", unreadable);
    }
  }

  /** A call that does no harm when it is made twice. */
  <T extends SlackApiTextResponse> T repeatable(String method, Call<T> call)
      throws PlatformException {
    try {
      return once(method, call);
    } catch (PlatformException failure) {
      if (failure.kind() != Kind.UNCERTAIN) {
        throw failure;
      }
      throw new PlatformException(
          Kind.UNAVAILABLE, String.valueOf(failure.getMessage()), null, failure.getCause());
    }
  }

  /**
   * Slack says no with HTTP 200 and {@code "ok": false}, which the SDK does not turn to an error.
   */
  private <T extends SlackApiTextResponse> T checked(String method, T answer)
      throws PlatformException {
    if (answer.isOk()) {
      return answer;
    }
    String error = answer.getError() == null ? "no error name" : answer.getError();
    Kind kind = of(method, SlackErrors.named(error));
    throw new PlatformException(
        kind,
        method + ": " + error + needed(answer) + " (expected: ok)",
        limited(kind) ? retryAfter(answer.getHttpResponseHeaders()) : null,
        null);
  }

  private static Kind of(String method, Kind kind) {
    return kind == Kind.RATE_LIMITED && !MESSAGES.contains(method) ? Kind.BUSY : kind;
  }

  private static boolean limited(Kind kind) {
    return kind == Kind.RATE_LIMITED || kind == Kind.BUSY;
  }

  private PlatformException refused(String method, SlackApiException refused) {
    int status = refused.getResponse().code();
    Kind kind = of(method, SlackErrors.status(status));
    return new PlatformException(
        kind,
        method + ": HTTP " + status + " (expected: 200)",
        RetryAfter.parse(refused.getResponse().header("Retry-After"), clock.instant()).orElse(null),
        refused);
  }

  private @Nullable Duration retryAfter(@Nullable Map<String, List<String>> headers) {
    List<String> values = headers == null ? null : headers.get("retry-after");
    return values == null || values.isEmpty()
        ? null
        : RetryAfter.parse(values.getFirst(), clock.instant()).orElse(null);
  }

  private static String needed(SlackApiTextResponse answer) {
    return answer.getNeeded() == null ? "" : ", the token lacks " + answer.getNeeded();
  }

  private static PlatformException uncertain(String method, String what, Exception cause) {
    return new PlatformException(
        Kind.UNCERTAIN, method + ": " + what + " (expected: an answer)", null, cause);
  }
}
