package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.session.Event.Ended;
import dev.callboard.testing.Await;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is planned and not opened yet, on whose board, and what is said of it. */
class AgendaTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final Person LENA = new Person("slack", "T1", "U9", "Lena", "Lena@example.com");
  private static final Person PRIYA = someone("priya@training.example.com");

  private static final Plan WRITTEN =
      SamplePlans.ledBy(SamplePlans.shipped("hybrid-meetings"), "lena@example.com");

  private final SettableClock clock = SettableClock.at("2026-11-24T12:00:00Z");

  /** However busy the machine is. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ClassesInMemory classes = new ClassesInMemory(LENA, NOON);
  private final Shelf shelf = new Shelf();

  private static Person someone(String email) {
    return new Person("slack", "T1", "U-" + email, "Somebody", email);
  }

  @Test
  void planOfToday_isOnTheBoardsOfItsTeamAndOfWhoLeads() {
    shelf.put(plan("hybrid-meetings", TODAY));
    Board board = board();
    for (Person one :
        List.of(
            PRIYA,
            LENA,
            someone("fay@training.example.com"),
            someone("Dana@Training.example.com"))) {
      ObjectNode row = board.of(one).rows().getFirst();
      assertThat(row.path("state").asText()).isEqualTo("PLANNED");
      assertThat(row.path("starts").asText()).isEqualTo("2026-11-24T14:00Z");
      assertThat(row.path("ends").asText()).isEqualTo("2026-11-24T15:00Z");
      assertThat(row.path("next").path("type").asText()).isEqualTo("open hybrid-meetings");
      assertThat(row.path("who").asText()).isEqualTo("Priya Nair or Ravi Shah");
      assertThat(row.path("rooms").fieldNames()).toIterable().containsExactly("lobby");
      assertThat(row.path("worries")).isEmpty();
    }
    assertThat(board.of(someone("amara@learners.example.com")).rows()).isEmpty();
    assertThat(board.of(someone("nobody@example.com")).rows()).isEmpty();
    assertThat(board.of(new Person("slack", "T1", "U7", "Priya Nair", null)).rows()).isEmpty();
  }

  @Test
  void asTheStartComes_whatIsSaidTurnsToAWarning() {
    shelf.put(plan("hybrid-meetings", TODAY));
    assertThat(worry("2026-11-24T13:44:00Z")).isEmpty();
    assertThat(worry("2026-11-24T13:46:00Z")).contains("AMBER not opened, starts in 14 min");
    assertThat(worry("2026-11-24T14:00:00Z")).contains("AMBER not opened, starts now");
    assertThat(worry("2026-11-24T14:05:00Z")).contains("AMBER not opened, 5 min late");
    clock.set(Instant.parse("2026-11-25T00:30:00Z"));
    assertThat(board().of(PRIYA).rows()).isEmpty();
  }

  @Test
  void anotherDay_isNoneOfTodays() {
    shelf.put(plan("a", TODAY.plusDays(1)));
    shelf.put(plan("b", TODAY.minusDays(1)));
    assertThat(board().of(PRIYA).rows()).isEmpty();
    clock.set(Instant.parse("2026-11-25T02:30:00Z"));
    assertThat(types(board())).containsExactly("open a");
  }

  @Test
  void planWithoutADay_isCalmForNobodyKnowsWhetherItIsToday() {
    shelf.put(plan("hybrid-meetings", null));
    clock.set(Instant.parse("2026-11-24T13:58:00Z"));
    ObjectNode row = board().of(PRIYA).rows().getFirst();
    assertThat(row.path("often").asBoolean()).isTrue();
    assertThat(row.path("worries")).isEmpty();
    clock.set(Instant.parse("2026-11-24T15:01:00Z"));
    assertThat(board().of(PRIYA).rows()).isEmpty();
  }

  @Test
  void whatIsOpened_isNotSaidTwice() {
    Plan plan = plan("hybrid-meetings", TODAY);
    shelf.put(plan);
    classes.open("hybrid-meetings-1124", plan);
    assertThat(types(board())).isEmpty();
    // a try before class, which was ended
    classes.happens("hybrid-meetings-1124", new Ended(), NOON.plusSeconds(60));
    assertThat(types(board())).containsExactly("open hybrid-meetings");
    classes.open("hybrid-meetings-1124-2", plan);
    classes.happens("hybrid-meetings-1124-2", new Ended(), Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(types(board())).isEmpty();
  }

  @Test
  void classOfYesterdayLeftOpen_doesNotHideTodaysOfAPlanGivenOften() {
    Plan plan = plan("hybrid-meetings", null);
    shelf.put(plan);
    classes.open("hybrid-meetings-1124", plan);
    assertThat(types(board())).isEmpty();
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));
    assertThat(types(board())).containsExactly("open hybrid-meetings");
  }

  @Test
  void looks_readNoFile() {
    shelf.put(plan("hybrid-meetings", TODAY));
    Board board = board();
    ObjectNode first = board.of(PRIYA).rows().getFirst();
    int before = shelf.reads.get();
    for (int i = 0; i < 100; i++) {
      assertThat(board.of(PRIYA).rows().getFirst()).isSameAs(first);
    }
    assertThat(shelf.reads).hasValue(before);
  }

  /** Of the processor alone; generous, for it took 8 ms where it was written. */
  @Test
  void thousandsOfPlans_areLookedAtAtOnce() {
    for (int i = 0; i < 5_000; i++) {
      shelf.put(plan("class-" + i, i % 2 == 0 ? TODAY : TODAY.plusDays(i)));
    }
    Board board = board();
    Await.until("the plans", () -> board.of(LENA).rows().size() == 2_500);
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long begun = processor.getCurrentThreadCpuTime();
    for (int i = 0; i < 10; i++) {
      assertThat(board.of(LENA).rows()).hasSize(2_500);
    }
    Duration each = Duration.ofNanos((processor.getCurrentThreadCpuTime() - begun) / 10);
    assertThat(each).isLessThan(Duration.ofMillis(150));
  }

  private Optional<String> worry(String at) {
    clock.set(Instant.parse(at));
    return board()
        .of(PRIYA)
        .rows()
        .getFirst()
        .path("worries")
        .valueStream()
        .map(worry -> worry.path("level").asText() + " " + worry.path("words").asText())
        .findFirst();
  }

  private List<String> types(Board board) {
    return board.of(PRIYA).rows().stream()
        .filter(row -> row.path("state").asText().equals("PLANNED"))
        .map(row -> row.path("next").path("type").asText())
        .toList();
  }

  private Board board() {
    return new Board(
        classes,
        new Agenda(shelf, KnownWays.IN, PATIENCE),
        new Losses(classes),
        KnownWays.IN,
        clock);
  }

  private static Plan plan(String key, @Nullable LocalDate day) {
    Plan one = WRITTEN;
    return new Plan(
        key,
        one.title(),
        one.zone(),
        day,
        one.startTime(),
        one.slot(),
        one.languages(),
        one.workbook(),
        one.people(),
        one.rooms(),
        one.welcome(),
        one.resources(),
        one.segments(),
        one.prompts(),
        one.facilitatorMay(),
        one.client(),
        one.attendance(),
        one.keep(),
        one.leads(),
        one.clientTitle(),
        one.course());
  }

  /** Plans that count how often one is read. */
  private static final class Shelf implements Library {

    private final Map<String, Plan> plans = new TreeMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    void put(Plan plan) {
      plans.put(plan.key(), plan);
    }

    @Override
    public List<String> keys() {
      return List.copyOf(plans.keySet());
    }

    @Override
    public Optional<Reading> read(String key) {
      reads.incrementAndGet();
      return Optional.of(new Reading(plans.get(key), "", List.of()));
    }

    @Override
    public Optional<Plan> alone(String key) {
      return Optional.ofNullable(plans.get(key));
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
}
