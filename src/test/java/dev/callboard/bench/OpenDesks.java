package dev.callboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Hundreds of pages that are told what is new, each read by a virtual thread of its own. */
final class OpenDesks implements AutoCloseable {

  private static final int SECONDS = 60;

  private final List<Stream> streams;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> reading = new ArrayList<>();
  private volatile Round round = new Round(new byte[] {0}, new long[0], new CountDownLatch(0));
  private volatile int eventBytes;

  /** What is waited for, and when each had it. */
  @SuppressWarnings("ArrayRecordComponent") // nothing compares them
  private record Round(byte[] cue, long[] times, CountDownLatch open) {}

  /** Opens them, one after the other; each was told how its class stands. */
  OpenDesks(int count, IntFunction<Visitor> reader, IntFunction<String> path) throws IOException {
    streams = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Stream stream = reader.apply(i).follows(path.apply(i));
      stream.next();
      streams.add(stream);
    }
    for (int i = 0; i < count; i++) {
      int number = i;
      reading.add(threads.submit(() -> read(number)));
    }
  }

  private Void read(int number) throws IOException {
    Stream stream = streams.get(number);
    while (true) {
      byte[] event = stream.next();
      long now = System.nanoTime();
      Round waited = round;
      if (waited.times.length > 0
          && waited.times[number] == 0
          && Stream.find(event, waited.cue, 0, event.length) >= 0) {
        waited.times[number] = now;
        eventBytes = event.length;
        waited.open.countDown();
      }
    }
  }

  /** Does what changes the classes. */
  @FunctionalInterface
  interface Change {
    void run() throws Exception;
  }

  /**
   * Milliseconds from the beginning of a change until each desk shows a text, sorted.
   *
   * @throws IOException when one does not show it within a minute
   */
  double[] change(String cue, Change change) throws Exception {
    int count = streams.size();
    Round next =
        new Round(cue.getBytes(StandardCharsets.UTF_8), new long[count], new CountDownLatch(count));
    round = next;
    long start = System.nanoTime();
    change.run();
    if (!next.open.await(SECONDS, TimeUnit.SECONDS)) {
      for (Future<?> one : reading) {
        if (one.isDone()) {
          one.get(); // says why it ended
        }
      }
      throw new IOException(next.open.getCount() + " desks do not show " + cue);
    }
    return Arrays.stream(next.times).mapToDouble(at -> (at - start) / 1e6).sorted().toArray();
  }

  /** How long the last event was. */
  int eventBytes() {
    return eventBytes;
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (Stream stream : streams) {
      stream.close();
    }
    threads.close();
  }
}
