package dev.callboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Destination.Direct;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.plan.Plan;
import dev.callboard.session.Event.Opened;
import dev.callboard.session.Event.Recognised;
import dev.callboard.testing.SamplePlans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How somebody is reached alone, by what the plan and the class know of them. */
class AccountsTest {

  private static final Place SLACK = new Place("slack", "T01", "C06");
  private static final Place TEAMS = new Place("teams", "tenant", "19:backstage");
  private static final Person BY_ADDRESS =
      new Person("slack", "T01", "", "Fay Okafor", "fay@example.com");

  private static Session session(Map<String, String> accounts, Place room, Person... seen) {
    Plan plan = SamplePlans.withAccounts(SamplePlans.hybrid(), "fay", accounts);
    List<Recorded> log = new ArrayList<>();
    Rooms rooms = new Rooms(List.of(), List.of(room));
    log.add(new Recorded(1, Instant.EPOCH, "priya", new Opened(plan, rooms, null)));
    for (Person account : seen) {
      Recognised recognised = new Recognised("fay", account);
      log.add(new Recorded(log.size() + 1, Instant.EPOCH, "fay", recognised));
    }
    return Session.fold(new SessionId("hybrid"), log).orElseThrow();
  }

  @Test
  void addressAlone_isARouteOnSlack() {
    Session session = session(Map.of(), SLACK);

    assertThat(Accounts.route(session, "fay")).contains(new Direct(BY_ADDRESS, SLACK));
    assertThat(Accounts.otherRoute(session, "fay")).isEmpty();
  }

  @Test
  void addressAlone_isNoneWhereNobodyFindsItByIt() {
    assertThat(Accounts.route(session(Map.of(), TEAMS), "fay")).isEmpty();
  }

  @Test
  void accountThatWasSeen_isTheSamePersonAsTheAddress() {
    Person seen = new Person("slack", "T01", "U07", "Fay", "fay@example.com");
    Session session = session(Map.of(), SLACK, seen);

    assertThat(Accounts.route(session, "fay")).contains(new Direct(seen, SLACK));
    assertThat(Accounts.otherRoute(session, "fay")).isEmpty();
  }

  @Test
  void accountOfThePlan_goesBeforeTheAddress() {
    Session session = session(Map.of("slack", "U07"), SLACK);

    assertThat(Accounts.route(session, "fay").orElseThrow().person().id()).isEqualTo("U07");
  }

  @Test
  void twoKnownByAddress_haveLanesOfTheirOwn() {
    Person other = new Person("slack", "T01", "", "Ravi Shah", "ravi@example.com");

    assertThat(BY_ADDRESS.sameAccount(other)).isFalse();
    assertThat(new Direct(BY_ADDRESS, null).lane()).isEqualTo("slack/T01/@fay@example.com");
    assertThat(new Direct(other, null).lane()).isEqualTo("slack/T01/@ravi@example.com");
    Person seen = new Person("slack", "T01", "U07", "Fay", "fay@example.com");
    assertThat(new Direct(seen, null).lane()).isEqualTo("slack/T01/@U07");
  }
}
