package dev.callboard.platform.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import dev.callboard.platform.slack.SlackHuddle.What;
import dev.callboard.platform.slack.SlackListeners.HouseFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Huddles as meetings of their channel. One signal of Slack's names people and huddle but no
 * channel, the other the channel but few people; here they are put together, in whichever order
 * they come. What is remembered is of a day, and lost at a restart: then a leave without a huddle
 * is passed over, and the end of the huddle tells. Thread-safe.
 */
final class SlackHuddles {

  private static final Logger LOG = LoggerFactory.getLogger(SlackHuddles.class);
  private static final Duration KEPT = Duration.ofDays(1);

  /** Whether the desk knows that somebody is there. */
  private enum Told {
    /** Not yet: the channel of the huddle is not known. */
    NO,
    YES
  }

  /**
   * Where somebody is.
   *
   * @param call empty when they are in no huddle
   */
  private record Inside(String call, Attendee who, Instant since, Told told) {}

  private record Held(String channel, boolean over) {}

  private final Door door;
  private final InstantSource clock;
  private final Cache<String, Held> rooms =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
  private final Cache<String, Inside> people =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(KEPT).build();

  SlackHuddles(Door door, InstantSource clock) {
    this.door = door;
    this.clock = clock;
  }

  /**
   * Hears an event as it came.
   *
   * @return whether it was of a huddle
   */
  boolean heard(String body) {
    return SlackHuddle.read(body, clock.instant())
        .map(told -> {
          switch (told.what()) {
            case What.Somebody somebody -> somebody(told, somebody);
            case What.Room room -> room(told, room);
          }
          return true;
        })
        .orElse(false);
  }

  private void somebody(SlackHuddle told, What.Somebody somebody) {
    String account = somebody.who().connection();
    @Nullable Inside before = people.getIfPresent(account);
    if (before != null && told.at().isBefore(before.since())) {
      return; // overtaken by what came before it
    }
    Instant since = told.at();
    if (before != null && before.call().equals(somebody.call())) {
      since = before.since();
    } else if (before != null && before.told() != Told.NO) {
      tell(told, before.call(), told.at(), new Sighting.Left(somebody.who()));
    }
    Inside inside = new Inside(somebody.call(), somebody.who(), since, Told.NO);
    people.put(account, inside);
    if (!somebody.call().isBlank()) {
      joined(told, account, inside);
    }
  }

  /**
   * Tells that somebody is inside, and tells it again each time Slack does, which is every few
   * minutes: the class may have been opened since, or the channel heard of. It is one fact.
   */
  private void joined(SlackHuddle told, String account, Inside inside) {
    if (rooms.getIfPresent(inside.call()) == null) {
      LOG.info("{}: a huddle whose channel is not known, or not Callboard's", told.event());
      return;
    }
    tell(told, inside.call(), inside.since(), new Sighting.Joined(inside.who()));
    people.put(account, new Inside(inside.call(), inside.who(), inside.since(), Told.YES));
  }

  private void room(SlackHuddle told, What.Room room) {
    @Nullable Held before = rooms.getIfPresent(room.call());
    rooms.put(room.call(), new Held(room.channel(), before != null && before.over()));
    if (room.began() || before == null) {
      tell(told, room.call(), room.since(), new Sighting.Began());
    }
    room.present().forEach(account -> present(told, room.call(), account));
    if (before == null) {
      people.asMap().forEach((account, inside) -> waiting(told, room.call(), account, inside));
    }
    if (room.over().isPresent() && (before == null || !before.over())) {
      tell(told, room.call(), room.over().get(), new Sighting.Over());
      rooms.put(room.call(), new Held(room.channel(), true));
    }
  }

  /** Somebody who was there before the channel was known. */
  private void waiting(SlackHuddle told, String call, String account, Inside inside) {
    if (inside.told() == Told.NO && inside.call().equals(call)) {
      joined(told, account, inside);
    }
  }

  /** Somebody whom the message in the channel names. */
  private void present(SlackHuddle told, String call, String account) {
    @Nullable Inside before = people.getIfPresent(account);
    boolean known = before != null && before.call().equals(call);
    boolean newer = before != null && told.at().isBefore(before.since());
    if (!known && !newer) {
      Attendee who = new Attendee(account, account, account, null, account, null, null);
      joined(told, account, new Inside(call, who, told.at(), Told.NO));
    }
  }

  private void tell(SlackHuddle told, String call, Instant at, Sighting.What what) {
    @Nullable Held held = rooms.getIfPresent(call);
    if (held == null) {
      return;
    }
    String key = SlackPayloads.key(told.event() + "/" + name(what) + "/" + call);
    Sighting sighting =
        new Sighting(SlackPayloads.place(told.tenant(), held.channel()), call, at, what);
    try {
      door.handle(new Inbound.Presence(new Delivery(key, Route.POSTED), sighting));
    } catch (RuntimeException failure) {
      throw new HouseFailedException(key, failure);
    }
  }

  private static String name(Sighting.What what) {
    return switch (what) {
      case Sighting.Joined joined -> "joined/" + joined.who().connection();
      case Sighting.Left left -> "left/" + left.who().connection();
      default -> what.getClass().getSimpleName();
    };
  }
}
