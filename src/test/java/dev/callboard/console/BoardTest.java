package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.session.Event.Started;
import dev.callboard.session.SessionId;
import dev.callboard.testing.Await;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose classes are on whose board, and what it says of them. */
class BoardTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Person MEI =
      new Person("slack", "T1", "U1", "Mei", "mei@people.example.org");
  private static final Person LENA = new Person("slack", "T1", "U9", "Lena", "Lena@example.com");

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");
  private final ClassesInMemory classes = new ClassesInMemory(LENA, NOON);
  private Plan plan;

  @BeforeEach
  void plan() throws IOException {
    Path plans = Files.createDirectories(folder.resolve("plans"));
    Path clients = Files.createDirectories(folder.resolve("clients"));
    String sample = Files.readString(Path.of("config/plans/onboarding-60.yaml"));
    Files.writeString(plans.resolve("a.yaml"), sample + "\nclient: acme\n");
    Files.writeString(clients.resolve("acme.yaml"), "title: Acme\nleads: [lena@example.com]\n");
    plan = new PlanFolder(plans, Set.of("page")).read("a").orElseThrow().usable().orElseThrow();
  }

  @Test
  void lead_seesAllClassesOfTheClientAndOthersTheirOwn() {
    classes.open("a-1", plan);
    classes.open("a-2", plan);
    Board board = board();

    assertThat(ids(board.of(LENA))).containsExactly("a-1", "a-2");
    assertThat(ids(board.of(MEI))).containsExactly("a-1", "a-2");
    Person learner = new Person("slack", "T1", "U2", "Adam", "adam@people.example.org");
    assertThat(board.of(learner).rows()).isEmpty();
    assertThat(board.of(new Person("slack", "T1", "U3", "Lena", null)).rows()).isEmpty();
  }

  @Test
  void lead_mayLookAtAClassAndDoesNothingInIt() {
    classes.open("a-1", plan);
    Visits visits = new Visits(classes);
    SessionId id = new SessionId("a-1");
    assertThat(visits.of(LENA, id).orElseThrow().role()).isEqualTo(Role.STRANGER);
    assertThat(visits.of(MEI, id).orElseThrow().key()).isEqualTo("mei");
    Person learner = new Person("slack", "T1", "U2", "Adam", "adam@people.example.org");
    assertThat(visits.of(learner, id)).isEmpty();
    assertThat(visits.of(MEI, new SessionId("none"))).isEmpty();
  }

  @Test
  void row_isTheSameObjectUntilSomethingChanges() {
    classes.open("a-1", plan);
    Board board = board();
    ObjectNode first = board.of(MEI).rows().getFirst();
    clock.advance(Duration.ofSeconds(15));
    assertThat(board.of(MEI).rows().getFirst()).isSameAs(first);
    classes.happens("a-1", new Started(), NOON.plusSeconds(20));
    Await.until("the change to be seen", () -> !board.of(MEI).rows().getFirst().equals(first));
    assertThat(board.of(MEI).rows().getFirst().path("state").asText()).isEqualTo("RUNNING");
  }

  @Test
  void whatIsWrong_isSaidWorstFirst() {
    classes.open("a-1", plan);
    Board board = board();
    assertThat(worries(board)).isEmpty();
    clock.advance(Duration.ofMinutes(9));
    assertThat(worries(board)).containsExactly("RED not started, 9 min late");
    classes.happens("a-1", new Started(), clock.instant());
    board = board();
    assertThat(worries(board)).containsExactly("RED 9 min behind");
    classes.undelivered = Map.of(new SessionId("a-1"), 2);
    board = board();
    assertThat(worries(board)).containsExactly("RED 9 min behind", "RED 2 undelivered");
    clock.advance(Duration.ofHours(2));
    assertThat(worries(board)).anyMatch(words -> words.startsWith("RED should have ended"));
  }

  @Test
  void manyClassesThatAreNotInMemory_areReadLookByLookAndTold() {
    classes.slow = Duration.ofMillis(40);
    for (int i = 0; i < 12; i++) {
      classes.open("a-" + i, plan);
    }
    Board board = board();
    Board.Now first = board.of(LENA);
    assertThat(first.rows()).isNotEmpty();
    assertThat(first.pending()).isPositive();
    assertThat(first.rows().size() + first.pending()).isEqualTo(12);
    Board.Now later = first;
    for (int i = 0; i < 12 && later.pending() > 0; i++) {
      later = board.of(LENA);
    }
    assertThat(later.pending()).isZero();
    assertThat(later.rows()).hasSize(12);
  }

  /** Else a feed would look for it without end, and never rest. */
  @Test
  void classThatIsListedAndNotThere_isNotWaitedFor() {
    classes.open("a-1", plan);
    classes.happens("a-2", new Started(), NOON); // of a log that lost its beginning

    Board.Now now = board().of(LENA);

    assertThat(ids(now)).containsExactly("a-1");
    assertThat(now.pending()).isZero();
  }

  @Test
  void classThatCannotBeRead_takesNoBoardDown() {
    classes.open("a-1", plan);
    classes.open("a-2", plan);
    classes.broken = Set.of(new SessionId("a-1"));
    Board board = board();

    assertThat(ids(board.of(LENA))).containsExactly("a-2");
    int reads = classes.reads;
    assertThat(board.of(LENA).pending()).isZero();
    assertThat(classes.reads).isEqualTo(reads);
  }

  @Test
  void look_readsNoClassThatDidNotChange() {
    classes.open("a-1", plan);
    classes.open("a-2", plan);
    Board board = board();
    board.of(LENA);
    int before = classes.reads;
    board.of(LENA);
    assertThat(classes.reads).isEqualTo(before);
  }

  @Test
  void feedThatIsToldOfSomethingAllTheTime_looksOnceASecondAllTheSame() throws Exception {
    classes.open("a-1", plan);
    AtomicInteger looks = new AtomicInteger();
    BoardFeed feed =
        new BoardFeed(
            "lena",
            () -> {
              looks.incrementAndGet();
              ObjectNode row =
                  JsonNodeFactory.instance.objectNode().put("id", "a").put("n", looks.get());
              return new Board.Now(
                  clock.instant(), 0, List.of(row), JsonNodeFactory.instance.objectNode());
            },
            () -> true);
    long begun = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      assertThat(feed.await(Duration.ofSeconds(15))).hasSize(1);
    }
    assertThat(looks).hasValue(3);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_900));
  }

  @Test
  void whatRowsHaveAlike_isToldOnceAndWhatIsNothingNotAtAll() {
    for (int i = 0; i < 200; i++) {
      classes.open("a-" + i, plan);
    }
    Board board = board();
    Await.until("all", () -> board.of(LENA).rows().size() == 200);
    Board.Now now = board.of(LENA);
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    RowPayload.tell(told, now.rows());

    assertThat(told.path("alike")).hasSize(1);
    assertThat(told.at("/alike/0/title").asText()).isEqualTo(plan.title());
    assertThat(told.at("/alike/0/clientTitle").asText()).isEqualTo("Acme");
    assertThat(told.at("/rows/7").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "state", "starts", "ends", "next", "expected", "as");
    for (int i = 0; i < 200; i++) {
      ObjectNode row = (ObjectNode) told.path("rows").path(i);
      ObjectNode whole = told.path("alike").path(row.path("as").asInt()).deepCopy();
      whole.setAll(row);
      whole.remove("as");
      assertThat((Object) whole).isEqualTo(now.rows().get(i));
    }
  }

  private Board board() {
    return new Board(
        classes, new Agenda(new NoPlans(), KnownWays.IN), new Losses(classes), KnownWays.IN, clock);
  }

  /** What is planned is not asked here. */
  private record NoPlans() implements Library {

    @Override
    public List<String> keys() {
      return List.of();
    }

    @Override
    public Optional<Reading> read(String key) {
      return Optional.empty();
    }

    @Override
    public Optional<Plan> alone(String key) {
      return Optional.empty();
    }

    @Override
    public Optional<String> text(String key) {
      return Optional.empty();
    }

    @Override
    public Reading tried(String key, String text) {
      throw new UnsupportedOperationException("no texts here");
    }
  }

  private static List<String> ids(Board.Now now) {
    return now.rows().stream().map(row -> row.path("id").asText()).toList();
  }

  private static List<String> worries(Board board) {
    return board
        .of(MEI)
        .rows()
        .getFirst()
        .path("worries")
        .valueStream()
        .map(worry -> worry.path("level").asText() + " " + worry.path("words").asText())
        .toList();
  }
}
