package dev.callboard;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Carrier;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Door;
import dev.callboard.platform.Histogram;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.web.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is measured of classes, see {@code metrics.md}. Labels are names of our own platforms and
 * entrances alone. Thread-safe.
 */
final class Meters {

  private static final List<Duration> QUICK =
      Stream.of(5L, 10L, 20L, 50L, 100L, 250L, 500L, 1_000L, 3_000L)
          .map(Duration::ofMillis)
          .toList();
  private static final List<Duration> SLOW =
      Stream.of(100L, 500L, 1_000L, 2_000L, 5_000L, 15_000L, 60_000L, 300_000L, 1_800_000L)
          .map(Duration::ofMillis)
          .toList();

  private final Histogram commands =
      new Histogram(
          "callboard_command_seconds",
          "Time from a command read to its answer, all it caused on disk.",
          "entrance",
          QUICK);
  private final Histogram facts =
      new Histogram(
          "callboard_event_lag_seconds",
          "Time from what happened in a meeting to its being on disk.",
          "platform",
          SLOW);
  private final Histogram prompts =
      new Histogram(
          "callboard_prompt_lateness_seconds",
          "Time from when a prompt was due to its being handed to its platform.",
          "platform",
          SLOW);
  private final InstantSource clock;

  Meters(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The door, measured.
   *
   * @param entrance the platform, or the page, whose door it is
   */
  Door door(String entrance, Door door) {
    return inbound -> {
      long began = System.nanoTime();
      try {
        Reply reply = door.handle(inbound);
        if (inbound instanceof Inbound.Presence presence) {
          facts.observe(entrance, Duration.between(presence.sighting().at(), clock.instant()));
        }
        return reply;
      } finally {
        if (inbound instanceof Inbound.Command) {
          commands.observe(entrance, Duration.ofNanos(System.nanoTime() - began));
        }
      }
    };
  }

  /** The carrier, measured: how late messages are that were meant for a time. */
  Carrier carrier(Carrier carrier) {
    return new Carrier() {
      @Override
      public String platform() {
        return carrier.platform();
      }

      @Override
      public Receipt send(Dispatch dispatch) throws PlatformException {
        Instant now = clock.instant();
        Receipt receipt = carrier.send(dispatch);
        Instant meant = dispatch.change().terms().meant();
        if (meant != null && dispatch.change() instanceof Outgoing.Post) {
          prompts.observe(carrier.platform(), Duration.between(meant, now));
        }
        return receipt;
      }

      @Override
      public Pace pace() {
        return carrier.pace();
      }
    };
  }

  /** What was measured by now. */
  List<Metric> metrics() {
    return List.of(commands::print, facts::print, prompts::print);
  }

  /**
   * How much waits, by platform.
   *
   * @param platforms those that are on; what waits for another is told together
   */
  static Metric waiting(Set<String> platforms, Supplier<Map<String, Integer>> counts) {
    return out -> {
      Map<String, Integer> told = new TreeMap<>();
      platforms.forEach(platform -> told.put(platform, 0));
      counts
          .get()
          .forEach((platform, count) ->
              told.merge(platforms.contains(platform) ? platform : "off", count, Integer::sum));
      out.append("# HELP callboard_outbox_waiting Messages that wait to be sent, by platform.\n");
      out.append("# TYPE callboard_outbox_waiting gauge\n");
      told.forEach((platform, count) ->
          out.append("callboard_outbox_waiting{platform=\"%s\"} %d\n".formatted(platform, count)));
    };
  }
}
