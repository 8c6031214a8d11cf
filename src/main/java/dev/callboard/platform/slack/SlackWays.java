package dev.callboard.platform.slack;

import dev.callboard.chat.Place;
import java.net.URI;
import java.util.Optional;

/** The addresses at which Slack opens channels, in its app or in the browser. */
final class SlackWays {

  private static final String CHANNEL = "[CDG][A-Z0-9]+";

  /** An installation for a whole organisation has another id, which says no workspace. */
  private static final String WORKSPACE = "T[A-Z0-9]+";

  private SlackWays() {}

  /** As in “Deep linking” of Slack's documentation; empty for what is no channel's id. */
  static Optional<URI> to(Place place) {
    if (!place.id().matches(CHANNEL)) {
      return Optional.empty();
    }
    String team = place.tenant().matches(WORKSPACE) ? "team=" + place.tenant() + "&" : "";
    return Optional.of(
        URI.create("https://slack.com/app_redirect?" + team + "channel=" + place.id()));
  }
}
