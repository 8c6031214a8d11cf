package dev.callboard.outbox;

import dev.callboard.outbox.Sentences.Why;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the producer of a trouble at once, and of more of the same together with the next ones, in
 * pauses that grow while it lasts: a dead platform is one trouble, not two hundred. Thread-safe.
 */
final class Complaints {

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(16);

  private final Trouble trouble;
  private final InstantSource clock;
  private final Map<Matter, Tally> tallies = new HashMap<>();

  private record Matter(@Nullable SessionId session, String sentence, String where) {}

  /**
   * What became of a matter that was told.
   *
   * @param quiet until when no more is told of it
   * @param newest the newest that was not told, null when all were
   * @param untold how many
   */
  private record Tally(Instant quiet, Duration pause, @Nullable Entry newest, int untold) {}

  private record Complaint(Entry entry, String sentence) {}

  Complaints(Trouble trouble, InstantSource clock) {
    this.trouble = trouble;
    this.clock = clock;
  }

  void about(Entry entry, Why why) {
    boolean here = why.extent() == Why.Extent.CONVERSATION;
    String where = here ? entry.change().to().lane() : "";
    if (first(new Matter(entry.session(), why.sentence(), where), entry)) {
      tell(new Complaint(entry, why.sentence()));
    }
  }

  private synchronized boolean first(Matter matter, Entry entry) {
    Tally tally = tallies.get(matter);
    if (tally == null || (tally.untold() == 0 && !tally.quiet().isAfter(clock.instant()))) {
      tallies.put(matter, tally == null ? quiet(FIRST) : longer(tally));
      return true;
    }
    tallies.put(matter, new Tally(tally.quiet(), tally.pause(), entry, tally.untold() + 1));
    return false;
  }

  /** Tells what was kept back long enough. */
  void tellRest() {
    due(clock.instant()).forEach(this::tell);
  }

  /** Tells all that was kept back. */
  void tellAll() {
    due(Instant.MAX).forEach(this::tell);
  }

  private void tell(Complaint complaint) {
    try {
      trouble.undelivered(complaint.entry(), complaint.sentence());
    } catch (RuntimeException failure) { // it is among the dead letters all the same
      LOG.error("outbox {}: nobody could be told", complaint.entry().id(), failure);
    }
  }

  private synchronized List<Complaint> due(Instant by) {
    List<Complaint> due = new ArrayList<>();
    Iterator<Map.Entry<Matter, Tally>> all = tallies.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Matter, Tally> each = all.next();
      Tally tally = each.getValue();
      Entry newest = tally.newest();
      if (tally.quiet().isAfter(by)) {
        continue;
      }
      if (newest == null && !tally.quiet().plus(tally.pause()).isAfter(by)) {
        all.remove();
      } else if (newest != null) {
        String sentence = Sentences.andMore(each.getKey().sentence(), tally.untold() - 1);
        due.add(new Complaint(newest, sentence));
        each.setValue(longer(tally));
      }
    }
    return due;
  }

  private Tally longer(Tally tally) {
    Duration twice = tally.pause().multipliedBy(2);
    return quiet(twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
  }

  private Tally quiet(Duration pause) {
    return new Tally(clock.instant().plus(pause), pause, null, 0);
  }
}
