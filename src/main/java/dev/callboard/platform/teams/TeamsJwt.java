package dev.callboard.platform.teams;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds for every token of Microsoft's, whoever issued it. */
final class TeamsJwt {

  static final Duration SKEW = Duration.ofMinutes(5);

  private static final int LONGEST = 16_384;

  private TeamsJwt() {}

  /** Reads a token, of which nothing is believed yet. */
  static DecodedJWT read(String token) throws TeamsRefusal {
    if (token.length() > LONGEST) {
      throw TeamsRefusal.unproven("token: too long (expected: a token)");
    }
    try {
      return JWT.decode(token);
    } catch (JWTVerificationException | IllegalArgumentException unsound) {
      throw unsound(unsound);
    }
  }

  /** All that needs no key, so that the key server is asked for nothing a stranger made up. */
  static void check(DecodedJWT token, String issuer, String audience, Instant now)
      throws TeamsRefusal {
    if (!"RS256".equals(token.getAlgorithm()) || token.getKeyId() == null) {
      throw TeamsRefusal.unproven("alg: " + brief(token.getAlgorithm()) + " (expected: RS256)");
    }
    if (!issuer.equals(token.getIssuer())) {
      throw TeamsRefusal.unproven(
          "iss: " + brief(token.getIssuer()) + " (expected: " + issuer + ")");
    }
    if (audience.isBlank() || !List.of(audience).equals(token.getAudience())) {
      throw TeamsRefusal.unproven("aud: another's (expected: this bot)");
    }
    Instant expiry = token.getExpiresAtAsInstant();
    if (expiry == null || expiry.plus(SKEW).isBefore(now)) {
      throw TeamsRefusal.unproven("exp: " + expiry + " (expected: not past)");
    }
  }

  /** The key that a token says it was signed with. */
  static Jwk key(DecodedJWT token, TeamsKeys keys) throws TeamsRefusal {
    return keys.find(token.getKeyId())
        .orElseThrow(() -> TeamsRefusal.unproven("kid: unknown (expected: a key of Teams)"));
  }

  /** Checks the signature, and that it is neither too early nor too late. */
  static void verify(DecodedJWT token, Jwk key, InstantSource clock) throws TeamsRefusal {
    Algorithm rs256 = Algorithm.RSA256(publicKey(key), null);
    try {
      // The builder takes a clock only by its class.
      ((BaseVerification) JWT.require(rs256).acceptLeeway(SKEW.toSeconds()).ignoreIssuedAt())
          .build(clock.withZone(ZoneOffset.UTC))
          .verify(token);
    } catch (JWTVerificationException | IllegalArgumentException unsound) {
      throw unsound(unsound);
    }
  }

  /** The library's words may quote the token; its class says enough. */
  private static TeamsRefusal unsound(RuntimeException unsound) {
    return TeamsRefusal.unproven("token: " + unsound.getClass().getSimpleName());
  }

  private static RSAPublicKey publicKey(Jwk key) throws TeamsRefusal {
    try {
      return (RSAPublicKey) key.getPublicKey();
    } catch (InvalidPublicKeyException | ClassCastException unusable) {
      throw TeamsRefusal.unproven("kid: of no RSA key (expected: a key of Teams)");
    }
  }

  /** Foreign text, fit for one line of the log. */
  static String brief(@Nullable String value) {
    String text = Objects.toString(value, "none").replaceAll("[^\\x21-\\x7e]", "?");
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
