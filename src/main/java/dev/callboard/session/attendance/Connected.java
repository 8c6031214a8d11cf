package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.session.attendance.Stretch.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /**
   * Those who are in meetings of a platform while their class is open, each as the join that was
   * told of them.
   */
  public static List<Sighting> joins(
      Register register, String platform, Predicate<Attendee> which, Instant now) {
    Presences presences = new Presences(register, now);
    List<Sighting> joins = new ArrayList<>();
    for (Stay stay : register.stays().values()) {
      Holding holding = register.holding(stay);
      if (!holding.meeting().platform().equals(platform)) {
        continue;
      }
      for (String connection : stay.connections().keySet()) {
        Attendee who = stay.attendee(connection);
        if (which.test(who)) {
          presences.of(stay.only(connection)).stream()
              .filter(stretch -> stretch.end() == End.HERE)
              .map(stretch ->
                  new Sighting(
                      holding.meeting(),
                      holding.occurrence(),
                      stretch.from(),
                      new Sighting.Joined(who)))
              .forEach(joins::add);
        }
      }
    }
    return joins;
  }

  /** Whether somebody is in a meeting of this platform while the class is open. */
  public static boolean in(Register register, Party party, String platform, Instant now) {
    Presences presences = new Presences(register, now);
    return on(register, party, platform)
        .anyMatch(
            stay -> presences.of(stay).stream().anyMatch(stretch -> stretch.end() == End.HERE));
  }

  /** Whether somebody ever was in a meeting of this platform. */
  public static boolean ever(Register register, Party party, String platform) {
    return on(register, party, platform).findAny().isPresent();
  }

  private static Stream<Stay> on(Register register, Party party, String platform) {
    return party.stays().stream()
        .filter(stay -> register.holding(stay).meeting().platform().equals(platform));
  }

  /** Of whom no leave was told; after class, too. */
  private static boolean open(Stretch stretch) {
    return stretch.end() == End.HERE || stretch.end() == End.ASSUMED;
  }
}
