package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.platform.zoom.ZoomSightings.Envelope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of deliveries, for Zoom gives them none that lasts: a second try carries another tracking
 * id, another signature and perhaps another {@code event_ts}. Pure.
 */
final class ZoomKeys {

  private static final int LONGEST = 400;
  private static final int DIGEST_BYTES = 16;

  private ZoomKeys() {}

  /**
   * Something seen, by the occurrence, the stay, the connection, the event and when it happened. An
   * event without a time of its own happens once in an occurrence, or is told apart by when Zoom
   * told it.
   */
  static String ofSighting(Envelope envelope, String ownTime, JsonNode object) {
    JsonNode who = object.path("participant");
    boolean once = envelope.event().endsWith(".started") && object.hasNonNull("uuid");
    String when = !ownTime.isEmpty() ? ownTime : once ? "" : envelope.told();
    return of(
        ZoomJson.firstText(object, "uuid", "id"),
        ZoomJson.firstText(who, "participant_uuid", "registrant_id", "id"),
        envelope.event(),
        when,
        connection(who),
        ZoomJson.firstText(who, "new_role", "bind_user_id"));
  }

  /** Those who wait for the host have a name only, which is not for logs. */
  private static String connection(JsonNode who) {
    String id = ZoomJson.text(who, "user_id");
    return id.isEmpty() ? digest(ZoomJson.text(who, "user_name")) : id;
  }

  /** {@code zoom:} and the parts; a digest of them when that would be too long to keep. */
  static String of(String... parts) {
    String key = "zoom:" + String.join("|", parts);
    return key.length() <= LONGEST ? key : "zoom:" + digest(key);
  }

  /** Stands for words that are nobody's business but tell two deliveries apart. */
  static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] whole = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
