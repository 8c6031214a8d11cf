package dev.callboard.session.attendance;

import dev.callboard.chat.Sighting;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What was already said about attendance, so that it is not said again.
 *
 * @param greeted parties that were welcomed or sent what latecomers get, by one of their traits
 * @param needs people whose accommodations backstage was told of
 * @param missing whether backstage was told who is missing
 * @param storm when the last mass drop began that backstage was told of; null when there was none
 * @param welcomed when the last welcome was posted for all to read; null when none was
 * @param waiting when the first fact came that nobody looked at since; null when there is none
 * @param departed when the last departure was heard of; null when none was
 * @param rolled whether the roll stands backstage, so that it is edited from now on
 */
public record Told(
    PSet<String> greeted,
    PSet<String> needs,
    boolean missing,
    @Nullable Instant storm,
    @Nullable Instant welcomed,
    @Nullable Instant waiting,
    @Nullable Instant departed,
    boolean rolled) {

  static final Told NOTHING =
      new Told(HashTreePSet.empty(), HashTreePSet.empty(), false, null, null, null, null, false);

  Told heard(Sighting.What what, Instant at) {
    Instant left = what instanceof Sighting.Left ? at : departed;
    Instant first = waiting == null ? at : waiting;
    return new Told(greeted, needs, missing, storm, welcomed, first, left, rolled);
  }

  /** All facts were looked at, but for a departure so fresh that it is not believed yet. */
  public Told settled(Settling settling, Instant at) {
    return new Told(
        plus(greeted, settling.greeted()),
        plus(needs, settling.needs()),
        missing || settling.missing(),
        settling.storm() == null ? storm : settling.storm(),
        settling.welcomed() ? at : welcomed,
        fresh(at) ? departed : null,
        departed,
        rolled);
  }

  private boolean fresh(Instant at) {
    return departed != null && departed.plus(Roll.MOVING).isAfter(at);
  }

  public Told rollPosted() {
    return new Told(greeted, needs, missing, storm, welcomed, waiting, departed, true);
  }

  private static PSet<String> plus(PSet<String> set, Collection<String> more) {
    return more.isEmpty() ? set : set.plusAll(more);
  }
}
