package dev.callboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.Bell;
import dev.callboard.platform.Site;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.Await;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many pages somebody may have open, and what becomes of those that are too many. */
class PlacesTest {

  private static final int STREAMS = 20;
  private static final int CROWD = 80;
  private static final String SENTENCE =
      "This page has stopped: you have more than 20 open. Close some, or go on with this one.";

  private final List<Socket> pages = new ArrayList<>();
  private final Pages site = new Pages();
  private WebKit web;

  @BeforeEach
  void start() throws IOException {
    Duration heartbeat = Duration.ofSeconds(60); // so that only probing finds who left
    Limits limits =
        new Limits(
            1000, Duration.ofSeconds(5), 500, STREAMS, CROWD, heartbeat, Duration.ofSeconds(1));
    web = new WebKit(new EchoAdapter(), Optional.of(site), Optional::empty, List.of(), limits);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket page : pages) {
      page.close();
    }
    web.close();
  }

  /** Opens a page's stream, and reads the beginning of what comes. */
  private Socket opens(String reader) throws IOException {
    Socket page = web.open("GET /pages/" + reader + "/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    pages.add(page);
    assertThat(WebKit.readUntil(page.getInputStream(), "retry: 2000\n\n")).contains("200 OK");
    return page;
  }

  @Test
  void pageLoadedAgainAndAgain_getsItsStreamEachTime() throws IOException {
    Socket first = opens("priya");
    for (int reload = 0; reload < 40; reload++) {
      opens("priya").close();
    }
    Socket last = opens("priya");

    Await.until("the left ones to be found", () -> web.readers() <= STREAMS); // of the newest some
    site.tell("41");
    assertThat(WebKit.readUntil(last.getInputStream(), "41")).doesNotContain("crowded");
    assertThat(WebKit.readUntil(first.getInputStream(), "41")).doesNotContain("crowded");
  }

  @Test
  void morePagesThanAllowed_theOldestSayWhyTheyStop() throws IOException {
    List<Socket> all = new ArrayList<>();
    for (int page = 0; page < 30; page++) {
      all.add(opens("priya"));
    }
    for (Socket old : all.subList(0, 10)) {
      assertThat(WebKit.readUntil(old.getInputStream(), "}\n\n"))
          .contains("event: crowded\ndata: {\"problem\":\"" + SENTENCE + "\"}");
      assertThat(WebKit.readUntil(old.getInputStream(), "0\r\n\r\n")).hasSizeLessThan(20);
    }

    Await.until("ten to be closed", () -> web.readers() == STREAMS);
    site.tell("42");
    for (Socket young : all.subList(10, 30)) {
      assertThat(WebKit.readUntil(young.getInputStream(), "42")).doesNotContain("crowded");
    }
  }

  @Test
  void pagesOfOneReader_takeNobodyElsesPlaces() throws IOException {
    Socket ravi = opens("ravi");
    for (int page = 0; page < STREAMS + 1; page++) {
      opens("priya");
    }
    Await.until("one to be closed", () -> web.readers() == STREAMS + 1);
    site.tell("43");
    assertThat(WebKit.readUntil(ravi.getInputStream(), "43")).doesNotContain("crowded");
  }

  @Test
  void clientThatNeverReads_staysBounded() throws IOException {
    site.filling = "x".repeat(1_000_000);
    String ask = "GET /pages/mallory/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (int page = 0; page < 4 * CROWD; page++) {
      pages.add(web.open(ask));
      if (page % CROWD == 0) {
        site.tell(String.valueOf(page));
        assertThat(web.readers()).isLessThanOrEqualTo(CROWD);
      }
    }
    site.tell("last");
    Await.until("those who do not read to be dropped", () -> web.readers() <= STREAMS);
    site.filling = "";
    opens("ravi");
  }

  /** A site that tells all its pages the same, whose reader is named in the path. */
  private static final class Pages implements Site {
    private final Bell bell = new Bell();
    private volatile String filling = "";
    private volatile String last = "";

    @Override
    public String root() {
      return "/pages/";
    }

    @Override
    public WebhookResponse read(WebhookRequest request) {
      return WebhookResponse.text(404, "Nothing.\n");
    }

    @Override
    public Optional<Feed> follow(WebhookRequest request) {
      return Optional.of(new Told(request.path().split("/", -1)[2]));
    }

    private void tell(String what) {
      last = what;
      bell.ring();
    }

    /** What one page hears. */
    private final class Told implements Feed {
      private final String reader;
      private String told = last;
      private volatile boolean woken;

      Told(String reader) {
        this.reader = reader;
      }

      @Override
      public List<News> await(Duration patience) throws InterruptedException {
        long heard = bell.rings();
        if (told.equals(last) && !woken) {
          bell.await(heard, patience);
        }
        woken = false;
        if (told.equals(last)) {
          return List.of();
        }
        told = last;
        return List.of(new News("now", null, "\"" + filling + told + "\""));
      }

      @Override
      public String reader() {
        return reader;
      }

      @Override
      public void wake() {
        woken = true;
        bell.ring();
      }
    }
  }
}
