package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event;
import dev.callboard.session.Profile;
import dev.callboard.session.Recorded;
import dev.callboard.session.Rooms;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for the log and the outbox. */
abstract class StoreContract {

  static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
  private static final Plan PLAN = SamplePlans.hybrid();

  protected String url = "";
  private Store store;
  private Ledger ledger;
  Shelf shelf;

  /** The address of an empty database. */
  protected abstract String freshUrl() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    url = freshUrl();
    reopen();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  final void reopen() {
    if (store != null) {
      store.close();
    }
    store = Store.open(url);
    ledger = store.ledger();
    shelf = store.shelf();
  }

  @Test
  void tablesOnceMade_areLeftAsTheyAre() {
    assertThat(Tables.current(store.dataSource())).isTrue();
  }

  static Place room(String id) {
    return new Place("slack", "T01", id);
  }

  private static Rooms rooms(String suffix) {
    return new Rooms(List.of(room("class" + suffix)), List.of(room("back" + suffix)));
  }

  private static Recorded opened(String suffix) {
    return new Recorded(1, NOON, "priya", new Event.Opened(PLAN, rooms(suffix), NOON));
  }

  final Outcome open(String id, String suffix) {
    return commit(id, 0, null, List.of(), opened(suffix));
  }

  final Outcome commit(
      @Nullable String id,
      long expected,
      @Nullable String delivery,
      List<Outgoing> out,
      Recorded... events) {
    SessionId session = id == null ? null : new SessionId(id);
    return ledger.commit(new Commit(session, expected, List.of(events), delivery, out, NOON));
  }

  static Recorded said(long seq, String text) {
    return new Recorded(
        seq, NOON.plusSeconds(seq), "priya", new Event.Posted(1, Event.PostKind.SAY, text));
  }

  static Outgoing post(String key, String lane) {
    return new Outgoing.Post(
        key,
        new Destination.Room(room(lane)),
        new Message(new Audience.Learners(), Content.text(key)));
  }

  final List<Entry> claim(String lane, String server, Instant now) {
    return shelf.claim("slack/T01/" + lane, server, now, now.plusSeconds(30), 100);
  }

  static List<String> keys(List<Entry> entries) {
    return entries.stream().map(entry -> entry.change().key()).toList();
  }

  @Test
  void log_isReadAsItWasWritten() {
    assertThat(open("a", "1")).isEqualTo(Outcome.DONE);
    assertThat(commit("a", 1, null, List.of(), said(2, "ünïcödé 🎓 'quote'"), said(3, "")))
        .isEqualTo(Outcome.DONE);

    List<Recorded> log = List.of(opened("1"), said(2, "ünïcödé 🎓 'quote'"), said(3, ""));
    assertThat(ledger.read(new SessionId("a"), 0)).isEqualTo(log);
    assertThat(ledger.read(new SessionId("a"), 2)).isEqualTo(log.subList(2, 3));
    assertThat(ledger.newest(new SessionId("a"))).isEqualTo(3);
    assertThat(ledger.newest(new SessionId("b"))).isZero();
  }

  @Test
  void acknowledgedCommit_isThereAfterReopening() {
    open("a", "1");
    commit("a", 1, "slack:1", List.of(post("p", "class1")), said(2, "hi"));

    reopen();

    assertThat(ledger.newest(new SessionId("a"))).isEqualTo(2);
    assertThat(ledger.seen("slack:1")).isTrue();
    assertThat(keys(claim("class1", "s", NOON))).containsExactly("p");
  }

  @Test
  void commitOnAnOldState_conflictsAndWritesNothing() {
    open("a", "1");
    assertThat(commit("a", 1, "slack:1", List.of(), said(2, "first"))).isEqualTo(Outcome.DONE);
    assertThat(commit("a", 1, "slack:2", List.of(post("p", "class1")), said(2, "second")))
        .isEqualTo(Outcome.CONFLICT);

    assertThat(ledger.read(new SessionId("a"), 1)).containsExactly(said(2, "first"));
    assertThat(ledger.seen("slack:2")).isFalse();
    assertThat(shelf.depth()).isZero();
    assertThat(commit("a", 2, "slack:2", List.of(), said(3, "second"))).isEqualTo(Outcome.DONE);
  }

  @Test
  void secondOpeningOfOneName_conflicts() {
    assertThat(open("a", "1")).isEqualTo(Outcome.DONE);
    assertThat(open("a", "2")).isEqualTo(Outcome.CONFLICT);
    assertThat(ledger.at(room("class2"))).isEmpty();
  }

  @Test
  void deliveryTwice_isWrittenOnce() {
    open("a", "1");
    assertThat(commit("a", 1, "slack:1", List.of(), said(2, "hi"))).isEqualTo(Outcome.DONE);
    assertThat(commit("a", 2, "slack:1", List.of(), said(3, "hi"))).isEqualTo(Outcome.DUPLICATE);
    assertThat(commit(null, 0, "slack:1", List.of(post("p", "x")))).isEqualTo(Outcome.DUPLICATE);
    assertThat(ledger.newest(new SessionId("a"))).isEqualTo(2);
    assertThat(shelf.depth()).isZero();
  }

  @Test
  void room_belongsToOneOpenClassAtATime() {
    open("a", "1");
    assertThat(open("b", "1")).isEqualTo(Outcome.CONFLICT);
    assertThat(ledger.newest(new SessionId("b"))).isZero();
    assertThat(ledger.at(room("back1"))).contains(new SessionId("a"));
    assertThat(shelf.kindOf(null, room("class1"))).isEqualTo(PlaceKind.CLASS_ROOM);
    assertThat(shelf.kindOf(null, room("back1"))).isEqualTo(PlaceKind.BACKSTAGE);
    assertThat(shelf.kindOf(null, room("elsewhere"))).isEqualTo(PlaceKind.UNKNOWN);

    commit("a", 1, null, List.of(), new Recorded(2, NOON, "priya", new Event.Ended()));
    assertThat(ledger.at(room("back1"))).contains(new SessionId("a"));
    assertThat(open("b", "1")).isEqualTo(Outcome.DONE);
    assertThat(ledger.at(room("back1"))).contains(new SessionId("b"));
  }

  @Test
  void openClasses_areFoundByAccountByAddressAndByRecognition() {
    open("a", "1");
    Person byKey = new Person("lobby", "local", "priya", "x", null);
    Person byEmail = new Person("slack", "T01", "U07", "x", " Priya@Example.com ");
    Person learnt = new Person("slack", "T01", "U08", "x", null);

    assertThat(ledger.openFor(byKey)).containsExactly(new SessionId("a"));
    assertThat(ledger.openFor(byEmail)).containsExactly(new SessionId("a"));
    assertThat(ledger.openFor(learnt)).isEmpty();
    assertThat(ledger.openFor(new Person("slack", "T01", "U9", "x", " "))).isEmpty();
    commit(
        "a", 1, null, List.of(), new Recorded(2, NOON, "x", new Event.Recognised("fay", learnt)));
    assertThat(ledger.openFor(learnt)).containsExactly(new SessionId("a"));
    commit("a", 2, null, List.of(), new Recorded(3, NOON, "priya", new Event.Ended()));
    assertThat(ledger.openFor(byKey)).isEmpty();
  }

  @Test
  void profile_isTheNewestOfThatPerson() {
    Profile brief = new Profile(List.of(Duration.ofMinutes(5)), Profile.Style.BRIEF, List.of());
    open("a", "1");
    assertThat(ledger.profile("mail:fay@example.com")).isEmpty();
    commit("a", 1, null, List.of(), profiled(2, "mail:fay@example.com", Profile.USUAL));
    commit("a", 2, null, List.of(), profiled(3, "mail:fay@example.com", brief));
    commit("a", 3, null, List.of(), profiled(4, null, Profile.USUAL));
    assertThat(commit("a", 3, null, List.of(), profiled(4, "mail:fay@example.com", Profile.USUAL)))
        .isEqualTo(Outcome.CONFLICT);

    reopen();

    assertThat(ledger.profile("mail:fay@example.com")).contains(brief);
    assertThat(ledger.profile("mail:dan@example.com")).isEmpty();
  }

  @Test
  void alias_isRememberedUntilItIsForgotten() {
    Map<String, String> known = Map.of("mail:a", "mail:pat", "name:pat", "mail:pat");
    open("a", "1");
    commit("a", 1, null, List.of(), matched(2, "stay:1", "mail:a", "name:pat"));
    assertThat(ledger.aliases("acme")).isEqualTo(known);

    Event forgotten = new Event.Forgotten(List.of("stay:1", "mail:a"), "acme");
    commit("a", 2, null, List.of(), new Recorded(3, NOON, "priya", forgotten));
    reopen();

    assertThat(ledger.aliases("acme")).isEqualTo(Map.of("name:pat", "mail:pat"));
  }

  private static Recorded matched(long seq, String... traits) {
    Event matched = new Event.Matched(List.of(traits), "pat", "mail:pat", "acme");
    return new Recorded(seq, NOON, "priya", matched);
  }

  private static Recorded profiled(long seq, @Nullable String identity, Profile profile) {
    return new Recorded(seq, NOON, "fay", new Event.Profiled("fay", identity, profile));
  }

  @Test
  void commitsOfManyThreads_areAllThereInOrder() throws Exception {
    int classes = 40;
    int each = 50;
    IntStream.range(0, classes).forEach(i -> open("c" + i, "-" + i));
    List<Callable<Long>> writers = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      String id = "c" + i;
      writers.add(() ->
          LongStream.range(1, each + 1)
              .filter(seq ->
                  commit(id, seq, id + ":" + seq, List.of(post("p" + seq, id)), said(seq + 1, "x"))
                      == Outcome.DONE)
              .count());
    }

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Long> done : threads.invokeAll(writers)) {
        assertThat(done.get()).isEqualTo(each);
      }
    }

    for (int i = 0; i < classes; i++) {
      assertThat(ledger.read(new SessionId("c" + i), 0))
          .extracting(Recorded::seq)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, each + 1).boxed().toList());
      assertThat(keys(claim("c" + i, "s", NOON)))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, each).mapToObj(seq -> "p" + seq).toList());
    }
  }

  @Test
  void racers_getOneWinnerAndOneDeliveryEach() throws Exception {
    open("a", "1");
    List<Callable<Outcome>> racers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String delivery = "d" + i / 2;
      racers.add(() -> commit("a", 1, delivery, List.of(), said(2, "me")));
    }

    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> racer : threads.invokeAll(racers)) {
        outcomes.add(racer.get());
      }
    }

    assertThat(outcomes.stream().filter(Outcome.DONE::equals)).hasSize(1);
    assertThat(ledger.newest(new SessionId("a"))).isEqualTo(2);
    long seen = IntStream.range(0, 50).filter(i -> ledger.seen("d" + i)).count();
    assertThat(seen).isEqualTo(1);
  }

  @Test
  void badCommit_harmsNobodyElseInItsGroup() throws Exception {
    open("a", "1");
    open("b", "2");
    List<Callable<String>> writers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      long seq = i + 2L;
      writers.add(() -> failure(() -> commit("a", 1, null, List.of(), said(1, "seq 1 exists"))));
      writers.add(
          () -> failure(() -> commit(null, 0, "ok" + seq, List.of(post("p" + seq, "lane" + seq)))));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = threads.invokeAll(writers);
      for (int i = 0; i < all.size(); i++) {
        assertThat(all.get(i).get()).isEqualTo(i % 2 == 0 ? "StoreException" : "DONE");
      }
    }
    assertThat(shelf.depth()).isEqualTo(60);
    assertThat(ledger.newest(new SessionId("a"))).isEqualTo(1);
  }

  private static String failure(Callable<Outcome> work) throws Exception {
    try {
      return work.call().name();
    } catch (StoreException exception) {
      return "StoreException";
    }
  }

  @Test
  void closedStore_says() throws Exception {
    store.close();
    try {
      assertThat(failure(() -> open("z", "z"))).isEqualTo("StoreException");
      assertThatThrownBy(() -> ledger.newest(new SessionId("a")))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> shelf.waiting(NOON)).isInstanceOf(StoreException.class);
    } finally {
      reopen();
    }
  }

  @Test
  void oddCharacters_areReadAsTheyWereWritten() {
    open("a", "1");
    String odd = "nul \u0000, half an emoji \ud83c, a whole 🎓, \u2028";
    Message message = new Message(new Audience.Learners(), Content.text(odd));
    Outgoing post = new Outgoing.Post("p", new Destination.Room(room("class1")), message);
    assertThat(commit("a", 1, null, List.of(post), said(2, odd))).isEqualTo(Outcome.DONE);

    assertThat(ledger.read(new SessionId("a"), 1)).containsExactly(said(2, odd));
    assertThat(claim("class1", "s", NOON)).extracting(Entry::change).containsExactly(post);
  }

  @Test
  void accountOfAnotherTenant_isSomebodyElse() {
    open("a", "1");
    Person here = new Person("slack", "T01", "U08", "x", null);
    Person there = new Person("slack", "T99", "U08", "x", null);
    commit("a", 1, null, List.of(), new Recorded(2, NOON, "x", new Event.Recognised("fay", here)));

    assertThat(ledger.openFor(here)).containsExactly(new SessionId("a"));
    assertThat(ledger.openFor(there)).isEmpty();
  }

  protected final Store store() {
    return store;
  }

  protected final Shelf shelf() {
    return shelf;
  }

  protected static Duration lease() {
    return Duration.ofSeconds(30);
  }

  protected final void waitingIn(String lane) {
    commit(null, 0, null, List.of(post("w", lane)));
  }
}
