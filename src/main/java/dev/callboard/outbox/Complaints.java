package dev.callboard.outbox;

import dev.callboard.chat.Importance;
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
 * pauses that grow while it lasts: a dead platform is one trouble, not two hundred. A prompt that
 * is still of use is told at once always, for somebody else must pass it on now. Thread-safe.
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
   * @param untold those that were not told, the newest last
   */
  private record Tally(Instant quiet, Duration pause, List<Entry> untold) {}

  private record Complaint(List<Entry> entries, String sentence) {}

  Complaints(Trouble trouble, InstantSource clock) {
    this.trouble = trouble;
    this.clock = clock;
  }

  void about(Entry entry, Why why) {
    boolean pressing = entry.change().importance() == Importance.PROMPT;
    if (pressing && !entry.expired(clock.instant())) {
      tell(new Complaint(List.of(entry), why.sentence()));
      return;
    }
    boolean here = why.extent() == Why.Extent.CONVERSATION;
    String where = here ? entry.change().to().lane() : "";
    if (first(new Matter(entry.session(), why.sentence(), where), entry)) {
      tell(new Complaint(List.of(entry), why.sentence()));
    }
  }

  private synchronized boolean first(Matter matter, Entry entry) {
    Tally tally = tallies.get(matter);
    if (tally == null || (tally.untold().isEmpty() && !tally.quiet().isAfter(clock.instant()))) {
      tallies.put(matter, tally == null ? quiet(FIRST) : longer(tally));
      return true;
    }
    tally.untold().add(entry);
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
      trouble.undelivered(complaint.entries(), complaint.sentence());
    } catch (RuntimeException failure) { // they are among the dead letters all the same
      long newest = complaint.entries().getLast().id();
      LOG.error("outbox {}: nobody could be told", newest, failure);
    }
  }

  private synchronized List<Complaint> due(Instant by) {
    List<Complaint> due = new ArrayList<>();
    Iterator<Map.Entry<Matter, Tally>> all = tallies.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Matter, Tally> each = all.next();
      Tally tally = each.getValue();
      List<Entry> untold = tally.untold();
      if (tally.quiet().isAfter(by)) {
        continue;
      }
      if (untold.isEmpty() && !tally.quiet().plus(tally.pause()).isAfter(by)) {
        all.remove();
      } else if (!untold.isEmpty()) {
        String sentence = Sentences.andMore(each.getKey().sentence(), untold.size() - 1);
        due.add(new Complaint(List.copyOf(untold), sentence));
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
    return new Tally(clock.instant().plus(pause), pause, new ArrayList<>());
  }
}
