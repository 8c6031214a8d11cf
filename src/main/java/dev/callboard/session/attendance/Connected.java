package dev.callboard.session.attendance;

import dev.callboard.chat.Place;
import dev.callboard.session.attendance.Stretch.End;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is connected to one time that a meeting is held, by the platform's own id of their stay, and
 * whoever they are.
 *
 * @param here those in it; once its class is over, those of whom no leave was told
 * @param gone those who were
 */
public record Connected(Set<String> here, Set<String> gone) {

  public Connected {
    here = Set.copyOf(here);
    gone = Set.copyOf(gone);
  }

  public static Connected of(Register register, Place meeting, String occurrence, Instant now) {
    String holding = Holding.key(meeting, occurrence);
    Presences presences = new Presences(register, now);
    Set<String> here = new LinkedHashSet<>();
    Set<String> gone = new LinkedHashSet<>();
    for (Stay stay : register.stays().values()) {
      if (stay.holding().equals(holding)) {
        List<Stretch> stretches = presences.of(stay);
        boolean in = stretches.stream().anyMatch(Connected::open);
        (in ? here : gone).add(stay.own());
      }
    }
    return new Connected(here, gone);
  }

  /** Of whom no leave was told; after class, too. */
  private static boolean open(Stretch stretch) {
    return stretch.end() == End.HERE || stretch.end() == End.ASSUMED;
  }
}
