package dev.callboard.session.attendance;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class that was lived through second by second, and what its meeting told of it. Who was there
 * in which second is kept apart from all arithmetic on intervals.
 */
public final class LivedClass {

  public static final Instant START = Instant.parse("2026-11-24T14:00:00Z");
  public static final Instant END = START.plusSeconds(3_600);

  private static final int EARLY = 600;
  private static final int SECONDS = 4_800;
  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");
  private static final List<String> KEYS = List.of("amara", "ben", "chloe", "dev", "elena");

  private final Random random;
  private final Map<String, BitSet> there = new LinkedHashMap<>();
  private final List<Sighting> facts = new ArrayList<>();
  private final boolean oneEach;
  private int connections;

  private LivedClass(Random random, boolean oneEach) {
    this.random = random;
    this.oneEach = oneEach;
  }

  /** Every person has one device, and the meeting calls all of its comings by one connection. */
  public static LivedClass ofOneConnectionEach(Random random) {
    LivedClass lived = new LivedClass(random, true);
    KEYS.subList(0, 1 + random.nextInt(KEYS.size())).forEach(lived::device);
    return lived;
  }

  public static LivedClass of(Random random) {
    LivedClass lived = new LivedClass(random, false);
    for (String key : KEYS.subList(0, 1 + random.nextInt(KEYS.size()))) {
      for (int device = 0; device <= random.nextInt(2); device++) {
        lived.device(key);
      }
    }
    lived.bystander();
    return lived;
  }

  /** A guest of whom the meeting shows nothing but the name of somebody who never came. */
  private void bystander() {
    facts.add(joined("bystander", "bystander", null, "Femi Ade", at(random.nextInt(1_200))));
    facts.add(left("bystander", "bystander", null, "Femi Ade", at(1_200 + random.nextInt(2_400))));
  }

  /** Comes and goes some times; each stay may move between rooms. */
  private void device(String key) {
    int second = random.nextInt(1_200);
    for (int stay = 0; stay <= random.nextInt(3); stay++) {
      int length = 30 + random.nextInt(1_500);
      stay(key, second, Math.min(SECONDS, second + length));
      second += length + 5 + random.nextInt(600);
      if (second >= SECONDS) {
        return;
      }
    }
  }

  private void stay(String key, int from, int to) {
    String stay = oneEach ? key : "stay-" + connections;
    int begin = from;
    while (begin < to) {
      boolean moves = random.nextInt(3) == 0 && to - begin > 60;
      int end = moves ? begin + 30 + random.nextInt(to - begin - 30) : to;
      String connection = oneEach ? key : "c" + connections++;
      facts.add(joined(connection, stay, mail(key), key, at(begin)));
      facts.add(left(connection, stay, mail(key), key, at(end)));
      BitSet seconds = there.computeIfAbsent(key, _ -> new BitSet());
      seconds.set(begin, end);
      begin = end;
    }
  }

  private static String mail(String key) {
    return key + "@learners.example.com";
  }

  private static Instant at(int second) {
    return START.minusSeconds(EARLY).plusSeconds(second);
  }

  public static Sighting joined(
      String connection, String stay, @Nullable String mail, String name, Instant at) {
    return new Sighting(
        MEETING, "occurrence", at, new Sighting.Joined(who(connection, stay, mail, name)));
  }

  private static Sighting left(
      String connection, String stay, @Nullable String mail, String name, Instant at) {
    return new Sighting(
        MEETING, "occurrence", at, new Sighting.Left(who(connection, stay, mail, name)));
  }

  private static Attendee who(String connection, String stay, @Nullable String mail, String name) {
    return new Attendee(connection, stay, null, null, name, mail, null);
  }

  public List<Sighting> facts() {
    return facts;
  }

  Set<String> people() {
    return there.keySet();
  }

  /** How many of the class's seconds somebody was there, on any device, counted one by one. */
  int secondsInClass(String person) {
    BitSet seconds = there.getOrDefault(person, new BitSet());
    return seconds.get(EARLY, EARLY + 3_600).cardinality();
  }
}
