package dev.callboard.platform.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.chat.Inbound;
import dev.callboard.platform.zoom.ZoomChat.Said;
import dev.callboard.platform.zoom.ZoomSightings.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Verified requests in neutral words. Pure. */
final class ZoomPayloads {

  /** An answer to a longer one could be a signature of a forged request. */
  private static final int LONGEST_CHALLENGE = 128;

  private static final Set<String> CHAT =
      Set.of("bot_notification", "interactive_message_actions", ZoomChat.MENTION);

  private ZoomPayloads() {}

  /** What a request asks for. */
  sealed interface Heard {

    /** Zoom wants to know whether the secret is known here. */
    record Challenge(String plainToken) implements Heard {}

    record Seen(Inbound.Presence presence) implements Heard {}

    record Spoken(Said said) implements Heard {}

    /** Nothing is done at it. */
    record Nothing() implements Heard {}
  }

  static String event(JsonNode request) throws ZoomRefusal {
    String event = ZoomJson.text(request, "event");
    if (event.isEmpty()) {
      throw ZoomRefusal.malformed("no event");
    }
    return event;
  }

  /** How long ago an event may have been signed. */
  static Duration window(String event) {
    boolean repeatable =
        event.startsWith("meeting.")
            || event.startsWith("webinar.")
            || event.startsWith("recording.");
    return repeatable ? ZoomSignature.LATE : ZoomSignature.FRESH;
  }

  /** The account an event is of; empty when it tells none. */
  static String account(JsonNode request) {
    return ZoomJson.firstText(request.path("payload"), "account_id", "accountId");
  }

  static Heard read(JsonNode request, String account, Instant arrived) throws ZoomRefusal {
    String event = event(request);
    JsonNode payload = request.path("payload");
    if (event.equals("endpoint.url_validation")) {
      return challenge(payload);
    }
    if (CHAT.contains(event)) {
      return longAgo(request, arrived)
          ? new Heard.Nothing()
          : spoken(event, payload).<Heard>map(Heard.Spoken::new).orElseGet(Heard.Nothing::new);
    }
    Envelope envelope = new Envelope(event, account, ZoomJson.text(request, "event_ts"), arrived);
    return ZoomSightings.read(envelope, payload.path("object"))
        .<Heard>map(Heard.Seen::new)
        .orElseGet(Heard.Nothing::new);
  }

  /** Zoom may sign a second try anew, but what was typed long ago must not be done now. */
  private static boolean longAgo(JsonNode request, Instant arrived) {
    JsonNode payload = request.path("payload");
    return ZoomJson.millis(ZoomJson.text(payload, "timestamp"))
        .or(() -> ZoomJson.millis(ZoomJson.text(request, "event_ts")))
        .filter(said -> said.isBefore(arrived.minus(ZoomSignature.FRESH)))
        .isPresent();
  }

  private static Heard challenge(JsonNode payload) throws ZoomRefusal {
    JsonNode token = payload.path("plainToken");
    String plain = token.isTextual() ? token.asText() : "";
    if (plain.isBlank() || plain.length() > LONGEST_CHALLENGE || plain.startsWith("v0:")) {
      throw ZoomRefusal.malformed("a challenge that Zoom does not make");
    }
    return new Heard.Challenge(plain);
  }

  private static Optional<Said> spoken(String event, JsonNode payload) {
    return switch (event) {
      case "bot_notification" -> ZoomChat.typed(payload);
      case "interactive_message_actions" -> ZoomChat.pressed(payload);
      default -> ZoomChat.mentioned(payload);
    };
  }
}
