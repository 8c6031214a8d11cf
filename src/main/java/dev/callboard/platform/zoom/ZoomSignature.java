package dev.callboard.platform.zoom;

import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Zoom's signature of a request: {@code v0=} and the HMAC-SHA256 of {@code v0:timestamp:body} over
 * the raw bytes, for Zoom mixes raw and escaped letters in one text. Thread-safe.
 */
final class ZoomSignature {

  /** A command that is told again would be done again. */
  static final Duration FRESH = Duration.ofMinutes(5);

  /**
   * What was seen in a meeting may be told again: its key makes that harmless, and Zoom tries for
   * 85 minutes.
   */
  static final Duration LATE = Duration.ofHours(2);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST_DIGITS = 12;
  private static final int HEX_DIGITS = 64;

  /** Cloned for each request: they carry the prepared keys. */
  private final List<Mac> prepared;

  private final InstantSource clock;

  ZoomSignature(ZoomSettings settings, InstantSource clock) {
    this.clock = clock;
    prepared =
        Stream.of(settings.secretToken(), settings.previousSecretToken())
            .filter(Objects::nonNull)
            .map(ZoomSignature::prepare)
            .toList();
  }

  /**
   * A request that Zoom signed.
   *
   * @param age how long ago; negative when Zoom's clock is ahead
   */
  record Proof(Mac key, Duration age) {

    /** Refuses what was signed longer ago. */
    void within(Duration window) throws ZoomRefusal {
      if (age.compareTo(window) > 0) {
        throw ZoomRefusal.unproven(
            "too old: signed " + age.toSeconds() + " s ago (expected: " + window.toSeconds() + ")");
      }
    }

    /** What proves to Zoom that the secret is known here, by the secret this request came with. */
    String answer(String plainToken) {
      return HexFormat.of().formatHex(sign(key, plainToken.getBytes(StandardCharsets.UTF_8)));
    }
  }

  Proof check(WebhookRequest request) throws ZoomRefusal {
    String timestamp = request.header("x-zm-request-timestamp").orElse("");
    String signature = request.header("x-zm-signature").orElse("");
    if (timestamp.isEmpty() || signature.isEmpty()) {
      throw ZoomRefusal.unproven("not signed");
    }
    if (timestamp.length() > MOST_DIGITS
        || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw ZoomRefusal.unproven("timestamp: not in seconds");
    }
    long seconds = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    Proof proof = new Proof(key(timestamp, request.body(), claimed(signature)), age(seconds));
    proof.within(LATE);
    return proof;
  }

  private static Duration age(long seconds) throws ZoomRefusal {
    if (seconds < -FRESH.toSeconds()) {
      throw ZoomRefusal.unproven("from the future: signed in " + -seconds + " s");
    }
    return Duration.ofSeconds(seconds);
  }

  private static byte[] claimed(String signature) throws ZoomRefusal {
    try {
      if (signature.length() == 3 + HEX_DIGITS && signature.startsWith("v0=")) {
        return HexFormat.of().parseHex(signature, 3, signature.length());
      }
    } catch (IllegalArgumentException notHex) {
      // said below
    }
    throw ZoomRefusal.unproven("signature: of another form");
  }

  private Mac key(String timestamp, byte[] body, byte[] claimed) throws ZoomRefusal {
    byte[] head = ("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII);
    for (Mac key : prepared) {
      if (MessageDigest.isEqual(claimed, sign(key, head, body))) {
        return key;
      }
    }
    throw ZoomRefusal.unproven("signature: does not match");
  }

  private static byte[] sign(Mac key, byte[]... parts) {
    try {
      Mac mac = (Mac) key.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException impossible) { // the JDK's HMAC can be cloned
      throw new IllegalStateException(impossible);
    }
  }

  private static Mac prepare(Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
