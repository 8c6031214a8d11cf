package dev.callboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Sighting;
import dev.callboard.testing.TestDesk;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A class from which Amara and a guest were erased, and of which its meeting tells more then. */
class DiscretionTest {

  private static final SessionId CLASS = new SessionId("hybrid-meetings-1124");
  private static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

  private final TestDesk desk = TestDesk.shipped();
  private int deliveries;

  private static Attendee seen(String id, @Nullable String account, String name) {
    String mail = account == null ? null : account + "@learners.example.com";
    return new Attendee("c-" + id, "s-" + id, account, null, name, mail, null);
  }

  private void tells(int minute, Sighting.What what) {
    deliveries++;
    desk.hear(
        new Inbound.Presence(
            new Delivery("late:" + deliveries, Delivery.Route.POSTED),
            new Sighting(
                desk.classRoom(), "held-1", START.plus(Duration.ofMinutes(minute)), what)));
  }

  @BeforeEach
  void erase() {
    desk.types("priya", "open hybrid-meetings");
    desk.passes(Duration.ofMinutes(10));
    desk.types("priya", "start");
    tells(0, new Sighting.Joined(seen("1", "amara", "Amara Bello")));
    tells(0, new Sighting.Joined(seen("2", "ben", "Ben Carter")));
    tells(0, new Sighting.Joined(seen("3", null, "Zed Zeal")));
    desk.passes(Duration.ofMinutes(50));
    desk.types("priya", "end");
    desk.types("priya", "forget amara for good");
    desk.passes(Duration.ofMinutes(6));
    desk.types("priya", "forget #3 for good");
    desk.passes(Duration.ofMinutes(1));
    assertThat(log()).doesNotContain("Amara", "amara", "Zed");
  }

  /** What the meeting told; of the rest the store takes care. */
  private String log() {
    return desk.ledger().read(CLASS, 0).stream()
        .filter(recorded -> recorded.event() instanceof Event.Witnessed)
        .toList()
        .toString();
  }

  @Test
  void leaveOfSomebodyElse_counts() {
    tells(20, new Sighting.Left(seen("2", "ben", "Ben Carter")));

    assertThat(desk.types("priya", "why ben")).contains("present 20 of 50 min");
  }

  @Test
  void firstWordOfSomebodyElse_counts() {
    tells(10, new Sighting.Joined(seen("4", "chloe", "Chloé Martin")));
    tells(40, new Sighting.Left(seen("4", "chloe", "Chloé Martin")));

    assertThat(desk.types("priya", "why chloe")).contains("present 30 of 50 min");
  }

  @Test
  void leaveOfTheErased_countsUnderTheOtherName() {
    tells(20, new Sighting.Left(seen("1", "amara", "Amara Bello")));
    tells(30, new Sighting.Left(seen("3", null, "Zed Zeal")));

    assertThat(desk.types("priya", "why forgotten-a")).contains("present 20 of 50 min");
    assertThat(desk.types("priya", "roll")).contains("#3 Forgotten B");
    assertThat(log()).doesNotContain("Amara", "amara", "Zed");
  }

  @Test
  void anotherVisitOfTheErased_countsAndNamesNobody() {
    tells(20, new Sighting.Joined(seen("9", "amara", "Amara Bello")));
    tells(30, new Sighting.Left(seen("9", "amara", "Amara Bello")));

    assertThat(desk.types("priya", "roll")).contains("New 2: ", "Unknown");
    assertThat(log()).doesNotContain("Amara", "amara");
  }

  @Test
  void accountOfTheErased_isNoIdOfAConnectionEither() {
    Attendee called = new Attendee("amara", "amara", "amara", null, "Amara Bello", null, null);
    tells(20, new Sighting.Joined(called));
    tells(21, new Sighting.Waiting(called));
    tells(21, new Sighting.RoleGiven(called, "host"));

    assertThat(log()).doesNotContain("Amara", "amara");
  }

  /** As the lobby and Slack tell it: a connection is called like the account. */
  @Test
  void connectionsCalledLikeAccounts_areTheSameAfterwards() {
    Attendee noor = new Attendee("noor", "noor", "noor", null, "Noor Haddad", null, null);
    Attendee omar = new Attendee("omar", "omar", "omar", null, "Omar Aziz", null, null);
    tells(0, new Sighting.Joined(noor));
    desk.types("priya", "forget noor for good");
    desk.passes(Duration.ofMinutes(6));

    tells(20, new Sighting.Left(noor));
    tells(30, new Sighting.Joined(omar));

    assertThat(desk.types("priya", "why forgotten-c")).contains("present 20 of 50 min");
    assertThat(desk.types("priya", "why omar")).contains("present 20 of 50 min");
    assertThat(log()).doesNotContain("Noor", "noor");
  }

  @Test
  void leaveOfNobodyWhoCame_isNoOtherPerson() {
    String before = desk.types("priya", "roll");

    tells(20, new Sighting.Left(seen("9", null, "Amara Bello")));

    assertThat(desk.types("priya", "roll")).isEqualTo(before);
  }

  @Test
  void sameFactAgain_isWrittenOnce() {
    tells(20, new Sighting.Left(seen("1", "amara", "Amara Bello")));
    tells(20, new Sighting.Joined(seen("9", null, "Zoe")));
    String once = log();

    tells(20, new Sighting.Left(seen("1", "amara", "Amara Bello")));
    tells(20, new Sighting.Joined(seen("9", null, "Zoe")));

    assertThat(log()).isEqualTo(once);
  }
}
