package dev.callboard.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One connection, and when the first byte of an answer came over it. Cheap beside the server. */
final class Wire implements AutoCloseable {

  private static final int BUFFER = 32 * 1024;

  /** Longer than any goal, so that what never comes fails and does not hang. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final Map<String, String> headers = new HashMap<>();
  private String status = "";
  private long firstByte;
  private int left;
  private boolean chunked;
  private boolean over;

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), BUFFER);
  }

  /** Sends a whole request and reads the head of its answer. */
  void ask(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    in.mark(1);
    in.read();
    firstByte = System.nanoTime();
    in.reset();
    status = line();
    headers.clear();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      String name = header.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
      headers.put(name, header.substring(colon + 1).strip());
    }
    chunked = header("transfer-encoding").equals("chunked");
    left = chunked ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    over = false;
  }

  /** Such as {@code HTTP/1.1 200 OK}. */
  String status() {
    return status;
  }

  /** Empty when there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** By {@link System#nanoTime}. */
  long firstByte() {
    return firstByte;
  }

  /** What is there of the body, at least a byte; -1 at its end. */
  int read(byte[] into) throws IOException {
    if (chunked && left == 0 && !over) {
      left = Integer.parseInt(line().strip(), 16);
      if (left == 0) {
        line();
      }
    }
    if (left == 0) {
      over = true;
      return -1;
    }
    int count = in.read(into, 0, Math.min(into.length, left));
    if (count < 0) {
      throw new IOException("the server hung up");
    }
    left -= count;
    if (chunked && left == 0) {
      line();
    }
    return count;
  }

  byte[] body() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.max(32, left));
    byte[] some = new byte[BUFFER];
    for (int count = read(some); count >= 0; count = read(some)) {
      body.write(some, 0, count);
    }
    return body.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** A request that has no body. */
  static byte[] get(int port, String path, String cookie) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n\r\n"
        .formatted(path, port, cookie)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A request as a page of the server itself sends it. */
  static byte[] post(int port, String path, String json) {
    return ("""
    POST %s HTTP/1.1
    Host: 127.0.0.1:%d
    Origin: http://127.0.0.1:%d
    Content-Type: application/json
    Content-Length: %d

    """
                .formatted(path, port, port, json.length())
                .replace("\n", "\r\n")
            + json)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
