package dev.callboard.platform.teams;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Teams and whom to believe.
 *
 * @param appId the bot's application id; may be blank only without authentication
 * @param appPassword its client secret; null only without authentication
 * @param tenant the home organisation of the app, or {@code botframework.com} for an app of many
 * @param openidUrl where the keys of inbound tokens are named
 * @param tokenUrl where outgoing tokens are fetched
 * @param serviceUrl where to post to a conversation that has not been heard from since the start
 * @param graphUrl where Microsoft Graph is, which knows who was in a meeting
 * @param loginUrl who issues the tokens by which tabs know people, and names their keys
 * @param allowedServiceHosts hosts that may be posted to, with the bot's own token
 * @param allowedTenants organisations that may use this bot; empty for all, because anybody can
 *     bring a foreign bot id into an organisation of their own
 * @param devWithoutAuth believes requests without a token: for the Agents Playground, and only
 *     where the server listens on loopback
 * @param targeted whether private messages may be shown inside a shared chat; the Playground shows
 *     those to everybody
 */
public record TeamsSettings(
    String appId,
    @Nullable Secret appPassword,
    String tenant,
    URI openidUrl,
    URI tokenUrl,
    URI serviceUrl,
    URI graphUrl,
    URI loginUrl,
    Set<String> allowedServiceHosts,
    Set<String> allowedTenants,
    boolean devWithoutAuth,
    boolean targeted) {

  /** The tenant of apps that are at home in no organisation. */
  public static final String MANY_TENANTS = "botframework.com";

  public static final URI OPENID_URL =
      URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");

  /** Knows every conversation of the public cloud, only slower than the regional one. */
  public static final URI SERVICE_URL = URI.create("https://smba.trafficmanager.net/teams/");

  public static final URI GRAPH_URL = URI.create("https://graph.microsoft.com/");

  public static final URI LOGIN_URL = URI.create("https://login.microsoftonline.com/");

  /** The public cloud and those of the government of the United States. */
  public static final Set<String> SERVICE_HOSTS =
      Set.of(
          "smba.trafficmanager.net",
          "smba.infra.gcc.teams.microsoft.com",
          "smba.infra.gov.teams.microsoft.us",
          "smba.infra.dod.teams.microsoft.us");

  /** The organisation the app is at home in; empty for an app of many. */
  Optional<String> home() {
    return tenant.equals(MANY_TENANTS) ? Optional.empty() : Optional.of(tenant);
  }

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  public TeamsSettings {
    appId = appId.strip();
    tenant = tenant.isBlank() ? MANY_TENANTS : tenant.strip().toLowerCase(Locale.ROOT);
    allowedServiceHosts = lowerCase(allowedServiceHosts);
    allowedTenants = allowedTenants(lowerCase(allowedTenants), tenant);
    loginUrl = loginUrl.toString().endsWith("/") ? loginUrl : URI.create(loginUrl + "/");
    List<String> problems = new ArrayList<>();
    if (appId.isBlank() && !devWithoutAuth) {
      problems.add("app-id: blank (expected: the bot's application id)");
    }
    if (appPassword == null && !devWithoutAuth) {
      problems.add("app-password: missing (expected: the bot's client secret)");
    }
    if (allowedServiceHosts.isEmpty()) {
      problems.add("allowed-service-hosts: empty (expected: at least one host)");
    }
    checkUrl("openid-url", openidUrl, problems);
    checkUrl("token-url", tokenUrl, problems);
    checkUrl("service-url", serviceUrl, problems);
    checkUrl("graph-url", graphUrl, problems);
    checkUrl("login-url", loginUrl, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** Where an app of this tenant fetches its tokens. */
  public static URI tokenUrl(String tenant) {
    String home = tenant.isBlank() ? MANY_TENANTS : tenant.strip();
    return URI.create("https://login.microsoftonline.com/" + home + "/oauth2/v2.0/token");
  }

  /** Where a token for Graph is fetched: only an organisation itself lets its meetings be read. */
  URI graphTokenUrl(String meetingTenant) {
    return tokenUrl.equals(tokenUrl(MANY_TENANTS)) ? tokenUrl(meetingTenant) : tokenUrl;
  }

  /** Whether the bot's token may be shown to this address. */
  boolean trusts(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
      return false;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (LOOPBACK.contains(host)) {
      return (devWithoutAuth || allowedServiceHosts.contains(host)) && web(uri);
    }
    boolean usualPort = uri.getPort() == -1 || uri.getPort() == 443;
    return "https".equals(uri.getScheme()) && usualPort && allowedServiceHosts.contains(host);
  }

  boolean serves(String tenant) {
    return allowedTenants.isEmpty() || allowedTenants.contains(tenant.toLowerCase(Locale.ROOT));
  }

  private static boolean web(URI uri) {
    return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
  }

  private static Set<String> allowedTenants(Set<String> allowed, String home) {
    boolean oneHome = !home.equalsIgnoreCase(MANY_TENANTS);
    return allowed.isEmpty() && oneHome ? Set.of(home.toLowerCase(Locale.ROOT)) : allowed;
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void checkUrl(String key, URI url, List<String> problems) {
    String host = url.getHost();
    boolean loopback = host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    if (host == null || !("https".equals(url.getScheme()) || (loopback && web(url)))) {
      problems.add(key + ": " + url + " (expected: an https address)");
    }
  }
}
