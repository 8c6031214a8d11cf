package dev.callboard.platform.lobby;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Sighting.Joined;
import dev.callboard.chat.Sighting.Left;
import dev.callboard.chat.Sighting.Over;
import dev.callboard.chat.Sighting.What;
import dev.callboard.platform.Bell;
import dev.callboard.platform.Door;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.Guests.Show;
import dev.callboard.platform.lobby.LobbyAdapter.Surroundings;
import dev.callboard.platform.lobby.LobbyBook.Change;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import dev.callboard.platform.lobby.LobbyPayloads.Sent;
import dev.callboard.platform.lobby.Meetings.Ended;
import dev.callboard.platform.lobby.Meetings.Meeting;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Where the classes of the lobby meet. Who comes and goes is first written into the book and then
 * told at the door as the book has it: so the same delivery again tells the same facts with the
 * same time, which the class knows already.
 */
final class LobbyMeeting {

  private static final String CLOSED = "The meeting is held once a producer has opened the class.";

  private final Surroundings around;
  private final LobbyRecords records;
  private final Door door;
  private final Bell bell;

  /** Who moves is decided by who is there, so one delivery is decided after the other. */
  private final ReentrantLock turn = new ReentrantLock();

  LobbyMeeting(Surroundings around, LobbyRecords records, Door door, Bell bell) {
    this.around = around;
    this.records = records;
    this.door = door;
    this.bell = bell;
  }

  /** Takes what somebody, who may do so, did about the meeting. */
  WebhookResponse hear(Sent sent, Seat seat, String key) {
    turn.lock();
    try {
      return heard(sent, seat, key);
    } finally {
      turn.unlock();
    }
  }

  /** Lets all who are in a meeting leave it when its class ended, and tells that it is over. */
  void end(Ended ended) {
    turn.lock();
    try {
      around.guests().show(ended.plan()).ifPresent(show -> end(ended, show));
    } finally {
      turn.unlock();
    }
    bell.ring();
  }

  /** Whoever the class was not told of leaves by the book alone. */
  private void end(Ended ended, Show show) {
    Meeting meeting = ended.meeting();
    Place place = LobbyPlace.meeting(show.key());
    Set<String> all = new LinkedHashSet<>(meeting.here());
    all.addAll(records.in(place, meeting.occurrence()));
    String key = LobbyPlace.PLATFORM + ":end/" + meeting.occurrence() + "/" + ended.seq();
    Draft kept =
        written(
            new Draft(
                key,
                place.id(),
                Change.POST,
                0,
                LobbyClient.BOT,
                LobbyClient.BOT_NAME,
                over(place, ended.at()),
                new Moves(meeting.occurrence(), List.of(), List.copyOf(all), false).json()));
    List<String> told =
        Moves.read(kept.content()).went().stream().filter(meeting.here()::contains).toList();
    Moves left = new Moves(meeting.occurrence(), List.of(), told, false);
    Sighting over = new Sighting(place, meeting.occurrence(), kept.at(), new Over());
    Stream.concat(sightings(left, show, kept.at()), Stream.of(over))
        .forEach(sighting -> door.handle(new Inbound.Presence(delivery(key, sighting), sighting)));
  }

  /** When the class ended; later for whoever came just then, for nobody leaves before they come. */
  private Instant over(Place place, Instant ended) {
    return around.book().last(place.id(), 1).stream()
        .map(entry -> entry.draft().at())
        .filter(last -> !last.isBefore(ended))
        .map(last -> last.plusMillis(1))
        .findFirst()
        .orElse(ended);
  }

  private WebhookResponse heard(Sent sent, Seat seat, String key) {
    Optional<Meeting> meeting = around.meetings().of(seat.show().key());
    if (meeting.isEmpty()) {
      return PageAnswers.problem(409, CLOSED);
    }
    Optional<Simulation> played = Simulation.of(sent.line());
    if (sent.kind().equals("simulate") && played.isEmpty()) {
      return PageAnswers.problem(400, "This page is out of date. Load it again.");
    }
    Moves moves =
        played
            .map(simulation -> simulation.moves(seat.show(), meeting.get()))
            .orElseGet(() -> own(sent, seat, meeting.get()));
    Moves kept = tell(moves, seat, key);
    bell.ring();
    return PageAnswers.answer(
        played
            .map(simulation -> Reply.tell(sentence(simulation, kept, seat.show())))
            .orElseGet(Reply.Quiet::new));
  }

  /** Nothing, when they are where they want to be. */
  private static Moves own(Sent sent, Seat seat, Meeting meeting) {
    String person = seat.guest().key();
    boolean comes = sent.kind().equals("join");
    List<String> who = comes == meeting.here().contains(person) ? List.of() : List.of(person);
    return new Moves(meeting.occurrence(), comes ? who : List.of(), comes ? List.of() : who, false);
  }

  /** What the book has of this delivery, told at the door; what it had before counts. */
  private Moves tell(Moves moves, Seat seat, String key) {
    String place = LobbyPlace.meeting(seat.show().key()).id();
    Draft kept =
        written(
            new Draft(
                key,
                place,
                Change.POST,
                0,
                "@" + seat.guest().key(),
                seat.guest().name(),
                around.clock().instant(),
                moves.json()));
    Moves told = Moves.read(kept.content());
    if (!told.unseen()) {
      sightings(told, seat.show(), kept.at())
          .forEach(
              sighting -> door.handle(new Inbound.Presence(delivery(key, sighting), sighting)));
    }
    return told;
  }

  /** What the book has from this source, now or from before. */
  private Draft written(Draft draft) {
    long number = around.book().write(draft);
    return around.book().after(number - 1, Set.of(draft.place()), 1).getFirst().draft();
  }

  private static Stream<Sighting> sightings(Moves moves, Show show, Instant at) {
    Stream<What> came = moves.came().stream().map(one -> new Joined(attendee(show, one)));
    Stream<What> went = moves.went().stream().map(one -> new Left(attendee(show, one)));
    return Stream.concat(came, went)
        .map(what -> new Sighting(LobbyPlace.meeting(show.key()), moves.occurrence(), at, what));
  }

  /** One key a person, for a burst is one delivery of many facts. */
  private static Delivery delivery(String key, Sighting sighting) {
    String connection =
        switch (sighting.what()) {
          case Joined joined -> joined.who().connection();
          case Left left -> left.who().connection();
          default -> "";
        };
    return new Delivery(key + "/" + connection, Delivery.Route.POSTED);
  }

  /** Played or not, a person of the plan is known by their account. */
  static Attendee attendee(Show show, String connection) {
    return attendee(connection, name(show, connection));
  }

  static Attendee attendee(String connection, String name) {
    return Stranger.of(connection)
        .map(Stranger::attendee)
        .orElseGet(() -> new Attendee(connection, connection, connection, null, name, null, null));
  }

  private static String name(Show show, String person) {
    return show.guest(person).map(Guests.Guest::name).orElse(person);
  }

  private static String sentence(Simulation simulation, Moves moves, Show show) {
    if (moves.isEmpty()) {
      return simulation.impossible();
    }
    List<String> who = moves.came().isEmpty() ? moves.went() : moves.came();
    String first = attendee(show, who.getFirst()).name();
    return (who.size() == 1 ? first : who.size() + " people") + simulation.verb();
  }
}
