package dev.callboard.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What is logged while this is open, as whoever runs Callboard reads it: its own lines, and those
 * of libraries from warnings on. Thread-safe.
 */
public final class LogLines implements AutoCloseable {

  private final Logger root = Logger.getLogger("");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler = new Keeper();

  private LogLines() {}

  public static LogLines keep() {
    LogLines kept = new LogLines();
    kept.root.addHandler(kept.handler);
    return kept;
  }

  /** Each line with the exception that goes with it, oldest first. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  public void clear() {
    lines.clear();
  }

  @Override
  public void close() {
    root.removeHandler(handler);
  }

  private final class Keeper extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      boolean own = String.valueOf(line.getLoggerName()).startsWith("dev.callboard");
      Level least = own ? Level.INFO : Level.WARNING;
      if (line.getLevel().intValue() >= least.intValue()) {
        lines.add(formatter.format(line));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
