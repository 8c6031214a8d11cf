package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Sighting;
import dev.callboard.desk.Commit;
import dev.callboard.desk.Ledger;
import dev.callboard.desk.Outcome;
import dev.callboard.outbox.Entry;
import dev.callboard.outbox.Shelf;
import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.platform.Receipt;
import dev.callboard.session.Erasable;
import dev.callboard.session.Erasure;
import dev.callboard.session.Event;
import dev.callboard.session.Event.NoteFor;
import dev.callboard.session.Recorded;
import dev.callboard.session.Session;
import dev.callboard.session.SessionId;
import dev.callboard.testing.SamplePlans;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People taken out of what a database holds. */
abstract class ErasureContract extends EarlyContract {

  private static final Plan SHIPPED = SamplePlans.shipped("hybrid-meetings");
  private static final Member AMARA = SHIPPED.person("amara").orElseThrow();

  void classWithNotes(String id) {
    Ledger log = store().ledger();
    log.commit(
        Commits.events(
            id,
            0,
            null,
            new Event.Opened(SHIPPED, Commits.rooms(id), Commits.NOON),
            new Event.Noted(NoteFor.TEAM, "Amara Bello has no sound", null, null),
            new Event.Matched(List.of("name:amara bello"), "amara", "mail:" + AMARA.email(), "")));
  }

  Outcome erase(String id, Set<String> whom) {
    Ledger log = store().ledger();
    List<Recorded> all = log.read(new SessionId(id), 0);
    Session session = Session.fold(new SessionId(id), all).orElseThrow();
    Commit done = Commits.events(id, session.seq(), null, new Event.Erased(whom.size(), false));
    return log.commit(done.erasing(Erasure.of(session, all, whom)));
  }

  @Test
  void whoeverIsErased_isInNoEventAndNoIndexAndOthersAreWhereTheyWere() {
    classWithNotes("a");
    classWithNotes("b");
    Ledger log = store().ledger();
    assertThat(log.classesOf("", AMARA)).extracting(SessionId::value).contains("a", "b");
    assertThat(log.classesOf("acme", AMARA)).isEmpty();

    assertThat(erase("a", Set.of("amara"))).isEqualTo(Outcome.DONE);

    assertThat(log.read(new SessionId("a"), 0).toString())
        .doesNotContain("amara", "Amara", "Bello")
        .contains("Forgotten A has no sound", "Ben Carter");
    assertThat(log.read(new SessionId("b"), 0).toString()).contains("Amara Bello has no sound");
    assertThat(log.classesOf("", AMARA)).extracting(SessionId::value).containsExactly("b");
    assertThat(log.aliases("")).isEmpty();
    assertThat(log.newest(new SessionId("a"))).isEqualTo(4);
  }

  /** The plan of the other class does not name her: she dropped in with her address. */
  @Test
  void guestOfAnotherClass_isFoundThereByTheirAddress() {
    classWithNotes("a");
    Plan others = SamplePlans.hybrid();
    Attendee guest =
        new Attendee("c9", "c9", null, null, "A. B.", "Amara@Learners.example.com", null);
    store()
        .ledger()
        .commit(
            Commits.events(
                "b",
                0,
                null,
                new Event.Opened(others, Commits.rooms("b"), Commits.NOON),
                new Event.Witnessed(
                    new Sighting(
                        Commits.place("b"), "", Commits.NOON, new Sighting.Joined(guest)))));

    assertThat(store().ledger().classesThatShow("", AMARA))
        .extracting(SessionId::value)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(erase("b", Erasable.same(session("b"), AMARA))).isEqualTo(Outcome.DONE);
    assertThat(store().ledger().classesThatShow("", AMARA))
        .extracting(SessionId::value)
        .doesNotContain("b");
  }

  private Session session(String id) {
    List<Recorded> all = store().ledger().read(new SessionId(id), 0);
    return Session.fold(new SessionId(id), all).orElseThrow();
  }

  @Test
  void whoeverWasToldSomethingAlone_isErasedFromItAndFromItsLane() {
    classWithNotes("a");
    Person amara = new Person("lobby", "local", "amara", "Amara Bello", AMARA.email());
    Destination alone = new Destination.Direct(amara, Commits.place("a"));
    Message kit = new Message(new Audience.One("amara"), Content.text("We are on page 3."));
    Outgoing greeting = new Outgoing.Post("greeting-4", alone, kit);
    store()
        .ledger()
        .commit(
            new Commit(
                new SessionId("a"),
                3,
                List.of(new Recorded(4, Commits.NOON, "callboard", new Event.Rolled())),
                null,
                List.of(greeting),
                Commits.NOON));
    Shelf shelf = store().shelf();
    Entry entry = shelf.claim(alone.lane(), "one", Commits.NOON, Commits.NOON, 9).getFirst();
    shelf.sent(entry.id(), new Receipt("1"), Commits.NOON);
    assertThat(outbox()).contains("amara", "Amara Bello");

    assertThat(erase("a", Set.of("amara"))).isEqualTo(Outcome.DONE);

    assertThat(outbox()).contains("We are on page 3.").doesNotContainIgnoringCase("amara");
  }

  private String outbox() {
    try (Connection connection = store().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select lane, post, body from outbox")) {
      StringBuilder all = new StringBuilder();
      while (row.next()) {
        all.append(row.getString(1)).append(row.getString(2)).append(row.getString(3));
      }
      return all.toString();
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void erasureOnAnOldState_conflictsAndChangesNothing() {
    classWithNotes("a");
    Ledger log = store().ledger();
    List<Recorded> before = log.read(new SessionId("a"), 0);
    Session session = Session.fold(new SessionId("a"), before).orElseThrow();
    Erasure erasure = Erasure.of(session, before, Set.of("amara"));
    log.commit(Commits.events("a", 3, null, new Event.Rolled()));

    Commit late = Commits.events("a", 3, null, new Event.Erased(1, false)).erasing(erasure);

    assertThat(log.commit(late)).isEqualTo(Outcome.CONFLICT);
    assertThat(log.read(new SessionId("a"), 0).subList(0, 3)).isEqualTo(before);
    assertThat(log.classesOf("", AMARA)).extracting(SessionId::value).containsExactly("a");
  }
}
