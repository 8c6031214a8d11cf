package dev.callboard.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often something took how long, for {@code /metrics}, by the values of one label. Those are
 * our own words alone: of foreign text there would be no end of series. Thread-safe.
 */
public final class Histogram {

  private static final Duration DAY = Duration.ofDays(1);

  private final String name;
  private final String help;
  private final String label;
  private final List<Duration> steps;
  private final Map<String, Times> times = new ConcurrentSkipListMap<>();

  /**
   * Makes one.
   *
   * @param name in Prometheus's form, such as {@code callboard_command_seconds}
   * @param help what it measures, in one line
   * @param label what its series are told apart by, such as {@code platform}
   * @param steps upper limits, ascending
   */
  public Histogram(String name, String help, String label, List<Duration> steps) {
    this.name = name;
    this.help = help;
    this.label = label;
    this.steps = List.copyOf(steps);
  }

  /**
   * Counts one.
   *
   * @param value of the label
   * @param took what is negative counts as nothing, and what is longer than a day as a day: then
   *     some clock is wrong, which must not spoil the sum
   */
  public void observe(String value, Duration took) {
    Duration most = took.compareTo(DAY) > 0 ? DAY : took;
    times
        .computeIfAbsent(value, _ -> new Times(steps))
        .add(most.isNegative() ? Duration.ZERO : most);
  }

  /** All of it in Prometheus's text form. */
  public void print(StringBuilder out) {
    out.append("# HELP %s %s\n".formatted(name, help));
    out.append("# TYPE %s histogram\n".formatted(name));
    times.forEach((value, spent) -> print(label + "=\"" + value + "\"", spent, out));
  }

  private void print(String series, Times spent, StringBuilder out) {
    for (int i = 0; i < steps.size(); i++) {
      String step = seconds(steps.get(i).toNanos());
      line(out, "_bucket{" + series + ",le=\"" + step + "\"}", spent.within.get(i).sum());
    }
    line(out, "_bucket{" + series + ",le=\"+Inf\"}", spent.count.sum());
    out.append(name).append("_sum{").append(series).append("} ");
    out.append(seconds(spent.nanos.sum())).append('\n');
    line(out, "_count{" + series + "}", spent.count.sum());
  }

  private void line(StringBuilder out, String rest, long value) {
    out.append(name).append(rest).append(' ').append(value).append('\n');
  }

  private static String seconds(long nanos) {
    return Double.toString(nanos / 1e9);
  }

  /** How often it took at most so long. */
  private static final class Times {
    private final List<Duration> steps;
    private final List<LongAdder> within;
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    Times(List<Duration> steps) {
      this.steps = steps;
      this.within = steps.stream().map(_ -> new LongAdder()).toList();
    }

    void add(Duration took) {
      for (int i = 0; i < steps.size(); i++) {
        if (took.compareTo(steps.get(i)) <= 0) {
          within.get(i).increment();
        }
      }
      nanos.add(took.toNanos());
      count.increment();
    }
  }
}
