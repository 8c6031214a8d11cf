import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A producer who comes to the desk by a link and reads the board, a class and its documents, so
 * that the first who does so after a start waits less.
 */
class Reading {

  /** So often that the JVM learns where the time goes, and not only which classes there are. */
  private static final int TIMES = 5;

  private static final List<String> BOARD = List.of("/desk", "/desk/-/me", "/desk/-/rows");

  /**
   * No pictures, PDF or Excel: what is learned here is loaded at every start, and with those an
   * idle server is larger by a fifth.
   */
  private static final List<String> OF_CLASS = List.of("", "/view", "/report", "/digest");

  private final HttpClient client;
  private final URI base;
  private final String desk;
  private final String token;

  /**
   * Follows a link.
   *
   * @param answer that has the link in it
   */
  Reading(HttpClient client, URI base, String answer) {
    this.client = client;
    this.base = base;
    this.desk = Visit.find(answer, "(/desk/[a-z0-9-]+)#in=");
    this.token = Visit.find(answer, "#in=([\\w-]+)");
  }

  void everything() throws IOException, InterruptedException {
    String cookie = enter();
    for (int i = 0; i < TIMES; i++) {
      for (String page : BOARD) {
        Visit.ask(client, request(page, cookie));
      }
      for (String page : OF_CLASS) {
        Visit.ask(client, request(desk + page, cookie));
      }
    }
    listen("/desk/-/rows/stream", cookie);
    listen(desk + "/stream", cookie);
  }

  private String enter() throws IOException, InterruptedException {
    HttpRequest enter =
        HttpRequest.newBuilder(base.resolve("/desk/-/in"))
            .header("Content-Type", "application/json")
            .header("Origin", base.toString())
            .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
            .build();
    HttpResponse<String> in = client.send(enter, BodyHandlers.ofString());
    return in.headers()
        .firstValue("set-cookie")
        .map(cookie -> cookie.replaceAll(";.*", ""))
        .orElseThrow(() -> new IllegalStateException("nobody was let in: " + in.body()));
  }

  private void listen(String stream, String cookie) throws IOException, InterruptedException {
    HttpRequest listening = request(stream, cookie).build();
    try (InputStream in = client.send(listening, BodyHandlers.ofInputStream()).body()) {
      if (in.read() < 0) {
        throw new IllegalStateException(stream + " told nothing");
      }
    }
  }

  private HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Cookie", cookie);
  }
}
