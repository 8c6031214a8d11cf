package dev.callboard.platform.teams;

import dev.callboard.chat.Place;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The addresses at which Teams opens chats, those of meetings too. */
final class TeamsWays {

  /** Channels end otherwise; their addresses name the team's group, which nobody told. */
  private static final String CHAT = "19:[^;/?#\\s]+@thread\\.v2";

  private static final String DIRECTORY = "[0-9a-fA-F-]{36}";

  private TeamsWays() {}

  /** As in “Deep link to a Teams chat” of Microsoft's documentation; empty for all but chats. */
  static Optional<URI> to(Place place) {
    if (!place.id().matches(CHAT)) {
      return Optional.empty();
    }
    String id = URLEncoder.encode(place.id(), StandardCharsets.UTF_8);
    String tenant = place.tenant().matches(DIRECTORY) ? "?tenantId=" + place.tenant() : "";
    return Optional.of(
        URI.create("https://teams.microsoft.com/l/chat/" + id + "/conversations" + tenant));
  }
}
