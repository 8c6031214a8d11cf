package dev.callboard.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a platform told of a meeting, as it came but for what must not be kept, such as
 * network addresses.
 *
 * @param meeting the meeting as a place, the same whenever it is held
 * @param occurrence the platform's own id of this one time it is held; empty where the platform
 *     does not tell these apart
 * @param at when it happened by the platform's account; not when it was told
 */
public record Sighting(Place meeting, String occurrence, Instant at, What what) {

  /** What was seen. */
  public sealed interface What {}

  /** The meeting is held from now on. */
  public record Began() implements What {}

  /** The meeting is over for everybody. */
  public record Over() implements What {}

  /** A connection came into a room of the meeting, breakout rooms included. */
  public record Joined(Attendee who) implements What {}

  /** A connection left its room; a move to another room is a leave and a join. */
  public record Left(Attendee who) implements What {}

  /**
   * A connection is known to be there no longer, and nobody told of its leave: it left then, or a
   * little before.
   */
  public record Gone(Attendee who) implements What {}

  /**
   * The meeting's own record, made when it was over, has somebody among those who were there. Of
   * when they came and went it says nothing, so no minutes follow from it.
   */
  public record Named(Attendee who) implements What {}

  /**
   * Two connections are one person, such as a telephone and a computer.
   *
   * @param stay of the other; null when the platform names its connection only
   */
  public record Bound(Attendee who, String connection, @Nullable String stay) implements What {}

  /** Somebody waits to be let in, which is no attendance. */
  public record Waiting(Attendee who) implements What {}

  /** Somebody waits no longer: they were let in, or went away. */
  public record WaitingOver(Attendee who) implements What {}

  /** Somebody went to a breakout room, or came back from it; their presence is told apart. */
  public record Moved(Attendee who, @Nullable String room) implements What {}

  /**
   * Somebody may do more, or less, from now on: {@code host}, {@code co-host}, {@code attendee}.
   */
  public record RoleGiven(Attendee who, String role) implements What {}

  /** The platform says that somebody's connection or machine is in trouble. */
  public record Trouble(String what) implements What {}

  public record Recording(boolean on) implements What {}
}
