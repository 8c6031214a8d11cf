package dev.callboard.platform.zoom;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to speak with one Zoom account and whom to believe.
 *
 * @param secretToken what Zoom signs its requests with
 * @param previousSecretToken one that is believed too: the old one while it is changed, or that of
 *     a second app; null for none
 * @param app the app that speaks in Team Chat; null when Callboard only listens
 * @param reportApp the Server-to-Server OAuth app that may read reports and people; null when it is
 *     {@code app}
 * @param accountId the account; may be blank only when Callboard only listens
 * @param robotJid the bot's address in Team Chat; blank when it does not speak there
 * @param apiUrl where the REST interface is, without {@code /v2}
 * @param oauthUrl where tokens are fetched
 * @param plan what the account pays for
 */
public record ZoomSettings(
    Secret secretToken,
    @Nullable Secret previousSecretToken,
    @Nullable App app,
    @Nullable App reportApp,
    String accountId,
    String robotJid,
    URI apiUrl,
    URI oauthUrl,
    ZoomPlan plan) {

  public static final URI API = URI.create("https://api.zoom.us");
  public static final URI OAUTH = URI.create("https://zoom.us/oauth/token");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** An app's own credentials. */
  public record App(String clientId, Secret clientSecret) {}

  public ZoomSettings {
    accountId = accountId.strip();
    robotJid = robotJid.strip();
    List<String> problems = new ArrayList<>();
    if (accountId.isBlank() && (app != null || reportApp != null)) {
      problems.add("account-id: blank (expected: the Account ID, beside the Client ID)");
    }
    if (!robotJid.isBlank() && app == null) {
      problems.add("client-id: missing (expected: the Client ID of the app with the Bot JID)");
    }
    if (!robotJid.isBlank() && !robotJid.matches("[^@\\s]+@[^@\\s]+")) {
      problems.add("robot-jid: " + robotJid + " (expected: a Bot JID, such as v1abc@xmpp.zoom.us)");
    }
    if (!safe(apiUrl)) {
      problems.add("api-url: " + apiUrl + " (expected: an https address)");
    }
    if (!safe(oauthUrl)) {
      problems.add("oauth-url: " + oauthUrl + " (expected: an https address)");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /** The app that may read reports and people; null when Callboard only listens. */
  @Nullable App reader() {
    return reportApp == null ? app : reportApp;
  }

  /** Whether events of this account are for this server. */
  boolean serves(String account) {
    return accountId.isBlank() || account.isBlank() || accountId.equals(account);
  }

  /** Whether a token may be shown to this address: Zoom's own, or the one that is set. */
  boolean trusts(URI url) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || url.getRawUserInfo() != null) {
      return false;
    }
    boolean usualPort = url.getPort() == -1 || url.getPort() == 443;
    boolean zooms = host.equals("zoom.us") || host.endsWith(".zoom.us");
    boolean same =
        host.equalsIgnoreCase(apiUrl.getHost())
            && url.getPort() == apiUrl.getPort()
            && Objects.equals(url.getScheme(), apiUrl.getScheme());
    return same || (zooms && usualPort && "https".equals(url.getScheme()));
  }

  /** Secrets travel there, so they only go over TLS or stay on this machine. */
  private static boolean safe(URI url) {
    String host = url.getHost();
    boolean here = host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    return host != null
        && ("https".equals(url.getScheme()) || (here && "http".equals(url.getScheme())));
  }
}
