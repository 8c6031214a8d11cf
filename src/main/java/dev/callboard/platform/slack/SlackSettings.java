package dev.callboard.platform.slack;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to speak with one Slack workspace.
 *
 * @param signingSecret what Slack signs its requests with; null only in Socket Mode, and then no
 *     request over HTTP is believed
 * @param botToken the Bot User OAuth Token, {@code xoxb-…}
 * @param appToken an app-level token with {@code connections:write}, {@code xapp-…}; turns Socket
 *     Mode on
 * @param apiUrl where the Web API is, with a slash at its end
 */
public record SlackSettings(
    @Nullable Secret signingSecret, Secret botToken, @Nullable Secret appToken, URI apiUrl) {

  /** The Web API of Slack itself. */
  public static final URI API = URI.create("https://slack.com/api/");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public SlackSettings {
    List<String> problems = new ArrayList<>();
    if (signingSecret == null && appToken == null) {
      problems.add(
          "platforms.slack.signing-secret: missing (expected: the Signing Secret from the app's"
              + " Basic Information, or platforms.slack.app-token for Socket Mode)");
    }
    if (!botToken.value().startsWith("xoxb-") && !botToken.value().startsWith("xoxe.xoxb-")) {
      problems.add(
          "platforms.slack.bot-token: of another kind (expected: the Bot User OAuth Token,"
              + " xoxb-…)");
    }
    if (appToken != null && !appToken.value().startsWith("xapp-")) {
      problems.add(
          "platforms.slack.app-token: of another kind (expected: an app-level token, xapp-…)");
    }
    if (!safe(apiUrl)) {
      problems.add(
          "platforms.slack.api-url: "
              + apiUrl
              + " (expected: an https URL that ends with a slash; http only on this machine)");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** Tokens travel in a header, so they only go over TLS or stay on this machine. */
  private static boolean safe(URI url) {
    String host = url.getHost();
    boolean secure =
        "https".equals(url.getScheme())
            || ("http".equals(url.getScheme()) && host != null && LOOPBACK.contains(host));
    return host != null && secure && url.toString().endsWith("/");
  }
}
