package dev.callboard.report.deeds;

import dev.callboard.chat.Sighting;
import dev.callboard.report.deeds.Deed.Kind;
import dev.callboard.session.Event;

/** What is said of each event there is. */
final class EventWords {

  private EventWords() {}

  static Sentence of(Scene scene) {
    return switch (scene.recorded().event()) {
      case Event.Opened _,
          Event.Started _,
          Event.Entered _,
          Event.Ended _,
          Event.Extended _,
          Event.Skipped _,
          Event.Restored _,
          Event.Paused _,
          Event.Resumed _,
          Event.Moved _,
          Event.Inserted _,
          Event.Led _ ->
          new ClockWords(scene).of();
      case Event.Posted _, Event.Reworded _, Event.TakenBack _ ->
          Sentence.of(Kind.POSTS, new PostWords(scene).of());
      case Event.Noted _,
          Event.DebriefAsked _,
          Event.Debriefed _,
          Event.DebriefDone _,
          Event.DebriefClosed _ ->
          new NoteWords(scene).of();
      case Event.IssueRaised _, Event.IssueTurned _, Event.IssueUndone _ ->
          new IssueWords(scene).of();
      case Event.Prompted _,
          Event.Seen _,
          Event.Snoozed _,
          Event.Relayed _,
          Event.Rearmed _,
          Event.Disarmed _,
          Event.Freed _,
          Event.Missed _,
          Event.Asked _,
          Event.Hushed _,
          Event.Profiled _ ->
          Sentence.of(Kind.PROMPTS, new PromptWords(scene).of());
      case Event.Witnessed witnessed -> witnessed(scene, witnessed.sighting());
      case Event.Convened _,
          Event.Recognised _,
          Event.Acquainted _,
          Event.Rolled _,
          Event.Reported _,
          Event.Settled _,
          Event.Accounted _ ->
          Sentence.of(Kind.PEOPLE, new PeopleWords(scene).of());
      case Event.Matched _,
          Event.Merged _,
          Event.Forgotten _,
          Event.Parted _,
          Event.Marked _,
          Event.Accompanied _,
          Event.Ruled _,
          Event.Reconciled _,
          Event.Finalised _,
          Event.Erasing _,
          Event.Erased _ ->
          Sentence.of(Kind.DECISIONS, new DecisionWords(scene).of());
      case Event.Unaccounted _, Event.Undelivered _ ->
          Sentence.of(Kind.TROUBLE, new TroubleWords(scene).of());
    };
  }

  private static Sentence witnessed(Scene scene, Sighting sighting) {
    boolean trouble = sighting.what() instanceof Sighting.Trouble;
    return Sentence.of(
        trouble ? Kind.TROUBLE : Kind.PEOPLE, new MeetingWords(scene, sighting).of());
  }

  /** An event that whoever calls has no words for: the switches of this class are mended then. */
  static IllegalArgumentException unknown(Event event) {
    return new IllegalArgumentException(
        "event: " + event.getClass().getSimpleName() + " (expected: one that this class tells)");
  }
}
