package dev.callboard.platform.lobby;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the token that a page shows with everything it sends: {@code PERSON.HMAC}, good
 * for one person of one plan until it expires. Only this server's own page can read it, so a
 * foreign page cannot speak for anybody; the key is new at every start, so a page of an earlier
 * start must ask for a new token.
 */
final class LobbySignature {

  static final String HEADER = "x-callboard-token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final Duration life;
  private final InstantSource clock;

  LobbySignature(Duration life, InstantSource clock) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
    this.life = life;
    this.clock = clock;
  }

  String sign(String plan, String person) {
    String claim = plan + "\n" + person + "\n" + clock.instant().plus(life).getEpochSecond();
    String head = ENCODER.encodeToString(claim.getBytes(StandardCharsets.UTF_8));
    return head + "." + ENCODER.encodeToString(hmac(head));
  }

  /** Whom the token speaks for; empty when it is not ours or too old. */
  Optional<Claim> verify(String token) {
    int dot = token.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    String head = token.substring(0, dot);
    try {
      byte[] given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(given, hmac(head))) {
        return Optional.empty();
      }
      return fresh(new String(Base64.getUrlDecoder().decode(head), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Optional<Claim> fresh(String claim) {
    String[] parts = claim.split("\n", -1);
    Instant expires = Instant.ofEpochSecond(Long.parseLong(parts[2]));
    return clock.instant().isBefore(expires)
        ? Optional.of(new Claim(parts[0], parts[1]))
        : Optional.empty();
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + ": missing (expected: in every Java)", e);
    }
  }

  /** The person a token was made for. */
  record Claim(String plan, String person) {}
}
