package dev.callboard;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sets the JDK's logging up: one line a record on standard error, libraries only when they warn.
 */
final class Logging {

  /** Kept, for a logger nobody holds forgets its level. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("com.github.kagkarlsson"),
          Logger.getLogger("com.microsoft"),
          Logger.getLogger("com.slack"),
          Logger.getLogger("com.zaxxer"),
          Logger.getLogger("io.helidon"),
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("org.java_websocket"));

  private Logging() {}

  static void begin() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format",
        "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s: %5$s%6$s%n");
    LogManager.getLogManager().reset();
    Logger.getLogger("").addHandler(new ConsoleHandler());
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
