package dev.callboard.outbox;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.PlaceKind;
import java.util.Optional;

/** Sees that nothing is said where it is not for everybody who reads there. */
public final class AudienceGuard {

  private AudienceGuard() {}

  /**
   * Why a change must not leave, or empty when it may.
   *
   * @param kind what the destination's room is to its class now; not looked at for a direct message
   */
  public static Optional<String> refusal(Outgoing change, PlaceKind kind) {
    return switch (change) {
      case Outgoing.Post post -> refusal(post.message(), post.to(), kind);
      case Outgoing.Edit edit -> refusal(edit.message(), edit.to(), kind);
      case Outgoing.Remove remove -> Optional.empty();
    };
  }

  private static Optional<String> refusal(Message message, Destination to, PlaceKind kind) {
    boolean fits =
        switch (to) {
          case Destination.Direct direct -> message.audience() instanceof Audience.One;
          case Destination.Room room ->
              switch (message.audience()) {
                case Audience.Learners learners -> kind == PlaceKind.CLASS_ROOM;
                case Audience.Team team -> kind == PlaceKind.BACKSTAGE;
                case Audience.One one -> false;
              };
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "audience: "
                + word(message.audience())
                + " (expected: one that fits "
                + place(to, kind)
                + ")");
  }

  private static String word(Audience audience) {
    return switch (audience) {
      case Audience.Learners learners -> "learners";
      case Audience.Team team -> "team";
      case Audience.One one -> "one person";
    };
  }

  private static String place(Destination to, PlaceKind kind) {
    return to instanceof Destination.Direct
        ? "a private message"
        : switch (kind) {
          case CLASS_ROOM -> "the class room";
          case BACKSTAGE -> "backstage";
          case MEETING -> "a meeting";
          case DIRECT -> "a private chat";
          case UNKNOWN -> "a room that belongs to no class";
        };
  }
}
