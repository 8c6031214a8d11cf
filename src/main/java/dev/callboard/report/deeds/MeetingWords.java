package dev.callboard.report.deeds;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Sighting;
import dev.callboard.report.model.Words;
import java.time.Duration;

/** What a meeting told. */
record MeetingWords(Scene scene, Sighting sighting) {

  /** What was told within so much is as good as told at once. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  String of() {
    return what() + when();
  }

  private String what() {
    String platform = Cast.platform(sighting.meeting().platform());
    return switch (sighting.what()) {
      case Sighting.Began _ -> "The meeting on " + platform + " began";
      case Sighting.Over _ -> "The meeting on " + platform + " was over";
      case Sighting.Joined joined ->
          name(joined.who()) + " joined" + (joined.who().phone() == null ? "" : " by phone");
      case Sighting.Left left -> name(left.who()) + " left";
      case Sighting.Gone gone -> name(gone.who()) + " was gone, and nobody had told of their leave";
      case Sighting.Named named ->
          name(named.who()) + " was there at some time, by the meeting's own record";
      case Sighting.Bound bound -> name(bound.who()) + " is there on two devices";
      case Sighting.Waiting waiting -> name(waiting.who()) + " waits to be let in";
      case Sighting.WaitingOver over -> name(over.who()) + " waits no longer";
      case Sighting.Moved moved ->
          name(moved.who())
              + (moved.room() == null
                  ? " came back from the breakout rooms"
                  : " went to the breakout room " + Words.quoted(moved.room()));
      case Sighting.RoleGiven given -> name(given.who()) + " is " + given.role() + " from now on";
      case Sighting.Trouble trouble ->
          Words.capital(platform) + " told of trouble" + Words.reason(trouble.what());
      case Sighting.Recording recording ->
          "The recording was " + (recording.on() ? "started" : "stopped");
    };
  }

  private String name(Attendee who) {
    return scene.cast().attendee(sighting.meeting(), sighting.occurrence(), who);
  }

  /** By the platform's account, when that is told late. */
  private String when() {
    boolean late = Duration.between(sighting.at(), scene.at()).abs().compareTo(AT_ONCE) > 0;
    return late ? " at " + scene.clock(sighting.at()) + ", as was told later" : "";
  }
}
