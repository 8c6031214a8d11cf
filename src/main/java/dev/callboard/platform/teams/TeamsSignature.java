package dev.callboard.platform.teams;

import com.auth0.jwk.Jwk;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.teams.bf.Turn;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check of the token that Teams sends with each request. A request is believed when its token
 * was issued by the Bot Connector for this very bot, is in time, is signed with a key that is
 * endorsed for Teams, and names the service address that the activity asks to be answered at.
 * Tokens from any other issuer are refused, also those of bots that call bots and of emulators.
 * Thread-safe.
 */
final class TeamsSignature {

  static final String ISSUER = "https://api.botframework.com";
  static final String CHANNEL = "msteams";

  private static final String BEARER = "Bearer ";

  private final TeamsSettings settings;
  private final TeamsKeys keys;
  private final InstantSource clock;

  TeamsSignature(TeamsSettings settings, TeamsKeys keys, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a token proves.
   *
   * @param serviceUrl the address it may be answered at; null when there was no token
   * @param channels the channels its key is endorsed for
   */
  record Proof(@Nullable String serviceUrl, List<?> channels) {}

  /** Checks what can be checked before the body is read. */
  Proof check(WebhookRequest request) throws TeamsRefusal {
    @Nullable String header = request.header("authorization").orElse(null);
    if (header == null && settings.devWithoutAuth()) {
      return withoutToken(request);
    }
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw TeamsRefusal.unproven("authorization: missing (expected: a bearer token)");
    }
    return verified(TeamsJwt.read(header.substring(BEARER.length()).strip()));
  }

  /** Checks that the token was made for this activity. */
  void bind(Proof proof, Turn turn) throws TeamsRefusal {
    if (!turn.channelId().equals(CHANNEL)) {
      throw TeamsRefusal.forbidden(
          "channelId: " + TeamsJwt.brief(turn.channelId()) + " (expected: msteams)");
    }
    if (proof.serviceUrl() != null) {
      if (!proof.serviceUrl().equals(turn.serviceUrl())) {
        throw TeamsRefusal.unproven("serviceUrl: not the token's (expected: the same)");
      }
      if (!proof.channels().contains(turn.channelId())) {
        throw TeamsRefusal.unproven("key: not endorsed for msteams (expected: endorsed)");
      }
    }
    if (!settings.trusts(turn.serviceUrl())) {
      throw TeamsRefusal.forbidden(
          "serviceUrl: "
              + TeamsJwt.brief(turn.serviceUrl())
              + " (expected: https and an allowed host)");
    }
    if (!settings.serves(turn.conversation().tenant())) {
      throw TeamsRefusal.forbidden(
          "tenant: "
              + TeamsJwt.brief(turn.conversation().tenant())
              + " (expected: an allowed one)");
    }
  }

  /**
   * Without tokens, a page in the browser of the person who tries Callboard could post here too. A
   * foreign page cannot send JSON without asking first, and it is not answered.
   */
  private static Proof withoutToken(WebhookRequest request) throws TeamsRefusal {
    if (!request.header("content-type").orElse("").startsWith("application/json")) {
      throw TeamsRefusal.unproven("content-type: none of JSON (expected: application/json)");
    }
    return new Proof(null, List.of());
  }

  private Proof verified(DecodedJWT token) throws TeamsRefusal {
    TeamsJwt.check(token, ISSUER, settings.appId(), clock.instant());
    if (token.getClaim("serviceurl").asString() == null) {
      throw TeamsRefusal.unproven("serviceurl: missing (expected: the activity's)");
    }
    Jwk key = TeamsJwt.key(token, keys);
    TeamsJwt.verify(token, key, clock);
    Object endorsements = key.getAdditionalAttributes().get("endorsements");
    return new Proof(
        token.getClaim("serviceurl").asString(),
        endorsements instanceof List<?> list ? list : List.of());
  }
}
