package dev.callboard.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A reference measured beside something else: how long this machine takes to write a page and sync
 * it, asked fifty times a second until it is closed.
 */
final class DiskSync implements AutoCloseable {

  private static final int PAGE = 4096;
  private static final long EVERY_MILLIS = 20;

  private final Path file;
  private final FileChannel channel;
  private final List<Double> millis = new ArrayList<>();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  DiskSync(Path folder) throws IOException {
    file = Files.createTempFile(folder, "sync", ".bin");
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    var _ =
        thread.scheduleAtFixedRate(this::sync, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void sync() {
    long start = System.nanoTime();
    try {
      channel.write(ByteBuffer.allocate(PAGE));
      channel.force(true);
    } catch (IOException broken) {
      throw new IllegalStateException("the disk does not sync", broken);
    }
    millis.add((System.nanoTime() - start) / 1e6);
  }

  /** The milliseconds of all, sorted. Ends the measuring. */
  double[] end() throws IOException {
    close();
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public void close() throws IOException {
    thread.close();
    channel.close();
    Files.deleteIfExists(file);
  }
}
