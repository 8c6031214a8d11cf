package dev.callboard.web;

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

  private static final int BUFFER = 8192;

  private final Patience patience;
  private final Duration time;

  Body(Patience patience, Duration time) {
    this.patience = patience;
    this.time = time;
  }

  /** The bytes; empty when there are more than the limit. */
  Optional<byte[]> read(ServerRequest request) {
    if (!request.content().hasEntity()) {
      return Optional.of(new byte[0]);
    }
    int expected = Math.clamp(request.headers().contentLength().orElse(BUFFER), 1, BUFFER);
    try (Patience.Wait _ = patience.grant(time);
        InputStream in = request.content().inputStream()) {
      return read(in, expected);
    } catch (IOException | UncheckedIOException broken) {
      throw new CloseConnectionException("request body: broken off (expected: all of it)", broken);
    }
  }

  private static Optional<byte[]> read(InputStream in, int expected) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(expected);
    byte[] buffer = new byte[expected];
    long total = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      if (total <= LIMIT) {
        kept.write(buffer, 0, read);
      }
    }
    return total > LIMIT ? Optional.empty() : Optional.of(kept.toByteArray());
  }
}
