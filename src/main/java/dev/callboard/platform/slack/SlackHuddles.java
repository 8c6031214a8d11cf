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

  /** How far somebody's presence was told. */
  private enum Told {
    /** Not yet: the channel of the huddle is not known. */
    NO,
    /** By their account alone. */
    BY_ROOM,
    /** With all that Slack says of them. */
    WHOLE
  }

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
    if (before != null && !before.call().equals(somebody.call())) {
      left(told, somebody.who(), before);
      people.invalidate(account);
      before = null;
    }
    // While somebody is in a huddle, Slack says so again every few minutes.
    boolean again = before != null && before.told() != Told.BY_ROOM;
    if (somebody.call().isBlank() || again) {
      return;
    }
    @Nullable Held held = rooms.getIfPresent(somebody.call());
    if (held == null) {
      LOG.info("{}: a huddle whose channel is not known, or not Callboard's", told.event());
    } else {
      tell(told, somebody.call(), told.at(), new Sighting.Joined(somebody.who()));
    }
    Told how = held == null ? Told.NO : Told.WHOLE;
    people.put(account, new Inside(somebody.call(), somebody.who(), told.at(), how));
  }

  private void left(SlackHuddle told, Attendee who, Inside before) {
    if (before.told() != Told.NO) {
      tell(told, before.call(), told.at(), new Sighting.Left(who));
    }
  }

  private void room(SlackHuddle told, What.Room room) {
    @Nullable Held before = rooms.getIfPresent(room.call());
    rooms.put(room.call(), new Held(room.channel(), before != null && before.over()));
    if (room.began() || before == null) {
      tell(told, room.call(), room.since(), new Sighting.Began());
    }
    room.present().forEach(account -> present(told, room.call(), account));
    if (room.over().isPresent() && (before == null || !before.over())) {
      tell(told, room.call(), room.over().get(), new Sighting.Over());
      rooms.put(room.call(), new Held(room.channel(), true));
    }
  }

  /** Somebody whom the message in the channel names. */
  private void present(SlackHuddle told, String call, String account) {
    @Nullable Inside before = people.getIfPresent(account);
    if (before != null && before.call().equals(call)) {
      if (before.told() == Told.NO) {
        tell(told, call, before.since(), new Sighting.Joined(before.who()));
        people.put(account, new Inside(call, before.who(), before.since(), Told.WHOLE));
      }
      return;
    }
    Attendee who = new Attendee(account, account, account, null, account, null, null);
    tell(told, call, told.at(), new Sighting.Joined(who));
    people.put(account, new Inside(call, who, told.at(), Told.BY_ROOM));
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
