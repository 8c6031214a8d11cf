package dev.callboard.platform.lobby;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the lobby is served.
 *
 * @param hosts names, besides {@code localhost} and bare addresses, that a browser may call this
 *     server by; without port. A request under any other name is refused, for it comes from a page
 *     that had its own name pointed here
 * @param tokenLife how long a page may speak before it must ask for a new token
 * @param history how many entries of a place a page is shown at first
 */
public record LobbySettings(Set<String> hosts, Duration tokenLife, int history) {

  public LobbySettings {
    hosts =
        hosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    if (tokenLife.isNegative() || tokenLife.isZero()) {
      throw new IllegalArgumentException(
          "lobby token life: " + tokenLife + " (expected: more than nothing)");
    }
    if (history < 1) {
      throw new IllegalArgumentException("lobby history: " + history + " (expected: 1 or more)");
    }
  }

  /** As served on a machine that may be called by these names. */
  public static LobbySettings forHosts(Set<String> hosts) {
    return new LobbySettings(hosts, Duration.ofHours(12), 200);
  }
}
