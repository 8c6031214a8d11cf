package dev.callboard.session.timing;

import dev.callboard.plan.Plan;
import dev.callboard.plan.Segment;
import dev.callboard.session.Event;
import dev.callboard.session.Item;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A class made by chance, and what people did with it: all of it legal, some of it odd. */
public final class RandomClass {

  /** Hours at which something is the matter, with zones in which it is. */
  private static final List<Map.Entry<String, String>> STARTS =
      List.of(
          Map.entry("2026-11-24T14:00:00Z", "Europe/London"),
          Map.entry("2026-11-24T23:20:00Z", "Europe/London"),
          Map.entry("2027-03-28T00:30:00Z", "Europe/London"),
          Map.entry("2026-10-25T00:40:00Z", "Europe/London"),
          Map.entry("2027-03-14T06:35:00Z", "America/New_York"),
          Map.entry("2026-11-24T18:05:00Z", "Asia/Kathmandu"));

  private final Random random;
  private final Plan plan;
  private final @Nullable Instant plannedStart;
  private final List<Recorded> log = new ArrayList<>();
  private Session session;
  private Instant clock;

  public RandomClass(Random random) {
    this.random = random;
    Map.Entry<String, String> start = STARTS.get(random.nextInt(STARTS.size()));
    clock = Instant.parse(start.getKey());
    ZoneId zone = ZoneId.of(start.getValue());
    LocalTime time = clock.atZone(zone).toLocalTime();
    List<Segment> segments = new ArrayList<>();
    int minute = 0;
    for (int i = 0; i <= random.nextInt(8); i++) {
      Segment segment =
          segment(i, clock.plus(Duration.ofMinutes(minute)).atZone(zone).toLocalTime());
      segments.add(segment);
      minute += (int) segment.planned().toMinutes();
    }
    plan = ClassScript.plan(zone, time, Duration.ofMinutes(minute + random.nextInt(20)), segments);
    plannedStart = random.nextInt(5) == 0 ? null : clock;
    Event.Opened opened = new Event.Opened(plan, new Rooms(List.of(), List.of()), plannedStart);
    log.add(new Recorded(1, clock.minusSeconds(60), "p", opened));
    session = Session.fold(new SessionId("s"), log).orElseThrow();
  }

  Plan plan() {
    return plan;
  }

  @Nullable Instant plannedStart() {
    return plannedStart;
  }

  public Session session() {
    return session;
  }

  public List<Recorded> log() {
    return log;
  }

  public Instant clock() {
    return clock;
  }

  Timeline timeline() {
    return Timeline.of(plan, session.run(), clock);
  }

  /** Lets some time pass, seldom backwards. */
  RandomClass waits() {
    int seconds = random.nextInt(12) == 0 ? -random.nextInt(200) : random.nextInt(400);
    clock = clock.plusSeconds(random.nextInt(4) == 0 ? 0 : seconds);
    return this;
  }

  /** As many events as chance has it, one after the other. */
  public RandomClass lives() {
    for (int i = random.nextInt(25); i > 0; i--) {
      waits();
      happens(event());
    }
    return waits();
  }

  public RandomClass starts() {
    if (session.run().startedAt() == null) {
      happens(new Event.Started());
    }
    return this;
  }

  void happens(Event event) {
    Recorded recorded = new Recorded(session.seq() + 1, clock, "p", event);
    log.add(recorded);
    session = session.after(recorded);
  }

  /** Something that may happen now. */
  Event event() {
    boolean live = session.run().live();
    return switch (random.nextInt(live ? 16 : 9)) {
      case 0, 1 -> new Event.Extended(any(), minutes());
      case 2 -> new Event.Skipped(any());
      case 3 -> new Event.Restored(any());
      case 4 -> new Event.Moved(any(), random.nextInt(6) == 0 ? null : any());
      case 5 ->
          new Event.Inserted(
              "x" + log.size(), "X" + log.size(), Duration.ofMinutes(1 + random.nextInt(9)), any());
      case 6 -> random.nextBoolean() ? new Event.Paused() : new Event.Resumed();
      case 7, 8 -> live ? new Event.Paused() : new Event.Started();
      case 9 -> new Event.Resumed();
      case 10 -> new Event.Entered(any());
      case 11 -> random.nextInt(6) == 0 ? new Event.Ended() : new Event.Resumed();
      case 12 -> new Event.Entered(session.preceding().map(Segment::key).orElseGet(this::any));
      default -> new Event.Entered(session.following().map(Segment::key).orElseGet(this::any));
    };
  }

  String any() {
    List<Item> items = session.run().order().items();
    return items.get(random.nextInt(items.size())).key();
  }

  Duration minutes() {
    return Duration.ofMinutes(random.nextInt(16) - 7L);
  }

  private Segment segment(int number, LocalTime planned) {
    Duration length = Duration.ofMinutes(1 + random.nextInt(15));
    boolean cushion = random.nextInt(6) == 0;
    LocalTime from = random.nextInt(5) == 0 ? planned.plusMinutes(random.nextInt(8) - 2L) : null;
    LocalTime till =
        random.nextInt(5) == 0 ? planned.plus(length).plusMinutes(random.nextInt(6) - 2L) : null;
    return new Segment(
        "s" + number,
        "S" + number,
        length,
        cushion ? Duration.ofMinutes(random.nextInt(2)) : needed(length),
        random.nextBoolean(),
        cushion,
        from,
        till,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        null,
        random.nextInt(4) == 0 ? List.of(Duration.ofMinutes(1 + random.nextInt(4))) : null,
        random.nextInt(8) == 0);
  }

  private Duration needed(Duration length) {
    return Duration.ofMinutes(Math.max(1, length.toMinutes() - random.nextInt(5)));
  }
}
