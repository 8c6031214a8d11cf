package dev.callboard.platform.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Site.Feed;
import dev.callboard.platform.Site.News;
import dev.callboard.platform.Vocabulary;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.platform.lobby.Guests.Guest;
import dev.callboard.platform.lobby.Guests.Show;
import dev.callboard.platform.lobby.NowPanel.Now;
import dev.callboard.testing.Cast;
import dev.callboard.testing.MemoryLobbyBook;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LobbyFeedTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private volatile List<Show> shows = Cast.guests().shows();
  private volatile Optional<Now> now = Optional.empty();
  private final LobbyAdapter adapter =
      new LobbyAdapter(
          LobbySettings.forHosts(Set.of()),
          new RecordingDoor(),
          new LobbyAdapter.Surroundings(
              () -> shows,
              new MemoryLobbyBook(),
              plan -> now,
              plan -> Optional.empty(),
              new Vocabulary(
                  List.of(new Vocabulary.Word("page", "page [NUMBER]", "Post", List.of(), true))),
              clock));
  private long entries;

  @Test
  void feed_tellsOnlyWhatThePersonMayRead() throws Exception {
    Feed learner = feed("ana", "after=0");
    Feed designer = feed("dee", "after=0");
    post("hybrid/backstage", new Audience.Team(), "Missing: 3");
    post("hybrid/class", new Audience.Learners(), "Page 12");
    post("onboarding/class", new Audience.Learners(), "Other class");

    assertThat(texts(learner.await(SOON))).contains("Page 12").doesNotContain("Missing", "Other");
    assertThat(texts(designer.await(SOON))).contains("Page 12", "Missing").doesNotContain("Other");
  }

  @Test
  void readerWhoComesBack_missesNothingAndHearsNothingTwice() throws Exception {
    post("hybrid/class", new Audience.Learners(), "one");
    post("hybrid/class", new Audience.Learners(), "two");
    List<News> heard = entries(feed("ana", "after=0").await(SOON));
    post("hybrid/class", new Audience.Learners(), "three");
    WebhookRequest back = request("ana", "after=0", heard.getFirst().id());

    List<News> rest = entries(adapter.site().follow(back).orElseThrow().await(SOON));

    assertThat(texts(rest)).contains("two", "three").doesNotContain("one");
    assertThat(rest).hasSize(2);
  }

  @Test
  void waitingFeed_wakesWhenSomethingIsSaid() throws Exception {
    Feed feed = feed("ana", "after=0");
    feed.await(Duration.ZERO);
    CompletableFuture<List<News>> heard =
        CompletableFuture.supplyAsync(() -> {
          try {
            return feed.await(Duration.ofMinutes(1));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });

    post("hybrid/class", new Audience.Learners(), "Page 12");

    assertThat(texts(heard.get(10, TimeUnit.SECONDS))).contains("Page 12");
  }

  @Test
  void panel_isTheTeamsAndToldWhenItChanges() throws Exception {
    Feed producer = feed("pat", "");
    Feed learner = feed("ana", "");
    now = Optional.of(panel("Welcome"));

    assertThat(texts(producer.await(SOON))).contains("Hybrid", "\"behind\":2");
    assertThat(texts(learner.await(Duration.ofSeconds(1)))).doesNotContain("Hybrid");
    assertThat(producer.await(Duration.ofSeconds(1))).isEmpty();
    now = Optional.empty();
    assertThat(texts(producer.await(SOON))).isEqualTo("[{\"clock\":\"2026-11-24T14:12:00Z\"}]");
  }

  @Test
  void whoLeavesTheTeam_stopsHearingItAtOnce() throws Exception {
    Feed feed = feed("pat", "after=0");
    shows =
        List.of(
            new Show(
                "hybrid",
                "Hybrid",
                shows.getFirst().zone(),
                List.of(new Guest("pat", "Pat", "learner", false, null))));
    post("hybrid/backstage", new Audience.Team(), "Missing: 3");

    assertThat(texts(feed.await(Duration.ofSeconds(1)))).doesNotContain("Missing");
    shows = List.of();
    assertThat(feed.await(SOON)).containsExactly(new News("gone", null, "{}"));
  }

  @Test
  void pageOutOfSight_mayAskNowAndThen() throws Exception {
    post("hybrid/class", new Audience.Learners(), "Page 12");
    String query = "token=" + token("ana") + "&after=0";

    WebhookResponse answer = adapter.site().read(LobbyKit.get("/lobby/news", query));
    WebhookResponse refused = adapter.site().read(LobbyKit.get("/lobby/news", "token=x.y"));

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("[{").contains("12");
    assertThat(refused.status()).isEqualTo(401);
  }

  @Test
  void strangersPage_readsAndHearsNothing() {
    Map<String, List<String>> foreign =
        Map.of("host", List.of("localhost"), "origin", List.of("https://evil.example"));
    WebhookRequest session = LobbyKit.with(LobbyKit.get("/lobby/session", ""), foreign);
    WebhookRequest stream =
        LobbyKit.with(LobbyKit.get("/lobby/stream", "token=" + token("fay")), foreign);

    assertThat(adapter.site().read(session).status()).isEqualTo(403);
    assertThat(adapter.site().follow(stream)).isEmpty();
    assertThat(adapter.site().follow(LobbyKit.get("/lobby/stream", "token=abc"))).isEmpty();
    clock.advance(Duration.ofHours(12));
    assertThat(adapter.site().follow(LobbyKit.get("/lobby/stream", "token=" + stale()))).isEmpty();
  }

  @Test
  void firstVisit_isTheProducersOfTheFirstPlan() {
    String session = session("");

    assertThat(session).contains("\"you\":{\"key\":\"pat\"").contains("\"plan\":\"hybrid\"");
    assertThat(session).contains("page [NUMBER]");
    assertThat(session("plan=hybrid&person=ana")).doesNotContain("page [NUMBER]");
    assertThat(session("plan=onboarding")).contains("\"you\":{\"key\":\"pia\"");
    assertThat(session("plan=%ZZ&person=nobody")).contains("\"you\":{\"key\":\"pat\"");
  }

  @Test
  void lobbyWithoutPlans_hasNobody() {
    shows = List.of();

    assertThat(session("")).contains("\"plans\":[]").doesNotContain("you", "token");
  }

  private Feed feed(String person, String query) {
    return adapter.site().follow(request(person, query, null)).orElseThrow();
  }

  private WebhookRequest request(String person, String query, @Nullable String lastEventId) {
    WebhookRequest request = LobbyKit.get("/lobby/stream", query + "&token=" + token(person));
    return lastEventId == null
        ? request
        : LobbyKit.with(
            request, Map.of("host", List.of("localhost"), "last-event-id", List.of(lastEventId)));
  }

  private String token(String person) {
    Matcher token =
        Pattern.compile("\"token\":\"([^\"]+)\"").matcher(session("plan=hybrid&person=" + person));
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private String stale() {
    String token = token("fay");
    clock.advance(Duration.ofHours(12));
    return token;
  }

  private String session(String query) {
    WebhookRequest request = LobbyKit.get("/lobby/session", query);
    return new String(adapter.site().read(request).body(), StandardCharsets.UTF_8);
  }

  private void post(String place, Audience audience, String text) throws PlatformException {
    Destination room = new Destination.Room(new Place("lobby", "local", place));
    Message message = new Message(audience, Content.text(text));
    adapter.send(new Dispatch(++entries, new Outgoing.Post("k" + entries, room, message), null));
  }

  private Now panel(String segment) {
    return new Now(
        "Hybrid",
        NowPanel.State.RUNNING,
        null,
        clock.instant().plusSeconds(3600),
        Duration.ofSeconds(119),
        new NowPanel.Stretch(segment, clock.instant(), clock.instant().plusSeconds(300)),
        "Poll 1",
        new NowPanel.Presence(2, List.of("Ana"), List.of(), List.of("Liam"), List.of()));
  }

  private static List<News> entries(List<News> news) {
    return news.stream().filter(item -> item.event().equals("entry")).toList();
  }

  private static String texts(List<News> news) {
    return news.stream().map(News::json).toList().toString();
  }
}
