package dev.callboard.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.chat.Person;
import dev.callboard.session.SessionId;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Links that sign one person in once. A link carries whom it is for, sealed (AES-GCM), so that none
 * is on disk before it is used and none can be made elsewhere or read on the way. It stands behind
 * the {@code #} of the address, which browsers send to nobody: no log has it, and what chats fetch
 * to preview a link cannot use it up.
 */
public final class Invitations {

  /** Long enough to change windows, too short to be of use in a history. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST = 4_000;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<byte[]> key;
  private final Supplier<URI> address;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * Makes links.
   *
   * @param key see {@link Passes#key}
   * @param address where people reach this server, without a path
   */
  public Invitations(Supplier<byte[]> key, Supplier<URI> address, InstantSource clock) {
    this.key = key;
    this.address = address;
    this.clock = clock;
  }

  /**
   * Whom a link signs in.
   *
   * @param link what tells it from other links
   */
  record Invitation(String link, Person person, Instant until) {}

  /**
   * A new link to the desk of a class, or to the board.
   *
   * @param session null for the board
   * @param page what of the class is shown then; empty for its desk
   */
  public URI link(Person person, @Nullable SessionId session, String page) {
    String path = session == null ? "/desk" : "/desk/" + session.value();
    String then = page.isEmpty() ? "" : "&then=" + page;
    return address.get().resolve(path + "#in=" + seal(person, clock.instant().plus(LIFE)) + then);
  }

  /** What a token says; empty when it is not ours, or its time is over. */
  Optional<Invitation> read(String token) {
    return open(token).filter(invitation -> clock.instant().isBefore(invitation.until()));
  }

  private String seal(Person person, Instant until) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    JsonNode claim =
        JSON.createObjectNode()
            .put("platform", person.platform())
            .put("tenant", person.tenant())
            .put("id", person.id())
            .put("name", person.name().substring(0, Math.min(LONGEST_NAME, person.name().length())))
            .put("email", person.email())
            .put("until", until.getEpochSecond());
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, nonce, claim.toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
    return ENCODER.encodeToString(all.array());
  }

  private Optional<Invitation> open(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      if (all.length <= NONCE + TAG_BITS / 8) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE];
      byte[] sealed = new byte[all.length - NONCE];
      ByteBuffer.wrap(all).get(nonce).get(sealed);
      JsonNode claim = JSON.readTree(cipher(Cipher.DECRYPT_MODE, nonce, sealed));
      Person person =
          new Person(
              claim.path("platform").asText(),
              claim.path("tenant").asText(),
              claim.path("id").asText(),
              claim.path("name").asText(),
              claim.path("email").textValue());
      Instant until = Instant.ofEpochSecond(claim.path("until").longValue());
      return Optional.of(new Invitation(ENCODER.encodeToString(nonce), person, until));
    } catch (IllegalArgumentException | IOException notOurs) {
      return Optional.empty();
    }
  }

  /** The sealed or opened bytes; throws {@code IllegalArgumentException} when they are not ours. */
  private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret = new SecretKeySpec(key.get(), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (AEADBadTagException foreign) {
      throw new IllegalArgumentException("token: not sealed here", foreign);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("AES-GCM: missing (expected: in every Java)", missing);
    }
  }
}
