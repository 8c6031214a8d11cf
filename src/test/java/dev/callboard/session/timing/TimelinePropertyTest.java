package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import dev.callboard.session.Item;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.timing.Slot.Phase;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every class, whatever its plan and whatever people did. */
class TimelinePropertyTest {

  private static final int CASES = 4_000;

  @Test
  void timeline_agreesWithTheReference() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).lives();
          Reference reference =
              new Reference(some.plan(), some.plannedStart(), some.log(), some.clock());
          Timeline timeline = some.timeline();
          assertThat(timeline.end().getEpochSecond()).as("end").isEqualTo(reference.end);
          assertThat(timeline.paused()).isEqualTo(reference.pausing);
          Reference.Row running = reference.current;
          assertThat(timeline.behind().toSeconds())
              .as("behind")
              .isEqualTo(running == null ? 0 : running.willEnd - running.plannedEnd);
          for (Slot slot : timeline.slots()) {
            agrees(slot, reference);
          }
        });
  }

  private static void agrees(Slot slot, Reference reference) {
    Reference.Row row = reference.row(slot.key());
    assertThat(timeOf(slot.planned().start())).as("planned %s", slot).isEqualTo(row.plannedStart);
    assertThat(timeOf(slot.planned().end())).as("planned %s", slot).isEqualTo(row.plannedEnd);
    assertThat(timeOf(slot.actual().start())).as("actual %s", slot).isEqualTo(row.begun);
    assertThat(timeOf(slot.actual().end())).as("actual %s", slot).isEqualTo(row.left);
    assertThat(slot.actual().spent().toSeconds()).as("spent %s", slot).isEqualTo(row.spent);
    assertThat(slot.actual().paused().toSeconds()).as("paused %s", slot).isEqualTo(row.paused);
    assertThat(slot.actual().visits()).as("visits %s", slot).isEqualTo(row.visits);
    if (slot.phase() == Phase.CURRENT || slot.phase() == Phase.AHEAD) {
      assertThat(timeOf(slot.starts())).as("starts %s", slot).isEqualTo(row.willBegin);
      assertThat(timeOf(slot.ends())).as("ends %s", slot).isEqualTo(row.willEnd);
    } else {
      assertThat(row.willEnd).as("ends %s", slot).isEqualTo(-1);
    }
  }

  private static long timeOf(@Nullable Instant instant) {
    return instant == null ? -1 : instant.getEpochSecond();
  }

  @Test
  void pauseAndResume_neverChangeElapsed() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).starts().lives();
          some.happens(new Event.Resumed());
          List<Duration> before = spent(some.timeline());
          some.happens(new Event.Paused());
          some.waits().waits();
          assertThat(spent(some.timeline())).as("paused").isEqualTo(before);
          some.happens(new Event.Resumed());
          assertThat(spent(some.timeline())).as("resumed").isEqualTo(before);
        });
  }

  private static List<Duration> spent(Timeline timeline) {
    return timeline.slots().stream().map(slot -> slot.actual().spent()).toList();
  }

  @Test
  void projectedEnd_isNeverBeforeNowAndNeverRunsBack() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).starts().lives();
          Timeline timeline = some.timeline();
          if (some.session().run().live()) {
            assertThat(timeline.end()).isAfterOrEqualTo(timeline.now());
          }
          Instant later = some.clock().plusSeconds(random.nextInt(4_000));
          assertThat(Timeline.of(some.plan(), some.session().run(), later).end())
              .isAfterOrEqualTo(timeline.end());
        });
  }

  @Test
  void extendingAndTakingItBack_isIdentity() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).lives();
          some.happens(new Event.Resumed()); // nothing, but it happens now
          Timeline before = some.timeline();
          String segment = some.any();
          Duration by = some.minutes();
          some.happens(new Event.Extended(segment, by));
          some.happens(new Event.Extended(segment, by.negated()));
          assertThat(some.timeline()).isEqualTo(before);
        });
  }

  @Test
  void skippingAndRestoring_isIdentity() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).lives();
          some.happens(new Event.Resumed());
          String segment = some.any();
          some.happens(new Event.Restored(segment));
          Timeline before = some.timeline();
          some.happens(new Event.Skipped(segment));
          some.happens(new Event.Restored(segment));
          assertThat(some.timeline()).isEqualTo(before);
        });
  }

  @Test
  void eventsOfOneInstant_giveOneAnswerInAnyOrder() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).starts().lives();
          List<Event> events = independent(some, random);
          Timeline one = together(some, events);
          Collections.shuffle(events, random);
          assertThat(together(some, events)).isEqualTo(one);
        });
  }

  /** Events any of which may happen whether or not the others have. */
  private static List<Event> independent(RandomClass some, Random random) {
    List<Event> events = new ArrayList<>();
    events.add(some.session().run().paused() ? new Event.Resumed() : new Event.Paused());
    List<String> keys =
        new ArrayList<>(some.session().run().order().items().stream().map(Item::key).toList());
    Collections.shuffle(keys, random);
    some.session()
        .following()
        .ifPresent(next -> {
          events.add(new Event.Entered(next.key()));
          keys.remove(next.key());
        });
    for (String key : keys) {
      events.add(new Event.Extended(key, some.minutes()));
      events.add(new Event.Extended(key, some.minutes()));
      if (random.nextInt(3) == 0) {
        events.add(new Event.Skipped(key));
      } else if (random.nextInt(3) == 0) {
        events.add(new Event.Inserted("after-" + key, "After", Duration.ofMinutes(1), key));
      }
    }
    return events;
  }

  private static Timeline together(RandomClass some, List<Event> events) {
    Session session = some.session();
    for (Event event : events) {
      session = session.after(new Recorded(session.seq() + 1, some.clock(), "p", event));
    }
    return Timeline.of(some.plan(), session.run(), some.clock().plusSeconds(90));
  }

  @Test
  void nothing_isEverNegative() {
    Cases.each(
        CASES,
        random -> {
          RandomClass some = new RandomClass(random).lives();
          Instant whenever = some.clock().plusSeconds(random.nextInt(20_000) - 10_000L);
          Timeline timeline = Timeline.of(some.plan(), some.session().run(), whenever);
          for (Slot slot : timeline.slots()) {
            assertThat(
                    List.of(
                        slot.actual().spent(),
                        slot.actual().paused(),
                        slot.allotted(),
                        Duration.between(slot.starts(), slot.ends()),
                        slot.planned().length()))
                .as("%s", slot)
                .noneMatch(Duration::isNegative);
          }
        });
  }
}
