package dev.callboard.command;

import dev.callboard.session.Run;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of a day, as board and chat tell it.
 *
 * @param id of the class; of one that nobody opened, what no class is called
 * @param starts when it began or is to; null when nobody said
 * @param ends when it ended or will; null when nobody knows
 * @param often whether its plan names no day, so that nobody knows if it is given today
 * @param who opens it, by name; empty once it is open
 * @param next null when nothing is left to do
 * @param venues where it is given, one a platform
 * @param warnings in a few words each, the worst first
 */
public record Engagement(
    String id,
    String title,
    ZoneId zone,
    Stage stage,
    @Nullable Instant starts,
    @Nullable Instant ends,
    boolean often,
    String who,
    @Nullable NextStep next,
    List<Venue> venues,
    List<String> warnings) {

  /** How far a class is. */
  public enum Stage {
    /** Nobody opened it yet. */
    PLANNED,
    /** Not begun. */
    OPEN,
    RUNNING,
    PAUSED,
    ENDED;

    /** Of a class that was opened. */
    public static Stage of(Run run) {
      return run.ended() ? ENDED : run.paused() ? PAUSED : run.live() ? RUNNING : OPEN;
    }
  }

  /** A room of a class, the first to come into first. */
  public enum Room {
    MEETING("Meeting"),
    CLASS("Class room"),
    BACKSTAGE("Backstage");

    private final String title;

    Room(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * A platform on which a class is.
   *
   * @param platform its name, such as {@code slack}
   * @param ways the addresses that open its rooms, as far as any does
   */
  public record Venue(String platform, Map<Room, URI> ways) {
    public Venue {
      Map<Room, URI> sorted = new EnumMap<>(Room.class);
      sorted.putAll(ways);
      ways = Collections.unmodifiableMap(sorted);
    }
  }

  public Engagement {
    venues = List.copyOf(venues);
    warnings = List.copyOf(warnings);
  }

  /** The same for somebody who is not to do the next step. */
  public Engagement lookedAt() {
    return new Engagement(id, title, zone, stage, starts, ends, often, who, null, venues, warnings);
  }
}
