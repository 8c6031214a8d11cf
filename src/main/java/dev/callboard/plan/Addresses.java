package dev.callboard.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses that people write into plans. */
final class Addresses {

  private Addresses() {}

  /** The address at a spot; empty when there is none, or what is there is none. */
  static Optional<URI> of(Spot spot) {
    Optional<String> text = spot.text().filter(Addresses::begun);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(new URI(text.get())).filter(address -> address.getHost() != null);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The same; what is none is a mistake. What does not even begin so, the schema has told of. */
  static Optional<URI> checked(Spot spot, Findings findings) {
    Optional<URI> address = of(spot);
    Optional<String> text = spot.text().filter(Addresses::begun);
    if (address.isEmpty() && text.isPresent()) {
      findings.mistake(
          spot.pointer(),
          spot.name() + ": “" + text.get() + "” (expected: such as https://example.com/handout)");
    }
    return address;
  }

  private static boolean begun(String text) {
    return text.matches("(?i)https?://\\S+");
  }
}
