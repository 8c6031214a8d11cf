package dev.callboard.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How {@link FakeSlack} misbehaves at one call.
 *
 * @param headers beside the content type
 */
public record SlackFault(Manner manner, int status, Map<String, String> headers, String body) {

  /** What becomes of the call. */
  public enum Manner {
    /** It is answered, but not carried out. */
    ANSWER,
    /** It is carried out, then answered like this. */
    ANSWER_AFTERWARDS,
    /** It is carried out, then the connection is cut. */
    CUT,
    /** It is carried out and answered only when the fake is told to release it, or closes. */
    SLOW
  }

  private static final String JSON = "application/json; charset=utf-8";

  /** {@code {"ok":false,"error":…}} with HTTP 200, as Slack says no. */
  public static SlackFault error(String name) {
    return answer(200, JSON, "{\"ok\":false,\"error\":\"" + name + "\"}");
  }

  /** HTTP 429, with the header when it is not null. */
  public static SlackFault rateLimited(@Nullable String retryAfter) {
    SlackFault limited = answer(429, JSON, "{\"ok\":false,\"error\":\"ratelimited\"}");
    return retryAfter == null ? limited : limited.with("Retry-After", retryAfter);
  }

  /** An error page, as a proxy or a broken front end sends it. */
  public static SlackFault html(int status) {
    return answer(status, "text/html", "<html><body>Server Error</body></html>");
  }

  /** HTTP 200 with a body that is not JSON; the call was carried out. */
  public static SlackFault notJson() {
    return new SlackFault(
        Manner.ANSWER_AFTERWARDS, 200, Map.of("Content-Type", JSON), "{\"ok\":tru");
  }

  public static SlackFault cut() {
    return new SlackFault(Manner.CUT, 0, Map.of(), "");
  }

  public static SlackFault slow() {
    return new SlackFault(Manner.SLOW, 0, Map.of(), "");
  }

  /** The same with one more header. */
  public SlackFault with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new SlackFault(manner, status, Map.copyOf(more), body);
  }

  private static SlackFault answer(int status, String type, String body) {
    return new SlackFault(Manner.ANSWER, status, Map.of("Content-Type", type), body);
  }
}
