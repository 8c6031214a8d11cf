package dev.callboard.platform;

import dev.callboard.chat.Place;
import java.net.URI;
import java.util.Optional;

/**
 * One platform: bytes in, neutral words out, and the other way round. It knows neither commands nor
 * classes. Building one does no input or output. All methods may be called by many threads.
 */
public interface Adapter extends Carrier, Webhook, AutoCloseable {

  /**
   * The tenant whose rooms a plan means that names none; empty when this adapter serves several, or
   * does not know yet.
   */
  default Optional<String> home() {
    return Optional.empty();
  }

  /** Where the platform's own accounts of meetings are asked for; empty when it keeps none. */
  default Optional<MeetingRecords> records() {
    return Optional.empty();
  }

  /** Our pages inside the platform's own client; empty where it does not show any. */
  default Optional<Tab> tab() {
    return Optional.empty();
  }

  /**
   * The address at which people open a conversation or a meeting of the platform; empty where the
   * platform has none for it, or its id alone does not tell.
   */
  default Optional<URI> way(Place place) {
    return Optional.empty();
  }

  /** Opens what must be open before the first request: sockets, first tokens. */
  void start();

  @Override
  void close();
}
