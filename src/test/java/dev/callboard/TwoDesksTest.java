package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.DeskCaller.Answer;
import dev.callboard.DeskCaller.Listener;
import dev.callboard.testing.Await;
import dev.callboard.testing.Postgres;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk of one class at two servers, which have nothing in common but their PostgreSQL. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoDesksTest {

  private static final String CLASS = "hybrid-meetings-1124";
  private static final String VIEW = "desk/" + CLASS + "/view";
  private static final String STREAM = "desk/" + CLASS + "/stream";

  /** A look at the database every half second, and the way. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final SettableClock clock = LobbyServer.clockOfTheDay();
  private LobbyServer one;
  private LobbyServer two;
  private LobbyCaller priya;

  @BeforeEach
  void openClassAtOne() throws Exception {
    String database = Postgres.freshDatabase();
    one = new LobbyServer(database, clock);
    two = new LobbyServer(database, clock);
    priya = new LobbyCaller(one.url(), "hybrid-meetings", "priya");
    assertThat(priya.types("open hybrid-meetings")).startsWith("Opened");
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void cookieOfOneServer_isGoodAtTheOtherUntilItIsGivenBackAtEither() throws Exception {
    DeskCaller desk = signedIn(priya, one);
    DeskCaller other = desk.at(two.url());

    Answer me = other.gets("desk/-/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().path("name").asText()).isEqualTo("Priya Nair");
    Answer view = other.gets(VIEW);
    assertThat(view.status()).isEqualTo(200);
    assertThat(view.body().at("/you/role").asText()).isEqualTo("producer");
    assertThat(view.body().at("/desk/view/state").asText()).isEqualTo("OPEN");
    assertThat(other.types(CLASS, "start").raw()).contains("Started 2 min early");
    assertThat(desk.gets(VIEW).body().at("/desk/view/state").asText()).isEqualTo("RUNNING");

    assertThat(other.posts("desk/-/out", "{}").status()).isEqualTo(200);
    assertThat(desk.gets(VIEW).status()).isEqualTo(401);
    assertThat(other.gets(VIEW).status()).isEqualTo(401);
  }

  @Test
  void linkMadeAtOneServer_opensEitherAndIsUsedUpAtBoth() throws Exception {
    String token = DeskCaller.token(priya.typesForLink("desk"));
    assertThat(new DeskCaller(two.url()).enters(token).status()).isEqualTo(200);
    for (LobbyServer server : List.of(one, two)) {
      Answer again = new DeskCaller(server.url()).enters(token);
      assertThat(again.status()).isEqualTo(401);
      assertThat(again.problem()).startsWith("This link was used before.");
    }
  }

  @Test
  void linkShownAtBothServersAtOnce_letsOneIn() throws Exception {
    for (int round = 0; round < 10; round++) {
      String token = DeskCaller.token(priya.typesForLink("desk"));
      List<Answer> both =
          together(
              () -> new DeskCaller(one.url()).enters(token),
              () -> new DeskCaller(two.url()).enters(token));
      assertThat(both).extracting(Answer::status).containsExactlyInAnyOrder(200, 401);
    }
  }

  @Test
  void commandAtOneServer_reachesAnOpenDeskOfTheOtherWithinALook() throws Exception {
    DeskCaller desk = signedIn(priya, one);
    desk.types(CLASS, "start");
    List<Duration> delays = new ArrayList<>();
    try (Listener listener = desk.at(two.url()).listens(STREAM)) {
      await(listener, view -> view.path("state").asText().equals("RUNNING"));
      for (int page = 1; page <= 9; page++) {
        String what = "Page " + page;
        desk.types(CLASS, "page " + page);
        long said = System.nanoTime();
        await(listener, view -> posts(view).contains(what));
        delays.add(Duration.ofNanos(System.nanoTime() - said));
      }
    }
    List<Duration> sorted = delays.stream().sorted().toList();
    System.out.println("desk at the other server told after " + sorted);
    assertThat(sorted.get(sorted.size() / 2)).isLessThan(SOON);
  }

  @Test
  void deskThatLostItsLine_findsAllThatWasSaidMeanwhileAtEitherServer() throws Exception {
    DeskCaller desk = signedIn(priya, one);
    DeskCaller far = desk.at(two.url());
    desk.types(CLASS, "start");
    try (Listener listener = far.listens(STREAM)) {
      await(listener, view -> view.path("state").asText().equals("RUNNING"));
    }
    for (int page = 1; page <= 3; page++) {
      desk.types(CLASS, "page " + page);
    }
    far.types(CLASS, "note designer: said at the other server");
    desk.types(CLASS, "next");

    int page = 10;
    for (DeskCaller again : List.of(far, desk)) {
      try (Listener listener = again.listens(STREAM)) {
        await(
            listener,
            view ->
                posts(view).containsAll(List.of("Page 1", "Page 2", "Page 3"))
                    && view.toString().contains("said at the other server")
                    && view.path("current").asText().equals("poll-1"));
        for (DeskCaller either : List.of(desk, far)) {
          String what = "age " + page++;
          either.types(CLASS, "p" + what);
          await(listener, view -> posts(view).contains("P" + what));
        }
      }
    }
  }

  @Test
  void nextPressedAtBothServersAtOnce_goesOnOnceAndTellsBoth() throws Exception {
    DeskCaller first = signedIn(priya, one);
    DeskCaller second = signedIn(new LobbyCaller(two.url(), "hybrid-meetings", "ravi"), two);
    first.types(CLASS, "start");
    List<String> order = order(first);
    try (Listener near = first.listens(STREAM);
        Listener far = second.listens(STREAM)) {
      for (int i = 0; i < 5; i++) {
        String from = order.get(i);
        String to = order.get(i + 1);
        List<Answer> both =
            together(
                () -> first.types(CLASS, "next from " + from),
                () -> second.types(CLASS, "next from " + from));

        assertThat(both).allMatch(answer -> answer.status() == 200);
        assertThat(both).allMatch(answer -> answer.body().path("reply").asText().equals("tell"));
        assertThat(both)
            .filteredOn(answer -> answer.raw().contains("already, so I did not go further"))
            .hasSize(1);
        await(near, view -> view.path("current").asText().equals(to));
        await(far, view -> view.path("current").asText().equals(to));
      }
    }
    assertThat(current(first)).isEqualTo(order.get(5));
    assertThat(current(second)).isEqualTo(order.get(5));
  }

  @Test
  void samePressSentToBothServers_isDoneOnce() throws Exception {
    DeskCaller desk = signedIn(priya, one);
    DeskCaller other = desk.at(two.url());
    desk.types(CLASS, "start");
    List<String> order = order(desk);
    List<Answer> both =
        together(
            () -> desk.types(CLASS, "0b7e9f9a-same-press", "next"),
            () -> other.types(CLASS, "0b7e9f9a-same-press", "next"));

    assertThat(both)
        .extracting(answer -> answer.body().path("reply").asText())
        .containsExactlyInAnyOrder("tell", "quiet");
    for (DeskCaller each : List.of(desk, other)) {
      Await.until("both servers to know", () -> isAt(each, order.get(1)));
    }
    assertThat(current(desk)).isEqualTo(order.get(1));
  }

  /** Signs in with a link that the caller asks for, at a server. */
  private static DeskCaller signedIn(LobbyCaller caller, LobbyServer server) throws Exception {
    DeskCaller desk = new DeskCaller(server.url());
    assertThat(desk.enters(DeskCaller.token(caller.typesForLink("desk"))).status()).isEqualTo(200);
    return desk;
  }

  /** Listens until a view is so; that a line ends before is a failure. */
  private static void await(Listener listener, Predicate<JsonNode> wanted) throws Exception {
    Optional<JsonNode> told = listener.next();
    while (!wanted.test(told.orElseThrow().path("view"))) {
      told = listener.next();
    }
  }

  private static List<String> posts(JsonNode view) {
    return view.path("posts").valueStream().map(post -> post.path("what").asText()).toList();
  }

  private static List<String> order(DeskCaller desk) throws Exception {
    JsonNode slots = desk.gets(VIEW).body().at("/desk/view/slots");
    return slots.valueStream().map(slot -> slot.path("key").asText()).toList();
  }

  private static boolean isAt(DeskCaller desk, String segment) {
    try {
      return current(desk).equals(segment);
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static String current(DeskCaller desk) throws Exception {
    return desk.gets(VIEW).body().at("/desk/view/current").asText();
  }

  private static List<Answer> together(Callable<Answer> left, Callable<Answer> right)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> both =
          List.of(left, right).stream()
              .map(call ->
                  threads.submit(() -> {
                    barrier.await();
                    return call.call();
                  }))
              .toList();
      return List.of(both.getFirst().get(), both.getLast().get());
    }
  }
}
