package dev.callboard.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a request comes from this server's own page. A page elsewhere that had its name
 * pointed at this machine (DNS rebinding) shows itself by that name in {@code Host}; a page that
 * calls across origins shows itself in {@code Origin} or {@code Sec-Fetch-Site}.
 */
public final class PageOrigin {

  /** An address cannot be pointed elsewhere, so it needs no list. */
  private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|\\d+(\\.\\d+){3}");

  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private final Set<String> hosts;

  /** Of a server that is reached by these names, besides its addresses. */
  public PageOrigin(Set<String> hosts) {
    this.hosts = hosts;
  }

  public boolean own(WebhookRequest request) {
    Optional<String> host = request.header("host").map(name -> name.toLowerCase(Locale.ROOT));
    return host.filter(this::known).isPresent()
        && request.header("origin").map(origin -> sameHost(origin, host.get())).orElse(true)
        && request.header("sec-fetch-site").map(PageOrigin::sameSite).orElse(true);
  }

  private boolean known(String host) {
    String name = PORT.matcher(host).replaceFirst("");
    return name.equals("localhost") || hosts.contains(name) || ADDRESS.matcher(name).matches();
  }

  private static boolean sameHost(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.equals("http://" + host) || lower.equals("https://" + host);
  }

  /** {@code none} is a person who typed the address. */
  private static boolean sameSite(String site) {
    return site.equals("same-origin") || site.equals("none");
  }
}
