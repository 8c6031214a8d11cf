package dev.callboard.platform.lobby;

import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import dev.callboard.platform.lobby.Meetings.Meeting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a producer can have happen in a meeting without learners. Who it happens to is always the
 * first of the plan to whom it can, so that it can be told beforehand.
 */
enum Simulation {
  EVERYBODY(" came.", "Everybody is in the meeting already."),
  DROP(" dropped.", "No learner is in the meeting."),
  RETURN(" is back.", "No learner has dropped."),
  LATE(" came.", "Everybody has come already."),
  UNSEEN(" came, and the class was not told.", "Everybody has come already."),
  LEAVE(" left.", "Nobody is in the meeting who is played.");

  private final String verb;
  private final String impossible;

  Simulation(String verb, String impossible) {
    this.verb = verb;
    this.impossible = impossible;
  }

  static Optional<Simulation> of(String word) {
    return Stream.of(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** What follows the names of those it happened to. */
  String verb() {
    return verb;
  }

  /** Why it happened to nobody. */
  String impossible() {
    return impossible;
  }

  Moves moves(Show show, Meeting meeting) {
    List<String> learners =
        show.people().stream()
            .filter(guest -> guest.role().equals("learner"))
            .map(Guest::key)
            .toList();
    Predicate<String> here = meeting.here()::contains;
    return switch (this) {
      case EVERYBODY ->
          came(
              meeting,
              Stream.concat(
                      learners.stream(),
                      Stream.of(Stranger.DEVICE, Stranger.PHONE).map(Stranger::connection))
                  .filter(here.negate()));
      case DROP -> went(meeting, learners.stream().filter(here).limit(1));
      case RETURN -> came(meeting, learners.stream().filter(meeting.gone()::contains).limit(1));
      case LATE ->
          came(
              meeting,
              Stream.concat(learners.stream(), Stream.of(Stranger.LATECOMER.connection()))
                  .filter(one -> !meeting.saw(one))
                  .limit(1));
      case UNSEEN ->
          new Moves(
              meeting.occurrence(),
              learners.stream().filter(one -> !meeting.saw(one)).limit(1).toList(),
              List.of(),
              true);
      case LEAVE ->
          went(
              meeting,
              Stream.concat(
                      learners.stream(), Stream.of(Stranger.values()).map(Stranger::connection))
                  .filter(here));
    };
  }

  private static Moves came(Meeting meeting, Stream<String> who) {
    return new Moves(meeting.occurrence(), who.toList(), List.of(), false);
  }

  private static Moves went(Meeting meeting, Stream<String> who) {
    return new Moves(meeting.occurrence(), List.of(), who.toList(), false);
  }
}
