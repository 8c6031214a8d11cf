package dev.callboard.session;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import java.util.List;
import java.util.function.Function;

/** Somebody as one event shows them in a meeting. */
record Seen(Place meeting, String occurrence, Attendee who) {

  /**
   * Whether an id of a connection or a stay tells elsewhere, too, who somebody is. Teams knows no
   * connections: what stands for one is an id of the directory, or of a guest.
   */
  boolean telling(String id) {
    return id.equals(who.account())
        || id.equals(who.registrant())
        || id.equals(who.name())
        || meeting.platform().equals("teams");
  }

  /** What stands for an id of a connection or a stay where they are called otherwise. */
  String hidden(String id, Alias alias) {
    return telling(id) ? alias.hidden(id) : id;
  }

  /** All whom an event shows. */
  static List<Seen> in(Event event) {
    return switch (event) {
      case Event.Witnessed(Sighting sighting) -> {
        List<Seen> seen = new java.util.ArrayList<>();
        var _ =
            each(
                sighting.what(),
                who -> {
                  seen.add(new Seen(sighting.meeting(), sighting.occurrence(), who));
                  return who;
                });
        yield seen;
      }
      case Event.Accounted accounted ->
          accounted.record().rows().stream()
              .map(row ->
                  new Seen(
                      accounted.record().meeting(), accounted.record().occurrence(), row.who()))
              .toList();
      default -> List.of();
    };
  }

  /** The same fact with another in the place of whom it is about. */
  static Sighting.What each(Sighting.What what, Function<Attendee, Attendee> change) {
    return switch (what) {
      case Sighting.Joined joined -> new Sighting.Joined(change.apply(joined.who()));
      case Sighting.Left left -> new Sighting.Left(change.apply(left.who()));
      case Sighting.Gone gone -> new Sighting.Gone(change.apply(gone.who()));
      case Sighting.Named named -> new Sighting.Named(change.apply(named.who()));
      case Sighting.Bound bound ->
          new Sighting.Bound(change.apply(bound.who()), bound.connection(), bound.stay());
      case Sighting.Waiting waiting -> new Sighting.Waiting(change.apply(waiting.who()));
      case Sighting.WaitingOver over -> new Sighting.WaitingOver(change.apply(over.who()));
      case Sighting.Moved moved -> new Sighting.Moved(change.apply(moved.who()), moved.room());
      case Sighting.RoleGiven given ->
          new Sighting.RoleGiven(change.apply(given.who()), given.role());
      case Sighting.Began _, Sighting.Over _, Sighting.Trouble _, Sighting.Recording _ -> what;
    };
  }
}
