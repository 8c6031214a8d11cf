package dev.callboard.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends requests that were made before over a fixed number of connections, one at a time on each.
 * It looks at an answer's status and for one text in it, and at nothing else, so that it costs
 * little beside the server on the same machine.
 */
final class Load {

  private static final int CONNECTIONS = 128;

  private final int port;

  Load(int port) {
    this.port = port;
  }

  /** Sends one after the other; each answer has the text in it. */
  void inTurn(List<byte[]> requests, String expected) throws IOException {
    byte[] text = expected.getBytes(StandardCharsets.UTF_8);
    try (Connection connection = new Connection(port)) {
      for (byte[] request : requests) {
        connection.call(request, text);
      }
    }
  }

  /**
   * Sends all as fast as they are answered.
   *
   * @param expected a text that is in every answer
   * @return answers per second
   */
  double flood(List<byte[]> requests, String expected) throws Exception {
    byte[] text = expected.getBytes(StandardCharsets.UTF_8);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    run(connection -> {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        connection.call(requests.get(i), text);
      }
    });
    return requests.size() * 1e9 / (System.nanoTime() - start);
  }

  /**
   * Sends at a steady rate, whether or not earlier ones were answered.
   *
   * @return for each, the milliseconds from when it was due to its answer, sorted
   */
  double[] steady(List<byte[]> requests, int perSecond, String expected) throws Exception {
    byte[] text = expected.getBytes(StandardCharsets.UTF_8);
    AtomicInteger next = new AtomicInteger();
    double[] millis = new double[requests.size()];
    long start = System.nanoTime() + 50_000_000;
    run(connection -> {
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        long due = start + i * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        connection.call(requests.get(i), text);
        millis[i] = (System.nanoTime() - due) / 1e6;
      }
    });
    Arrays.sort(millis);
    return millis;
  }

  private interface Work {
    void on(Connection connection) throws IOException;
  }

  private void run(Work work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          IntStream.range(0, CONNECTIONS)
              .<Future<?>>mapToObj(_ ->
                  threads.submit(() -> {
                    try (Connection connection = new Connection(port)) {
                      work.on(connection);
                    }
                    return null;
                  }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** One kept-alive connection. */
  private static final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[4096];
    private final byte[] body = new byte[16 * 1024];

    Connection(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    void call(byte[] request, byte[] expected) throws IOException {
      socket.getOutputStream().write(request);
      String status = readLine();
      int length = 0;
      boolean chunked = false;
      for (String header = readLine(); !header.isEmpty(); header = readLine()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
        chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
      }
      length = chunked ? readChunks() : readBody(0, length);
      if (!status.startsWith("HTTP/1.1 200") || !hasText(length, expected)) {
        String answer = new String(body, 0, length, StandardCharsets.UTF_8);
        throw new IOException("answer: " + status + " " + answer + " (expected: another)");
      }
    }

    private int readBody(int from, int length) throws IOException {
      if (in.readNBytes(body, from, length) < length) {
        throw new IOException("the server hung up");
      }
      return length;
    }

    private int readChunks() throws IOException {
      int total = 0;
      for (int size = chunk(); size > 0; size = chunk()) {
        total += readBody(total, size);
        readLine();
      }
      readLine();
      return total;
    }

    private int chunk() throws IOException {
      return Integer.parseInt(readLine().strip(), 16);
    }

    private boolean hasText(int length, byte[] text) {
      for (int i = 0; i <= length - text.length; i++) {
        if (Arrays.equals(body, i, i + text.length, text, 0, text.length)) {
          return true;
        }
      }
      return false;
    }

    private String readLine() throws IOException {
      int length = 0;
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("the server hung up");
        }
        if (c != '\r' && length < line.length) {
          line[length++] = (byte) c;
        }
      }
      return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
