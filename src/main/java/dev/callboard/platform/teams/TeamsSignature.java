package dev.callboard.platform.teams;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.teams.bf.Turn;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 16_384;

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
    if (header.length() > LONGEST) {
      throw TeamsRefusal.unproven("authorization: too long (expected: a bearer token)");
    }
    try {
      return verified(JWT.decode(header.substring(BEARER.length()).strip()));
    } catch (JWTVerificationException | IllegalArgumentException unsound) {
      // The library's words may quote the token; its class says enough.
      throw TeamsRefusal.unproven("token: " + unsound.getClass().getSimpleName());
    }
  }

  /** Checks that the token was made for this activity. */
  void bind(Proof proof, Turn turn) throws TeamsRefusal {
    if (!turn.channelId().equals(CHANNEL)) {
      throw TeamsRefusal.forbidden(
          "channelId: " + brief(turn.channelId()) + " (expected: msteams)");
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
          "serviceUrl: " + brief(turn.serviceUrl()) + " (expected: https and an allowed host)");
    }
    if (!settings.serves(turn.conversation().tenant())) {
      throw TeamsRefusal.forbidden(
          "tenant: " + brief(turn.conversation().tenant()) + " (expected: an allowed one)");
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
    checkClaims(token);
    Jwk key =
        keys.find(token.getKeyId())
            .orElseThrow(() -> TeamsRefusal.unproven("kid: unknown (expected: a key of Teams)"));
    Algorithm rs256 = Algorithm.RSA256(publicKey(key), null);
    // The builder takes a clock only by its class.
    ((BaseVerification) JWT.require(rs256).acceptLeeway(SKEW.toSeconds()).ignoreIssuedAt())
        .build(clock.withZone(ZoneOffset.UTC))
        .verify(token);
    Object endorsements = key.getAdditionalAttributes().get("endorsements");
    return new Proof(
        token.getClaim("serviceurl").asString(),
        endorsements instanceof List<?> list ? list : List.of());
  }

  /** All that needs no key, so that the key server is asked for nothing a stranger made up. */
  private void checkClaims(DecodedJWT token) throws TeamsRefusal {
    if (!"RS256".equals(token.getAlgorithm()) || token.getKeyId() == null) {
      throw TeamsRefusal.unproven("alg: " + brief(token.getAlgorithm()) + " (expected: RS256)");
    }
    if (!ISSUER.equals(token.getIssuer())) {
      throw TeamsRefusal.unproven(
          "iss: " + brief(token.getIssuer()) + " (expected: " + ISSUER + ")");
    }
    if (!List.of(settings.appId()).equals(token.getAudience())) {
      throw TeamsRefusal.unproven("aud: another's (expected: this bot)");
    }
    if (token.getClaim("serviceurl").asString() == null) {
      throw TeamsRefusal.unproven("serviceurl: missing (expected: the activity's)");
    }
    Instant expiry = token.getExpiresAtAsInstant();
    if (expiry == null || expiry.plus(SKEW).isBefore(clock.instant())) {
      throw TeamsRefusal.unproven("exp: " + expiry + " (expected: not past)");
    }
  }

  private static RSAPublicKey publicKey(Jwk key) throws TeamsRefusal {
    try {
      return (RSAPublicKey) key.getPublicKey();
    } catch (InvalidPublicKeyException | ClassCastException unusable) {
      throw TeamsRefusal.unproven("kid: of no RSA key (expected: a key of Teams)");
    }
  }

  /** Foreign text, fit for one line of the log. */
  private static String brief(@Nullable String value) {
    String text = Objects.toString(value, "none").replaceAll("[^\\x21-\\x7e]", "?");
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
