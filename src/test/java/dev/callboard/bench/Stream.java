package dev.callboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Server-sent events as they come in. For one thread. */
final class Stream implements AutoCloseable {

  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Wire wire;
  private final byte[] some = new byte[16 * 1024];
  private byte[] got = new byte[16 * 1024];
  private int length;
  private long firstData;

  Stream(Wire wire) {
    this.wire = wire;
  }

  /** The data of the next event that has any, such as JSON. */
  byte[] next() throws IOException {
    firstData = 0;
    int looked = 0;
    while (true) {
      if (firstData == 0 && find(DATA, 0, length) >= 0) {
        firstData = System.nanoTime();
      }
      int end = find(END, Math.max(0, looked - 1), length);
      if (end >= 0) {
        int data = find(DATA, 0, end);
        byte[] event = data < 0 ? null : Arrays.copyOfRange(got, data + DATA.length, end);
        length -= end + END.length;
        System.arraycopy(got, end + END.length, got, 0, length);
        looked = 0;
        if (event != null) {
          return event;
        }
      } else {
        looked = length;
        int count = wire.read(some);
        if (count < 0) {
          throw new IOException("the stream ended");
        }
        if (length + count > got.length) {
          got = Arrays.copyOf(got, 2 * (length + count));
        }
        System.arraycopy(some, 0, got, length, count);
        length += count;
      }
    }
  }

  /** When the first byte of the last event's data was there, by {@link System#nanoTime}. */
  long firstData() {
    return firstData;
  }

  private int find(byte[] text, int from, int to) {
    return find(got, text, from, to);
  }

  /** Where a text begins that ends before {@code to}; -1 when it is not there. */
  static int find(byte[] in, byte[] text, int from, int to) {
    for (int i = from; i <= to - text.length; i++) {
      if (in[i] == text[0] && Arrays.equals(in, i, i + text.length, text, 0, text.length)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
