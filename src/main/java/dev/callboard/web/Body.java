package dev.callboard.web;

import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** Reads the body of a request, within a limit of size and of time. */
final class Body {

  /** No platform sends more to a bot. */
  static final int LIMIT = 1024 * 1024;

  /**
   * What is read of a body that is too long before it is refused, so that an honest sender hears
   * the refusal instead of a broken connection; the server itself refuses what is longer still.
   */
  static final int READ_TO_REFUSE = 4 * LIMIT;

  /** The server itself refuses more, whoever would take it. */
  static final int LARGEST = 24 * LIMIT;

  /** So many times as long may it take to send what may be long. */
  private static final int LONG = 6;

  private static final int BUFFER = 8192;

  private final Patience patience;
  private final Duration time;

  Body(Patience patience, Duration time) {
    this.patience = patience;
    this.time = time;
  }

  /** The bytes; empty when there are more than the limit. */
  Optional<byte[]> read(ServerRequest request) {
    return read(request, LIMIT);
  }

  /**
   * The same, with another limit.
   *
   * @param limit how many bytes there may be
   * @throws HttpException when it is so long that it is not even read to refuse it
   */
  Optional<byte[]> read(ServerRequest request, int limit) {
    if (!request.content().hasEntity()) {
      return Optional.of(new byte[0]);
    }
    int expected = Math.clamp(request.headers().contentLength().orElse(BUFFER), 1, BUFFER);
    long most = most(limit);
    if (request.headers().contentLength().orElse(0) > most) {
      throw new HttpException("too long", Status.REQUEST_ENTITY_TOO_LARGE_413);
    }
    try (Patience.Wait _ = patience.grant(limit > LIMIT ? time.multipliedBy(LONG) : time);
        InputStream in = request.content().inputStream()) {
      return read(in, expected, limit);
    } catch (IOException | UncheckedIOException broken) {
      throw new CloseConnectionException("request body: broken off (expected: all of it)", broken);
    }
  }

  /** What is read at all, be it only to refuse it. */
  private static long most(int limit) {
    return Math.max(READ_TO_REFUSE, limit + limit / 4L);
  }

  private static Optional<byte[]> read(InputStream in, int expected, int limit) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(expected);
    byte[] buffer = new byte[expected];
    long total = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      if (total <= limit) {
        kept.write(buffer, 0, read);
      }
      if (total > most(limit)) {
        throw new IOException("body: longer than is read to refuse it");
      }
    }
    return total > limit ? Optional.empty() : Optional.of(kept.toByteArray());
  }
}
