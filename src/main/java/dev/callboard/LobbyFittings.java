package dev.callboard;

import dev.callboard.chat.Place;
import dev.callboard.plan.Library;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.platform.lobby.Guests;
import dev.callboard.platform.lobby.Meetings;
import dev.callboard.platform.lobby.Meetings.Ended;
import dev.callboard.platform.lobby.NowPanel;
import dev.callboard.session.Session;
import dev.callboard.session.attendance.Connected;
import dev.callboard.session.attendance.Roll;
import dev.callboard.session.timing.Slot;
import dev.callboard.session.timing.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the lobby is told of plans and classes, which it does not know itself. */
final class LobbyFittings {

  private LobbyFittings() {}

  static Guests guests(Library plans) {
    return () ->
        plans.keys().stream()
            .map(plans::read)
            .flatMap(Optional::stream)
            .map(Reading::usable)
            .flatMap(Optional::stream)
            .map(LobbyFittings::show)
            .toList();
  }

  private static Guests.Show show(Plan plan) {
    List<Guests.Guest> people = plan.people().stream().map(LobbyFittings::guest).toList();
    return new Guests.Show(plan.key(), plan.title(), plan.zone(), people);
  }

  private static Guests.Guest guest(Member member) {
    return new Guests.Guest(
        member.key(), member.name(), member.role().word(), member.role().team(), member.language());
  }

  /**
   * The panel beside the chat.
   *
   * @param classes the class of a room, answered from memory
   */
  static NowPanel panel(Function<Place, Optional<Session>> classes, InstantSource clock) {
    return plan ->
        classes
            .apply(new Place("lobby", "local", plan + "/backstage"))
            .map(session -> now(session, clock.instant()));
  }

  private static NowPanel.Now now(Session session, Instant now) {
    Timeline timeline = Timeline.of(session.plan(), session.run(), now);
    boolean live = session.run().live();
    return new NowPanel.Now(
        session.plan().title(),
        session.run().ended()
            ? NowPanel.State.ENDED
            : live ? NowPanel.State.RUNNING : NowPanel.State.OPEN,
        session.run().plannedStart(),
        live ? timeline.end() : session.run().endedAt(),
        live ? timeline.behind() : null,
        timeline.current().map(slot -> stretch(slot, now)).orElse(null),
        session.following().map(next -> next.title()).orElse(null),
        session.register().holdings().isEmpty() ? null : presence(session, now));
  }

  private static NowPanel.Presence presence(Session session, Instant now) {
    Roll roll = Roll.of(session.register(), session.plan(), now);
    return new NowPanel.Presence(
        roll.learners().size(),
        roll.here().map(LobbyFittings::name).toList(),
        roll.away().stream().map(LobbyFittings::name).toList(),
        roll.missing().stream().map(LobbyFittings::name).toList(),
        roll.unknown().stream()
            .filter(Roll.Guest::here)
            .map(guest -> "#" + guest.party().number() + " " + guest.party().name())
            .toList());
  }

  private static String name(Roll.Learner learner) {
    return learner.member().name();
  }

  /**
   * The meetings of classes that are open in the lobby.
   *
   * @param classes the class of a room, answered from memory
   */
  static Meetings meetings(Function<Place, Optional<Session>> classes, InstantSource clock) {
    return plan -> {
      Place place = lobbyMeeting(plan);
      return classes
          .apply(place)
          .filter(session -> !session.run().ended())
          .map(session -> meeting(session, place, clock.instant()));
    };
  }

  /**
   * The meeting of a class that is over, while people are in it; none once people were erased, for
   * nothing is told of them any more.
   */
  static Optional<Ended> ended(Session session, Instant now) {
    Instant at = session.run().endedAt();
    if (at == null || session.register().course().erased() > 0) {
      return Optional.empty();
    }
    return session.rooms().meetings().stream()
        .filter(place -> place.equals(lobbyMeeting(session.plan().key())))
        .map(place -> meeting(session, place, now))
        .filter(meeting -> !meeting.here().isEmpty())
        .map(meeting -> new Ended(session.plan().key(), meeting, at, session.seq()))
        .findFirst();
  }

  private static Place lobbyMeeting(String plan) {
    return new Place("lobby", "local", plan + "/meeting");
  }

  /** Each opening of a class is a class of its own, so its id tells the meetings apart. */
  private static Meetings.Meeting meeting(Session session, Place place, Instant now) {
    String occurrence = session.id().value();
    Connected connected = Connected.of(session.register(), place, occurrence, now);
    return new Meetings.Meeting(occurrence, connected.here(), connected.gone());
  }

  /** Counted back from what is left, so that a segment entered again goes on where it was. */
  private static NowPanel.Stretch stretch(Slot slot, Instant now) {
    Instant ends = now.plus(slot.left());
    return new NowPanel.Stretch(slot.segment().title(), ends.minus(slot.allotted()), ends);
  }
}
