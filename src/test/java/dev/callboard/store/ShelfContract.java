package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.callboard.chat.PlaceKind;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Outcome;
import dev.callboard.outbox.DeadLetter;
import dev.callboard.outbox.Death;
import dev.callboard.outbox.Entry;
import dev.callboard.platform.Receipt;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every database must do for the outbox, beside all the rest. */
abstract class ShelfContract extends PassesContract {

  @Test
  void whatWasAskedForUnderAKey_isKeptWithTheClassItWasDoneIn() {
    open("a", "1");
    SessionId id = new SessionId("a");
    Commit said = new Commit(id, 1, List.of(said(2, "x")), "api:1", List.of(), NOON);
    assertThat(store().ledger().commit(said.asking("digest"))).isEqualTo(Outcome.DONE);
    Event event = new Event.Posted(2, Event.PostKind.SAY, "y");
    Recorded bySomebody = new Recorded(3, NOON, "priya", "LMS", event);
    commit("a", 2, "slack:1", List.of(), bySomebody);
    assertThat(store().ledger().read(id, 2)).containsExactly(bySomebody);

    assertThat(store().pages().done("api:1")).contains(new LogPages.Done("digest", id));
    assertThat(store().pages().done("slack:1")).contains(new LogPages.Done(null, null));
    assertThat(store().pages().done("api:2")).isEmpty();
    assertThat(store().pages().classes(new LogPages.Wanted("", null, true), null, 9))
        .extracting(LogPages.Listed::id, LogPages.Listed::plan)
        .containsExactly(tuple("a", SamplePlans.hybrid().key()));
  }

  @Test
  void lane_isServedInOrderUntilSettled() {
    open("a", "1");
    commit("a", 1, null, List.of(post("p1", "class1"), post("b1", "back1")), said(2, "x"));
    commit("a", 2, null, List.of(post("p2", "class1")), said(3, "x"));

    assertThat(shelf.waiting(NOON))
        .containsExactlyInAnyOrder("slack/T01/class1", "slack/T01/back1");
    List<Entry> entries = claim("class1", "s", NOON);
    assertThat(keys(entries)).containsExactly("p1", "p2");
    shelf.sent(entries.get(0).id(), new Receipt("ts1"), NOON);
    shelf.later(entries.get(1).id(), NOON.plusSeconds(60), "429");

    assertThat(receipt("a", "class1")).contains(new Receipt("ts1"));
    assertThat(receipt("b", "class1")).isEmpty();
    assertThat(receipt("a", "back1")).isEmpty();
    assertThat(shelf.receipts(new SessionId("a"), "slack")).containsExactly(new Receipt("ts1"));
    assertThat(shelf.receipts(new SessionId("a"), "zoom")).isEmpty();
    assertThat(shelf.waiting(NOON)).containsExactly("slack/T01/back1");
    Entry again = claim("class1", "s", NOON).getFirst();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.due()).isEqualTo(NOON.plusSeconds(60));
    shelf.dead(again.id(), new Death("gone", "It is gone.", NOON));
    assertThat(claim("class1", "s", NOON)).isEmpty();
    assertThat(shelf.depth()).isEqualTo(1);
  }

  private Optional<Receipt> receipt(String session, String lane) {
    return shelf.receipt(new SessionId(session), "slack/T01/" + lane, "p1");
  }

  @Test
  void laneWithNothingDue_isNotWaiting() {
    commit(null, 0, null, List.of(post("p1", "x")));
    shelf.later(claim("x", "s", NOON).getFirst().id(), NOON.plusSeconds(60), "429");

    assertThat(shelf.waiting(NOON)).isEmpty();
    assertThat(shelf.waiting(NOON.plusSeconds(60))).containsExactly("slack/T01/x");
  }

  @Test
  void whatCameSince_isReadAloneAndInOrder() {
    commit(null, 0, null, List.of(post("p1", "x"), post("y1", "y"), post("late", "x")));
    Entry newest = claim("x", "s", NOON).getLast();
    assertThat(since(newest, 9)).isEmpty();
    commit(null, 0, null, List.of(post("later", "x"), post("p2", "x"), post("y2", "y")));
    commit(null, 0, null, List.of(post("p3", "x")));

    assertThat(keys(since(newest, 9))).containsExactly("later", "p2", "p3");
    assertThat(keys(since(newest, 2))).containsExactly("later", "p2");
    shelf.sent(since(newest, 9).get(1).id(), null, NOON);
    assertThat(keys(since(newest, 9))).containsExactly("later", "p3");
  }

  private List<Entry> since(Entry entry, int limit) {
    return shelf.since("slack/T01/x", entry.id(), limit);
  }

  @Test
  void deadLetters_areToldNewestFirstWithTheirSentence() {
    open("a", "1");
    commit("a", 1, null, List.of(post("p1", "x"), post("p2", "x"), post("p3", "x")), said(2, "x"));
    List<Entry> entries = claim("x", "s", NOON);
    shelf.dead(entries.get(0).id(), new Death("503", "Slack is away.", NOON));
    shelf.dead(entries.get(1).id(), new Death("404", "It is gone.", NOON.plusSeconds(1)));

    assertThat(shelf.dead(new SessionId("a"), 10))
        .containsExactly(
            new DeadLetter(entries.get(1), new Death("404", "It is gone.", NOON.plusSeconds(1))),
            new DeadLetter(entries.get(0), new Death("503", "Slack is away.", NOON)));
    assertThat(shelf.dead(new SessionId("a"), 1)).hasSize(1);
    assertThat(shelf.dead(new SessionId("b"), 10)).isEmpty();
    assertThat(keys(claim("x", "s", NOON))).containsExactly("p3");
  }

  @Test
  void dropped_areNeitherWaitingNorDead() {
    open("a", "1");
    commit("a", 1, null, List.of(post("p1", "x"), post("p2", "x"), post("p3", "x")), said(2, "x"));
    List<Long> ids = claim("x", "s", NOON).stream().map(Entry::id).toList();

    shelf.dropped(ids.subList(0, 2), "stale", NOON);

    assertThat(keys(claim("x", "s", NOON))).containsExactly("p3");
    assertThat(shelf.depth()).isEqualTo(1);
    assertThat(shelf.dead(new SessionId("a"), 10)).isEmpty();
    assertThat(receipt("a", "x")).isEmpty();
  }

  /** What is still to be said of a class must not reach the learners of the next in its room. */
  @Test
  void roomThatHasANewClass_isNoLongerTheOldOnes() {
    open("a", "1");
    commit("a", 1, null, List.of(), new Recorded(2, NOON, "priya", new Event.Ended()));
    open("b", "1");

    assertThat(shelf.kindOf(new SessionId("a"), room("class1"))).isEqualTo(PlaceKind.UNKNOWN);
    assertThat(shelf.kindOf(new SessionId("a"), room("back1"))).isEqualTo(PlaceKind.BACKSTAGE);
    assertThat(shelf.kindOf(new SessionId("b"), room("class1"))).isEqualTo(PlaceKind.CLASS_ROOM);
  }
}
