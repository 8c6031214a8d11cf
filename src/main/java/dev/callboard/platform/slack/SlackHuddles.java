package dev.callboard.platform.slack;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Person;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import dev.callboard.platform.slack.SlackHuddle.What;
import dev.callboard.platform.slack.SlackHuddle.What.Somebody;
import dev.callboard.platform.slack.SlackListeners.HouseFailedException;
import dev.callboard.platform.slack.SlackMemory.Held;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Huddles as meetings of their channel. One signal of Slack's names people and huddle but no
 * channel, the other the channel but few people; here they are put together, in whichever order
 * they come. A leave names no huddle at all: which it was is remembered, or asked of the classes.
 * Thread-safe.
 */
final class SlackHuddles {

  private static final Logger LOG = LoggerFactory.getLogger(SlackHuddles.class);

  private final Door door;
  private final SlackMemory memory;
  private final SlackPeople directory;
  private final InstantSource clock;

  SlackHuddles(Door door, SlackMemory memory, SlackPeople directory, InstantSource clock) {
    this.door = door;
    this.memory = memory;
    this.directory = directory;
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
          try {
            switch (told.what()) {
              case Somebody somebody -> somebody(told, somebody);
              case What.Room room -> room(told, room);
            }
          } catch (HouseFailedException failure) {
            throw failure;
          } catch (RuntimeException failure) { // a class could not be asked
            throw new HouseFailedException(told.event(), failure);
          }
          return true;
        })
        .orElse(false);
  }

  private void somebody(SlackHuddle told, Somebody somebody) {
    String account = somebody.who().connection();
    @Nullable SlackInside before = memory.before(told.tenant(), account, somebody.call());
    if (before != null && before.leavesLate(somebody)) {
      tell(told, before.vanished(), told.at(), new Sighting.Left(somebody.who()));
      before = before.settled();
      memory.put(account, before);
    }
    boolean back = before != null && before.takenBack(somebody, told.at());
    if (before != null && !back && before.overtakes(told.at())) {
      return;
    }
    Instant since = told.at();
    if (before != null && (before.in(somebody.call()) || back)) {
      since = back && told.at().isAfter(before.since()) ? told.at() : before.since();
    } else if (before != null && before.told()) {
      tell(told, before.call(), told.at(), new Sighting.Left(somebody.who()));
    }
    SlackInside inside = SlackInside.of(somebody, since);
    memory.put(account, inside);
    if (!somebody.call().isBlank()) {
      joined(told, account, inside);
    }
  }

  /**
   * Tells that somebody is inside, and tells it again each time Slack does, which is every few
   * minutes: the class may have been opened since, or the channel heard of. It is one fact.
   */
  private void joined(SlackHuddle told, String account, SlackInside inside) {
    if (memory.room(told.tenant(), inside.call()) == null) {
      LOG.info("{}: a huddle whose channel is not known, or not Callboard's", told.event());
      return;
    }
    tell(told, inside.call(), inside.since(), new Sighting.Joined(inside.who()));
    memory.put(account, inside.known());
  }

  private void room(SlackHuddle told, What.Room room) {
    @Nullable Held before = memory.heard(room.call());
    memory.put(room.call(), new Held(room.channel(), before != null && before.over()));
    if (room.began() || before == null) {
      tell(told, room.call(), room.since(), new Sighting.Began());
    }
    directory
        .people(told.tenant(), unheard(room.present()))
        .forEach(person -> present(told, room.call(), attendee(person)));
    room.present().stream()
        .map(memory::person)
        .filter(Objects::nonNull)
        .forEach(known -> present(told, room.call(), known.who()));
    if (before == null) {
      memory.people().forEach((account, inside) -> waiting(told, room.call(), account, inside));
    }
    if (room.over().isPresent() && (before == null || !before.over())) {
      Instant over = room.over().get();
      ever(told, room, over);
      tell(told, room.call(), over, new Sighting.Over());
      memory.put(room.call(), new Held(room.channel(), true));
    }
  }

  /**
   * Everybody who ever was in the huddle, by its own record, which tells no times. Whoever shows no
   * state while in a huddle, as people can choose, is known from it alone. The class keeps it only
   * of people of whom it knows nothing else, and gives no minutes for it: to count them till the
   * end because they were there at some time would credit whoever looked in for a second.
   */
  private void ever(SlackHuddle told, What.Room room, Instant over) {
    for (Person person : directory.people(told.tenant(), unheard(room.ever()))) {
      tell(told, room.call(), over, new Sighting.Named(attendee(person)));
    }
  }

  /** Those of whom no state was heard; the others told it themselves. */
  private List<String> unheard(List<String> accounts) {
    return accounts.stream().filter(account -> memory.person(account) == null).toList();
  }

  private static Attendee attendee(Person person) {
    String id = person.id();
    return new Attendee(id, id, id, null, person.name(), person.email(), null);
  }

  /** Somebody who was there before the channel was known. */
  private void waiting(SlackHuddle told, String call, String account, SlackInside inside) {
    if (!inside.told() && inside.in(call)) {
      joined(told, account, inside);
    }
  }

  /** Somebody whom the message in the channel names. */
  private void present(SlackHuddle told, String call, Attendee who) {
    String account = who.connection();
    @Nullable SlackInside before = memory.before(told.tenant(), account, call);
    if (before == null || before.comes(call, told.at())) {
      joined(told, account, new SlackInside(call, who, told.at(), null, false, ""));
    }
  }

  /**
   * Somebody is there no longer of whom no leave was told.
   *
   * @param inside as they were remembered
   * @param at when they were there last
   */
  void vanished(String tenant, SlackInside inside, Instant at) {
    SlackHuddle found =
        new SlackHuddle(
            "gone/" + at.toEpochMilli(), tenant, at, new Somebody(inside.who(), "", null));
    tell(found, inside.call(), at, new Sighting.Gone(inside.who()));
  }

  private void tell(SlackHuddle told, String call, Instant at, Sighting.What what) {
    @Nullable Held held = memory.room(told.tenant(), call);
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
      case Sighting.Gone gone -> "gone/" + gone.who().connection();
      case Sighting.Named named -> "named/" + named.who().connection();
      default -> what.getClass().getSimpleName();
    };
  }
}
