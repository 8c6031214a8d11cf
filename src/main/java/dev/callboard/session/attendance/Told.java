package dev.callboard.session.attendance;

import java.time.Duration;
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
 * @param waiting since when something is to be looked at: a fact that came, a leave that may be a
 *     move, or later, when something is put off; null when there is nothing
 * @param rolled whether the roll stands backstage, so that it is edited from now on
 * @param offered whether backstage was asked to start the class clock, for the facilitator is there
 * @param reported whether the report was posted backstage
 * @param outdated since when the class is known otherwise than that report says; null while it is
 *     not
 * @param looked when facts were looked at last; null when they never were
 */
public record Told(
    PSet<String> greeted,
    PSet<String> needs,
    boolean missing,
    @Nullable Instant storm,
    @Nullable Instant welcomed,
    @Nullable Instant waiting,
    boolean rolled,
    boolean offered,
    boolean reported,
    @Nullable Instant outdated,
    @Nullable Instant looked) {

  /** So long after a fact all of them are looked at, at the soonest, for more to come. */
  public static final Duration BURST = Duration.ofSeconds(3);

  static final Told NOTHING =
      new Told(
          HashTreePSet.empty(),
          HashTreePSet.empty(),
          false,
          null,
          null,
          null,
          false,
          false,
          false,
          null,
          null);

  Told heard(Instant at) {
    return waiting != null && !waiting.isAfter(at)
        ? this
        : new Told(
            greeted, needs, missing, storm, welcomed, at, rolled, offered, reported, outdated,
            looked);
  }

  /** All facts were looked at. */
  public Told settled(Settling settling, Instant at) {
    Instant again = settling.again();
    return new Told(
        plus(greeted, settling.greeted()),
        plus(needs, settling.needs()),
        missing || settling.missing(),
        settling.storm() == null ? storm : settling.storm(),
        settling.welcomed() ? at : welcomed,
        again == null ? null : again.minus(BURST),
        rolled,
        offered || settling.offered(),
        reported,
        outdated,
        at);
  }

  public Told rollPosted() {
    return with(true, reported, outdated);
  }

  /** It says how things stand now. */
  public Told reportPosted() {
    return with(rolled, true, null);
  }

  /** What was posted is not how things stand any more. */
  public Told reportOutdated(Instant at) {
    return outdated != null ? this : with(rolled, reported, at);
  }

  private Told with(boolean rolled, boolean reported, @Nullable Instant outdated) {
    return new Told(
        greeted, needs, missing, storm, welcomed, waiting, rolled, offered, reported, outdated,
        looked);
  }

  private static PSet<String> plus(PSet<String> set, Collection<String> more) {
    return more.isEmpty() ? set : set.plusAll(more);
  }
}
