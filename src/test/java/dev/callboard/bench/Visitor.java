package dev.callboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who typed {@code desk} in a chat and opened its link, as people do.
 *
 * @param session the class that the link leads to; empty for the board
 * @param cookie that the server gave them
 */
record Visitor(int port, String session, String cookie) {

  /** JSON may say its equals sign by number. */
  private static final Pattern LINK =
      Pattern.compile("/desk(?:/([a-z0-9-]+))?#in(?:=|\\\\u003d)([A-Za-z0-9_-]+)");

  /** An answer, with the milliseconds until its first byte and until its last. */
  @SuppressWarnings("ArrayRecordComponent") // nothing compares them
  record Answer(double first, double whole, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Lets a Slack account in by the link that is for it alone. */
  static Visitor enters(int port, String team, String channel, String user) throws IOException {
    try (Wire wire = new Wire(port)) {
      wire.ask(Signed.command(team, channel, user, "desk"));
      String said = new String(wire.body(), StandardCharsets.UTF_8);
      Matcher link = LINK.matcher(said);
      if (!link.find()) {
        throw new IOException("desk: " + wire.status() + " " + said + " (expected: a link)");
      }
      wire.ask(Wire.post(port, "/desk/-/in", "{\"token\":\"" + link.group(2) + "\"}"));
      String answer = new String(wire.body(), StandardCharsets.UTF_8);
      String cookie = wire.header("set-cookie").replaceAll(";.*", "");
      if (!wire.status().startsWith("HTTP/1.1 200") || cookie.isEmpty()) {
        throw new IOException("in: " + wire.status() + " " + answer + " (expected: signed in)");
      }
      return new Visitor(port, link.group(1) == null ? "" : link.group(1), cookie);
    }
  }

  /** The same person at another class that they may see. */
  Visitor at(String other) {
    return new Visitor(port, other, cookie);
  }

  /**
   * Loads something on a connection of its own.
   *
   * @param expected a text that must be in it
   */
  Answer gets(String path, String expected) throws IOException {
    try (Wire wire = new Wire(port)) {
      long start = System.nanoTime();
      wire.ask(Wire.get(port, path, cookie));
      byte[] body = wire.body();
      Answer answer =
          new Answer((wire.firstByte() - start) / 1e6, (System.nanoTime() - start) / 1e6, body);
      check(wire.status(), path, answer.text(), expected);
      return answer;
    }
  }

  /** Opens a stream and reads its first event. */
  Stream follows(String path) throws IOException {
    Wire wire = new Wire(port);
    wire.ask(Wire.get(port, path, cookie));
    if (!wire.status().startsWith("HTTP/1.1 200")) {
      String said = new String(wire.body(), StandardCharsets.UTF_8);
      wire.close();
      throw new IOException(path + ": " + wire.status() + " " + said + " (expected: a stream)");
    }
    return new Stream(wire);
  }

  private static void check(String status, String path, String said, String expected)
      throws IOException {
    if (!status.startsWith("HTTP/1.1 200") || !said.contains(expected)) {
      String begin = said.substring(0, Math.min(500, said.length()));
      throw new IOException(
          path + ": " + status + " " + begin + " (expected: 200, " + expected + ")");
    }
  }
}
