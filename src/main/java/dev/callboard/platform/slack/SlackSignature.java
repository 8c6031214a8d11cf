package dev.callboard.platform.slack;

import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature of a request (docs.slack.dev, verifying requests from Slack): {@code v0=} and
 * the HMAC-SHA256 of {@code v0:timestamp:body} over the raw bytes. Thread-safe.
 *
 * <p>Unlike the SDK's verifier it compares in constant time, looks both ways in time, never turns
 * the body into text and never logs it.
 */
final class SlackSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final long WINDOW_SECONDS = 300;
  private static final int MOST_DIGITS = 12;
  private static final int HEX_DIGITS = 64;

  /** Cloned for each request: it carries the prepared key. */
  private final Mac prepared;

  private final InstantSource clock;

  SlackSignature(Secret secret, InstantSource clock) {
    this.clock = clock;
    try {
      prepared = Mac.getInstance(ALGORITHM);
      prepared.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }

  /** Why the request must not be believed; empty when it may be. */
  Optional<String> refusal(WebhookRequest request) {
    String timestamp = request.header("x-slack-request-timestamp").orElse("");
    String signature = request.header("x-slack-signature").orElse("");
    if (timestamp.isEmpty() || signature.isEmpty()) {
      return Optional.of("not signed");
    }
    if (!timely(timestamp)) {
      return Optional.of("timestamp outside of " + WINDOW_SECONDS + " s");
    }
    return genuine(timestamp, request.body(), signature)
        ? Optional.empty()
        : Optional.of("signature does not match");
  }

  private boolean timely(String timestamp) {
    if (timestamp.length() > MOST_DIGITS || !digits(timestamp)) {
      return false;
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    return Math.abs(age) <= WINDOW_SECONDS;
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private boolean genuine(String timestamp, byte[] body, String signature) {
    if (signature.length() != 3 + HEX_DIGITS || !signature.startsWith("v0=")) {
      return false;
    }
    try {
      byte[] claimed = HexFormat.of().parseHex(signature, 3, signature.length());
      return MessageDigest.isEqual(claimed, sign(timestamp, body));
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }

  private byte[] sign(String timestamp, byte[] body) {
    try {
      Mac mac = (Mac) prepared.clone();
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (CloneNotSupportedException impossible) { // the JDK's HMAC can be cloned
      throw new IllegalStateException(impossible);
    }
  }
}
