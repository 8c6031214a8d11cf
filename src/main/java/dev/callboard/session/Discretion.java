package dev.callboard.session;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import dev.callboard.session.attendance.Owner;
import dev.callboard.session.attendance.Party;
import dev.callboard.session.attendance.Register;
import dev.callboard.session.attendance.Stay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what a meeting tells late is written into a log from which people were erased. Whoever is
 * still known stands there as told. Those who were erased are known by their connections alone, and
 * called as they are since. Of anybody else nobody can say that they were not erased, so their time
 * counts and they are not named. Pure.
 */
public final class Discretion {

  /** A name that says nothing, and is never remembered. */
  static final String NAMELESS = "Unknown";

  private static final Alias NOBODY = new Alias("unnamed", NAMELESS);

  private final Session session;
  private final Sighting sighting;

  private Discretion(Session session, Sighting sighting) {
    this.session = session;
    this.sighting = sighting;
  }

  /**
   * The fact as it may be written. Empty for the leave of somebody who is not known and never came:
   * it is most likely of one who was erased, and would count as another.
   */
  public static Optional<Sighting> of(Session session, Sighting sighting) {
    if (session.register().course().erased() == 0) {
      return Optional.of(sighting);
    }
    Discretion discretion = new Discretion(session, sighting);
    Sighting.What what = Seen.each(sighting.what(), discretion::shown);
    boolean stray =
        what instanceof Sighting.Left left
            && left.who().name().equals(NAMELESS)
            && discretion.stay(left.who()) == null;
    return stray
        ? Optional.empty()
        : Optional.of(new Sighting(sighting.meeting(), sighting.occurrence(), sighting.at(), what));
  }

  private Attendee shown(Attendee who) {
    @Nullable Stay stay = stay(who);
    if (stay != null) {
      return Alias.called(stay.name())
          .map(alias -> as(who, alias))
          .orElseGet(() -> again(who, stay));
    }
    return erased(who)
        .map(alias -> as(who, alias))
        .or(() -> Optional.of(who).filter(this::isKnown))
        .orElseGet(() -> as(who, NOBODY));
  }

  private Attendee again(Attendee who, Stay stay) {
    return stay.name().equals(NAMELESS) ? as(who, NOBODY) : who;
  }

  private @Nullable Stay stay(Attendee who) {
    Register register = session.register();
    Place meeting = sighting.meeting();
    return register.stays().get(register.stayOf(meeting, sighting.occurrence(), who));
  }

  /** Where connections are called like accounts, those of the erased are hidden. */
  private Optional<Alias> erased(Attendee who) {
    return session.register().stays().values().stream()
        .flatMap(stay -> Alias.called(stay.name()).stream())
        .distinct()
        .filter(alias -> {
          @Nullable Stay theirs = stay(as(who, alias));
          return theirs != null && theirs.name().equals(alias.name());
        })
        .findFirst();
  }

  /** Whether all that is known of the class tells who it is, or that they were seen before. */
  private boolean isKnown(Attendee who) {
    Sighting seen =
        new Sighting(
            sighting.meeting(), sighting.occurrence(), sighting.at(), new Sighting.Joined(who));
    Register then = session.register().witnessed(seen, sighting.at(), Policy.USUAL);
    String key = then.stayOf(sighting.meeting(), sighting.occurrence(), who);
    return Erasure.parties(then, session.plan()).stream()
        .filter(party -> party.stays().stream().anyMatch(stay -> stay.key().equals(key)))
        .anyMatch(Discretion::isKnown);
  }

  private static boolean isKnown(Party party) {
    boolean erased = party.stays().stream().anyMatch(stay -> Alias.called(stay.name()).isPresent());
    return !erased
        && switch (party.owner()) {
          case Owner.Known _, Owner.Guest _ -> true;
          case Owner.Unknown _, Owner.Bot _ -> party.stays().size() > 1;
        };
  }

  /** Ids that the platform alone knows stay, so that a leave finds its join. */
  private Attendee as(Attendee who, Alias alias) {
    Seen seen = new Seen(sighting.meeting(), sighting.occurrence(), who);
    return new Attendee(
        seen.hidden(who.connection(), alias),
        seen.hidden(who.stay(), alias),
        null,
        null,
        alias.name(),
        null,
        null);
  }
}
