package dev.callboard.report.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.callboard.plan.Paper;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Reader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Prints reports as PDF, one at a time, for one takes a processor and much memory. Who asks again
 * within the minute has the same print. Thread-safe.
 */
public final class Printing {

  private static final long PATIENCE_SECONDS = 10;
  private static final int KEPT_BYTES = 32 * 1024 * 1024;
  private static final Duration KEPT_FOR = Duration.ofMinutes(1);

  private final Semaphore turn = new Semaphore(1);
  private final Cache<Print, byte[]> kept =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .expireAfterWrite(KEPT_FOR) // also for whoever is forgotten meanwhile
          .weigher((Print _, byte[] bytes) -> bytes.length)
          .executor(Runnable::run)
          .build();

  /** What a print shows: nothing finer than minutes, and all that the log of a class says. */
  private record Print(String session, long seq, Reader reader, Paper paper, Instant minute) {}

  /**
   * A print; empty when others are still printed after ten seconds.
   *
   * @param seq of the newest event in the report
   */
  public Optional<byte[]> pdf(ClassReport report, long seq, Paper paper) {
    Print wanted =
        new Print(
            report.header().session(),
            seq,
            report.reader(),
            paper,
            report.header().asOf().truncatedTo(ChronoUnit.MINUTES));
    byte[] before = kept.getIfPresent(wanted);
    return before == null ? inTurn(report, wanted) : Optional.of(before);
  }

  private Optional<byte[]> inTurn(ClassReport report, Print wanted) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      byte[] meanwhile = kept.getIfPresent(wanted);
      byte[] print = meanwhile == null ? printed(report, wanted.paper()) : meanwhile;
      kept.put(wanted, print);
      return Optional.of(print);
    } finally {
      turn.release();
    }
  }

  private static byte[] printed(ClassReport report, Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Pdf.write(report, paper, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
