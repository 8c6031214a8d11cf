package dev.callboard.platform;

import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * Who is in meetings of one platform by what was told so far, for platforms that do not say all of
 * it each time. It is known from the classes themselves, so it outlasts a restart, and includes
 * what other servers heard. Of meetings that no class is open in nothing is known. Thread-safe.
 */
public interface Whereabouts {

  /** Those who are in, each as the join that was told of them. */
  List<Sighting> here();

  /** The same of one account alone, which may be in several. */
  List<Sighting> here(String tenant, String account);

  /** The meeting that is held this one time. */
  Optional<Place> meeting(String tenant, String occurrence);
}
