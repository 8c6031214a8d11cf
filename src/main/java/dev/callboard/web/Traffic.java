package dev.callboard.web;

import dev.callboard.platform.Histogram;
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
  private final Histogram times =
      new Histogram(
          "callboard_webhook_seconds",
          "Time from the last byte read to the answer.",
          "path",
          STEPS);

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
    times.observe(path, took);
  }

  /** All counts in Prometheus's text form. */
  void print(StringBuilder out) {
    out.append("# HELP callboard_webhooks_total Webhooks answered.\n");
    out.append("# TYPE callboard_webhooks_total counter\n");
    answers.forEach((answer, count) ->
        out.append(
            "callboard_webhooks_total{path=\"%s\",status=\"%dxx\"} %d\n"
                .formatted(answer.path(), answer.hundreds(), count.sum())));
    times.print(out);
  }
}
