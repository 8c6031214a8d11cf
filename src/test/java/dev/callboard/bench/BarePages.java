package dev.callboard.bench;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** As many bytes as asked for, made once: what the desk's pages and streams are held against. */
final class BarePages {

  private long pushes;
  private byte[] pushed = {};

  void route(HttpRouting.Builder routing) {
    routing
        .get("/bytes/{count}", (request, response) -> response.send(bytes(request, "x")))
        .get("/stream", this::stream)
        .post("/push/{count}/{cue}", this::push);
  }

  private static byte[] bytes(ServerRequest request, String end) {
    int count = Integer.parseInt(request.path().pathParameters().get("count"));
    return (" ".repeat(count - end.length()) + end).getBytes(StandardCharsets.US_ASCII);
  }

  /** Tells all who listen. */
  private void push(ServerRequest request, ServerResponse response) {
    byte[] data = bytes(request, request.path().pathParameters().get("cue"));
    synchronized (this) {
      pushes++;
      pushed = data;
      notifyAll();
    }
    response.send("pushed");
  }

  private void stream(ServerRequest request, ServerResponse response) {
    response.header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    try (OutputStream out = response.outputStream()) {
      long told = write(out, -1);
      while (true) {
        told = write(out, told);
      }
    } catch (IOException | InterruptedException left) {
      throw new IllegalStateException("reader left", left);
    }
  }

  private long write(OutputStream out, long told) throws IOException, InterruptedException {
    byte[] data;
    long now;
    synchronized (this) {
      while (pushes == told) {
        wait();
      }
      now = pushes;
      data = pushed;
    }
    out.write(
        ("data: " + new String(data, StandardCharsets.US_ASCII) + "\n\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return now;
  }
}
