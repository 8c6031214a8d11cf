package dev.callboard.api;

import dev.callboard.api.Route.Asked;
import dev.callboard.platform.WebhookResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tables that programs bring, one at a time, for a large one takes memory and seconds; and
 * two at once could be of the same classes.
 */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Semaphore turn = new Semaphore(1);

  /** Makes something of a table. */
  @FunctionalInterface
  interface Taker {
    /**
     * The answer.
     *
     * @param ending of its name, which says what kind of file it is
     * @throws IOException when what it says cannot be kept
     */
    WebhookResponse take(Path file, String ending) throws IOException;
  }

  /**
   * Takes the body of a request.
   *
   * @param what it brings, such as {@code rosters}
   */
  WebhookResponse take(Asked asked, String what, Taker taker) {
    String ending = ending(asked);
    if (!turn.tryAcquire()) {
      throw Problem.of(429, "Another table is being taken. Try again in a few seconds.")
          .with("Retry-After", "5");
    }
    try {
      Path file = Files.createTempFile("callboard-table", ending);
      try {
        Files.write(file, asked.request().body());
        return taker.take(file, ending);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException unwritable) {
      LOG.error("{} of {} cannot be kept", what, asked.program(), unwritable);
      throw Problem.of(
          409,
          "The "
              + what
              + " cannot be kept among the plans. Whoever runs Callboard finds the reason in its"
              + " log; once it is mended, send them again.");
    } finally {
      turn.release();
    }
  }

  private static String ending(Asked asked) {
    return switch (Sent.type(asked.request())) {
      case "text/csv" -> ".csv";
      case XLSX -> ".xlsx";
      default ->
          throw Problem.of(
              415, "Send CSV as Content-Type: text/csv, or a workbook as " + XLSX + ".");
    };
  }
}
