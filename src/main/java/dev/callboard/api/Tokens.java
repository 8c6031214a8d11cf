package dev.callboard.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tokens such as {@code callboard_acme_…}: whose they are can be read, so that only that client's
 * file is looked into; what follows is 256 random bits.
 */
public final class Tokens {

  private static final int SECRET = 32;
  private static final Pattern TOKEN =
      Pattern.compile("callboard_([a-z0-9][a-z0-9-]{0,39})_[A-Za-z0-9_-]{43}");

  private Tokens() {}

  /** A new token of a client. */
  public static String fresh(String client) {
    byte[] bytes = new byte[SECRET];
    new SecureRandom().nextBytes(bytes);
    return "callboard_"
        + client
        + "_"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of it: its SHA-256, in lower-case hexadecimal. */
  public static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("SHA-256: missing (expected: in every Java)", missing);
    }
  }

  /** Whose it says it is; empty when it is none of ours. */
  static Optional<String> client(String token) {
    Matcher matcher = TOKEN.matcher(token);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
