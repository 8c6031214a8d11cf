package dev.callboard.console;

import dev.callboard.chat.Place;
import java.net.URI;
import java.util.Optional;

/** How rooms are opened from a page: what the platforms that are on know of it. */
public interface Ways {

  /** The tenant in which a plan's rooms on a platform are; empty when that is not known. */
  Optional<String> home(String platform);

  /** The address that opens a room; empty where the platform is off, or has none. */
  Optional<URI> to(Place place);
}
