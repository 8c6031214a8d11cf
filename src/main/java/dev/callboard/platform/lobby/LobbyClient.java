package dev.callboard.platform.lobby;

import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.platform.Bell;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PageAnswers;
import dev.callboard.platform.PageBlocks;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.lobby.LobbyBook.Change;
import dev.callboard.platform.lobby.LobbyBook.Draft;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Writes what is said into the book and wakes those who listen. An outbox entry is written once
 * however often it is sent, for the book knows it by its id.
 */
final class LobbyClient {

  static final String BOT = "callboard";
  static final String BOT_NAME = "Callboard";

  /** Nobody presses a button that is further up. */
  private static final int NEWEST = 200;

  private final LobbyBook book;
  private final Guests guests;
  private final Bell bell;
  private final InstantSource clock;

  /** The plan in which a person last did something: where they can be found. */
  private final Map<String, String> lastSeen = new ConcurrentHashMap<>();

  LobbyClient(LobbyBook book, Guests guests, Bell bell, InstantSource clock) {
    this.book = book;
    this.guests = guests;
    this.bell = bell;
    this.clock = clock;
  }

  void seen(Seat seat) {
    lastSeen.put(seat.guest().key(), seat.show().key());
  }

  /** A person's ordinary chat in the class room, told once however often it is sent. */
  void say(Seat seat, String source, String text) {
    write(
        new Draft(
            source,
            LobbyPlace.classRoom(seat.show().key()).id(),
            Change.POST,
            0,
            "@" + seat.guest().key(),
            seat.guest().name(),
            clock.instant(),
            json(Content.text(text))));
  }

  /**
   * Puts something else in the place of a private message on which a button was pressed; false when
   * there is no such message of ours among the newest.
   */
  boolean replace(LobbyPlace place, long post, String source, Content content) {
    boolean ours =
        book.last(place.id(), NEWEST).stream()
            .anyMatch(entry -> entry.number() == post && entry.draft().author().equals(BOT));
    if (ours) {
      Instant now = clock.instant();
      write(new Draft(source, place.id(), Change.EDIT, post, BOT, BOT_NAME, now, json(content)));
    }
    return ours;
  }

  Receipt carryOut(Dispatch dispatch) throws PlatformException {
    LobbyPlace place = whereTo(dispatch.change().to());
    return switch (dispatch.change()) {
      case Outgoing.Post post ->
          new Receipt(
              String.valueOf(
                  write(draft(dispatch, place, Change.POST, content(place, post.message())))));
      case Outgoing.Edit edit -> {
        write(draft(dispatch, place, Change.EDIT, content(place, edit.message())));
        yield receipt(dispatch);
      }
      case Outgoing.Remove remove -> {
        write(draft(dispatch, place, Change.REMOVE, ""));
        yield receipt(dispatch);
      }
    };
  }

  private LobbyPlace whereTo(Destination to) throws PlatformException {
    Optional<LobbyPlace> place =
        switch (to) {
          case Destination.Room room -> LobbyPlace.of(room.place());
          case Destination.Direct direct -> direct(direct);
        };
    return place.orElseThrow(
        () -> new PlatformException(Kind.NOT_FOUND, to.lane() + ": no such place in the lobby"));
  }

  /**
   * The person's own place in the plan they share with the message and in no other, where somebody
   * else may be called like them; of a message that shares none, where they last were.
   */
  private Optional<LobbyPlace> direct(Destination.Direct to) {
    String person = to.person().id();
    Optional<String> shared =
        Optional.ofNullable(to.near()).flatMap(LobbyPlace::of).map(LobbyPlace::plan);
    Stream<String> last = Optional.ofNullable(lastSeen.get(person)).stream();
    Stream<String> all = guests.shows().stream().map(Guests.Show::key);
    return (shared.isPresent() ? shared.stream() : Stream.concat(last, all))
        .filter(plan -> Seat.find(guests, plan, person).isPresent())
        .findFirst()
        .map(plan -> LobbyPlace.direct(plan, person));
  }

  private static String content(LobbyPlace place, Message message) throws PlatformException {
    if (!place.fits(message.audience())) {
      throw new PlatformException(
          Kind.FORBIDDEN,
          place.id() + ": " + message.audience() + " (expected: an audience that fits the place)");
    }
    return json(message.content());
  }

  private Draft draft(Dispatch dispatch, LobbyPlace place, Change change, String content)
      throws PlatformException {
    long post = change == Change.POST ? 0 : number(receipt(dispatch));
    return new Draft(
        "out:" + dispatch.id(), place.id(), change, post, BOT, BOT_NAME, clock.instant(), content);
  }

  private static Receipt receipt(Dispatch dispatch) throws PlatformException {
    Receipt receipt = dispatch.post();
    if (receipt == null) {
      throw new PlatformException(
          Kind.NOT_FOUND, dispatch.change().key() + ": never posted (expected: a post to change)");
    }
    return receipt;
  }

  private static long number(Receipt receipt) throws PlatformException {
    try {
      return Long.parseLong(receipt.value());
    } catch (NumberFormatException e) {
      throw new PlatformException(
          Kind.NOT_FOUND, "receipt: " + receipt.value() + " (expected: a number)", null, e);
    }
  }

  private long write(Draft draft) {
    long number = book.write(draft);
    bell.ring();
    return number;
  }

  private static String json(Content content) {
    return PageAnswers.write(PageBlocks.of(content));
  }
}
