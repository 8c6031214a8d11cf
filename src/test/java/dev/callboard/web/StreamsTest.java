package dev.callboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.Await;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private static final String ASK =
      "GET /board/stream HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 41\r\n\r\n";

  private final Board board = new Board();
  private WebKit web;

  @BeforeEach
  void start() throws IOException {
    web = new WebKit(new EchoAdapter(), Optional.of(board), Optional::empty, List.of());
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void news_reachTheReaderAsTheyHappen() throws IOException {
    try (Socket reader = web.open(ASK)) {
      board.news.add(new Site.News("entry", "42", "{\"a\":1}"));
      String head = WebKit.readUntil(reader.getInputStream(), "{\"a\":1}\n\n");
      board.news.add(new Site.News("now", null, "{}"));
      String next = WebKit.readUntil(reader.getInputStream(), "{}\n\n");

      assertThat(head).contains("200").contains("text/event-stream").contains("no-store");
      assertThat(head).contains("id: 42\nevent: entry\ndata: {\"a\":1}\n\n");
      assertThat(next).contains("event: now\ndata: {}\n\n").doesNotContain("id:");
      assertThat(board.asked.header("last-event-id")).contains("41");
    }
  }

  @Test
  void quietStream_showsThatItLives() throws IOException {
    try (Socket reader = web.open(ASK)) {
      assertThat(WebKit.readUntil(reader.getInputStream(), ": still here\n\n")).contains("200");
    }
  }

  @Test
  void readerWithoutRight_isRefused() throws Exception {
    board.open = false;

    assertThat(web.get("/board/stream").statusCode()).isEqualTo(401);
  }

  @Test
  void moreReadersThanAllowed_areRefused() throws Exception {
    try (Socket one = web.open(ASK);
        Socket two = web.open(ASK)) {
      WebKit.readUntil(one.getInputStream(), "retry");
      WebKit.readUntil(two.getInputStream(), "retry");

      assertThat(web.get("/board/stream").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void readerThatDoesNotRead_isDropped() throws IOException {
    try (Socket reader = web.open(ASK)) {
      WebKit.readUntil(reader.getInputStream(), "retry");
      String big = "\"" + "x".repeat(1_000_000) + "\"";
      Await.until(
          "the reader to be dropped",
          () -> {
            if (board.news.size() < 8) {
              board.news.add(new Site.News("entry", "1", big));
            }
            return web.readers() == 0;
          });
    }
  }

  @Test
  void stop_endsStreams() throws IOException {
    try (Socket reader = web.open(ASK)) {
      WebKit.readUntil(reader.getInputStream(), "retry");

      web.close();

      assertThat(reader.getInputStream().readAllBytes()).hasSizeLessThan(100);
    }
  }

  @Test
  void page_isRead() throws Exception {
    assertThat(web.get("/board/session").body()).isEqualTo("{\"read\":\"/board/session\"}");
    assertThat(web.get("/").body()).contains("lobby.js").doesNotContain("{{");
  }

  /** A site whose news a test puts up. */
  private static final class Board implements Site {
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private volatile boolean open = true;
    private volatile WebhookRequest asked = new WebhookRequest("", "", "", Map.of(), new byte[0]);

    @Override
    public String root() {
      return "/board/";
    }

    @Override
    public WebhookResponse read(WebhookRequest request) {
      return WebhookResponse.json(200, "{\"read\":\"" + request.path() + "\"}");
    }

    @Override
    public Optional<Feed> follow(WebhookRequest request) {
      asked = request;
      return open ? Optional.of(this::next) : Optional.empty();
    }

    private List<News> next(Duration patience) throws InterruptedException {
      News item = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      return item == null ? List.of() : List.of(item);
    }
  }
}
