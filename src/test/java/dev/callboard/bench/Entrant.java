package dev.callboard.bench;

import java.util.Arrays;
import java.util.List;

/** A server in the race: how fast it answered in each round, and what that cost it. */
final class Entrant {

  private final Child server;
  private final Load load;
  private final double[] perSecond;
  private final double[] micros;

  Entrant(Child server, int rounds) {
    this.server = server;
    load = new Load(server.port());
    perSecond = new double[rounds];
    micros = new double[rounds];
  }

  Load load() {
    return load;
  }

  Child server() {
    return server;
  }

  void run(int round, List<byte[]> requests) throws Exception {
    run(round, requests, Signed.ANSWER);
  }

  /** The same with another text in every answer. */
  void run(int round, List<byte[]> requests, String expected) throws Exception {
    double before = server.processorMicros();
    perSecond[round] = load.flood(requests, expected);
    micros[round] = (server.processorMicros() - before) / requests.size();
  }

  /** Answers a second, the median of the rounds. */
  double perSecond() {
    return median(perSecond);
  }

  /** Processor time an answer, the median of the rounds. */
  double micros() {
    return median(micros);
  }

  /** How often as fast as another, the median of the rounds that were run side by side. */
  double ratioTo(Entrant other) {
    double[] ratios = new double[perSecond.length];
    Arrays.setAll(ratios, round -> perSecond[round] / other.perSecond[round]);
    return median(ratios);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
