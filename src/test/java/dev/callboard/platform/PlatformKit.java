package dev.callboard.platform;

import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import java.util.List;
import java.util.Optional;

/**
 * One adapter with the platform's far side in a test's hands: requests signed as the platform signs
 * them, and what people on it would see.
 */
public interface PlatformKit extends AutoCloseable {

  /** The adapter under test, started. */
  Adapter adapter();

  /** Somebody on the platform, and the class room all requests come from. */
  Person person();

  Place classRoom();

  /** The person types the line as a command in the class room. */
  WebhookRequest typed(String deliveryId, String line);

  /** The person presses a button that carries the line. */
  WebhookRequest pressed(String deliveryId, String line);

  /** A request with these bytes, signed as a sound one is. */
  WebhookRequest signed(byte[] body);

  /** The same request without its credentials. */
  WebhookRequest unsigned(WebhookRequest sound);

  /** The same request with credentials made with another secret or key. */
  WebhookRequest forged(WebhookRequest sound);

  /**
   * The same request, its body changed after it was signed, or its credentials made for another.
   */
  WebhookRequest tampered(WebhookRequest sound);

  /** The request as it would have been signed so long ago that it must not be believed. */
  WebhookRequest stale(String deliveryId, String line);

  /** Something Callboard said itself, told back by the platform; empty where that cannot happen. */
  Optional<WebhookRequest> own();

  /** What the class room shows everybody now, oldest first, in the platform's own wire format. */
  List<String> shownToAll();

  /** What the person alone was shown, oldest first, in the platform's own wire format. */
  List<String> shownToPerson();

  /** From now on nobody can be reached privately. */
  void refusePrivate();

  /** What the platform would not take of this wire text, in words; empty when it is sound. */
  List<String> faults(String wire);

  /**
   * Whether this wire text would ping, format or run what a person called {@code name} is called.
   */
  boolean harmless(String wire, String name);

  /** The class's meeting; empty where the platform tells nothing of meetings. */
  default Optional<MeetingKit> meetingKit() {
    return Optional.empty();
  }

  @Override
  void close();
}
