package dev.callboard.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts webhooks by their path: answers by class of status, and how long they took. */
final class Traffic {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(5),
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));

  private final Map<Answer, LongAdder> answers = new ConcurrentSkipListMap<>();
  private final Map<String, Times> times = new ConcurrentSkipListMap<>();

  /**
   * What is counted together.
   *
   * @param hundreds the class of its status: 2 of 200
   */
  private record Answer(String path, int hundreds) implements Comparable<Answer> {
    @Override
    public int compareTo(Answer other) {
      int paths = path.compareTo(other.path);
      return paths == 0 ? Integer.compare(hundreds, other.hundreds) : paths;
    }
  }

  void count(String path, int status, Duration took) {
    answers.computeIfAbsent(new Answer(path, status / 100), key -> new LongAdder()).increment();
    times.computeIfAbsent(path, key -> new Times()).add(took);
  }

  /** All counts in Prometheus's text form. */
  void print(StringBuilder out) {
    out.append("# HELP callboard_webhooks_total Webhooks answered.\n");
    out.append("# TYPE callboard_webhooks_total counter\n");
    answers.forEach((answer, count) ->
        out.append(
            "callboard_webhooks_total{path=\"%s\",status=\"%dxx\"} %d\n"
                .formatted(answer.path(), answer.hundreds(), count.sum())));
    out.append("# HELP callboard_webhook_seconds Time from the last byte read to the answer.\n");
    out.append("# TYPE callboard_webhook_seconds histogram\n");
    times.forEach((path, spent) -> spent.print(path, out));
  }

  /** How often it took at most so long. */
  private static final class Times {
    private final List<LongAdder> within = STEPS.stream().map(step -> new LongAdder()).toList();
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(Duration took) {
      for (int i = 0; i < STEPS.size(); i++) {
        if (took.compareTo(STEPS.get(i)) <= 0) {
          within.get(i).increment();
        }
      }
      nanos.add(took.toNanos());
      count.increment();
    }

    void print(String path, StringBuilder out) {
      String name = "callboard_webhook_seconds";
      for (int i = 0; i < STEPS.size(); i++) {
        String step = seconds(STEPS.get(i).toNanos());
        line(out, name + "_bucket{path=\"" + path + "\",le=\"" + step + "\"}", within.get(i).sum());
      }
      line(out, name + "_bucket{path=\"" + path + "\",le=\"+Inf\"}", count.sum());
      out.append(name).append("_sum{path=\"").append(path).append("\"} ");
      out.append(seconds(nanos.sum())).append('\n');
      line(out, name + "_count{path=\"" + path + "\"}", count.sum());
    }

    private static void line(StringBuilder out, String name, long value) {
      out.append(name).append(' ').append(value).append('\n');
    }

    private static String seconds(long nanos) {
      return Double.toString(nanos / 1e9);
    }
  }
}
