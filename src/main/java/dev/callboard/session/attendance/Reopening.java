package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.plan.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a late fact changes attendance that was settled: that people go home after the end, and
 * that their meeting is closed then, is told of most classes and changes nothing. Pure.
 */
record Reopening(Register before, Register after, Policy policy) {

  boolean by(Sighting sighting) {
    Instant ended = before.course().ended();
    return ended == null
        || switch (sighting.what()) {
          case Sighting.Joined joined -> changed(sighting, joined.who(), ended);
          case Sighting.Left left -> changed(sighting, left.who(), ended);
          case Sighting.Gone gone -> changed(sighting, gone.who(), ended);
          case Sighting.Named _ -> false; // nobody's minutes follow from it
          case Sighting.Began _, Sighting.Over _ -> sighting.at().isBefore(end(ended));
          default -> true;
        };
  }

  private Instant end(Instant ended) {
    return Frame.whole(before.course(), policy, ended).last().orElse(ended);
  }

  private boolean changed(Sighting sighting, Attendee who, Instant ended) {
    String holding = Holding.key(sighting.meeting(), sighting.occurrence());
    String own = Stay.key(holding, who.connection());
    String whose = before.stayOf().get(own);
    if (whose != null && !whose.equals(after.stayOf().get(own))) {
      return true;
    }
    String key = Stay.key(holding, who.stay());
    Stay one = before.stays().get(key);
    Stay other = Objects.requireNonNull(after.stays().get(key));
    boolean accounted = before.accepted() && before.records().containsKey(holding);
    if (!accounted && !times(before, one, ended).equals(times(after, other, ended))) {
      return true;
    }
    return !times(after, other, ended).isEmpty()
        && !traits(before, one).equals(traits(after, other));
  }

  private Spans times(Register register, @Nullable Stay stay, Instant ended) {
    return stay == null
        ? Spans.NONE
        : Presences.spans(new Presences(register, ended).of(stay))
            .within(Frame.whole(before.course(), policy, ended));
  }

  private static List<String> traits(Register register, @Nullable Stay stay) {
    return stay == null ? List.of() : register.traits(stay);
  }
}
