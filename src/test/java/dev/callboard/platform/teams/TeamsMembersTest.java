package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose address is vouched for. */
class TeamsMembersTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final TeamsKit kit = new TeamsKit(door, clock);
  private final FakeTeams teams = kit.teams();

  @AfterEach
  void close() {
    kit.close();
  }

  private @Nullable String emailOf(String person) {
    ObjectNode activity = TeamsActivities.mention("1", "help");
    activity.withObject("/from").put("id", person);
    assertThat(kit.adapter().accept(teams.signed(activity)).status()).isEqualTo(200);
    return door.commands().getLast().from().email();
  }

  @Test
  void memberOfTheOrganisation_hasAnAddress() {
    assertThat(emailOf(FakeTeams.FAY)).isEqualTo("fay@example.com");
  }

  @Test
  void principalName_standsInForAMissingAddress() {
    teams
        .connector()
        .person(
            FakeTeams.LEA,
            FakeTeams.member("Lea", "", "user").put("userPrincipalName", "lea@example.com"));

    assertThat(emailOf(FakeTeams.LEA)).isEqualTo("lea@example.com");
  }

  @Test
  void guestOfAnyKind_hasNone() {
    teams.connector().person("29:one", FakeTeams.member("One", "fay@example.com", "anonymous"));
    teams
        .connector()
        .person(
            "29:two", FakeTeams.member("Two", "fay@example.com", "user").put("tenantId", "other"));
    teams
        .connector()
        .person(
            "29:three",
            FakeTeams.member("Three", "fay@example.com", "user")
                .put("userPrincipalName", "fay_elsewhere.example#EXT#@example.com"));

    assertThat(emailOf(FakeTeams.GUS)).isNull();
    assertThat(emailOf("29:one")).isNull();
    assertThat(emailOf("29:two")).isNull();
    assertThat(emailOf("29:three")).isNull();
    assertThat(emailOf("29:nobody")).isNull();
  }

  @Test
  void address_isAskedForOncePerHour() {
    emailOf(FakeTeams.FAY);
    emailOf(FakeTeams.FAY);
    assertThat(teams.connector().calls("GET")).hasSize(1);

    clock.advance(Duration.ofMinutes(61));
    emailOf(FakeTeams.FAY);
    assertThat(teams.connector().calls("GET")).hasSize(2);
  }

  @Test
  void directoryThatFails_isAskedAgainSoon() {
    teams.connector().failNext(new Fault(503, null));
    assertThat(emailOf(FakeTeams.FAY)).isNull();
    assertThat(emailOf(FakeTeams.FAY)).isNull();
    assertThat(teams.connector().calls("GET")).hasSize(1);

    clock.advance(TeamsMembers.KEPT_UNKNOWN.plusSeconds(1));
    assertThat(emailOf(FakeTeams.FAY)).isEqualTo("fay@example.com");
  }

  /** Somebody waits for the answer to what they typed. */
  @Test
  void directoryThatIsSilent_isNotWaitedForLong() {
    teams.connector().failNext(Fault.silent());
    long start = System.nanoTime();

    assertThat(emailOf(FakeTeams.FAY)).isNull();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(TeamsMembers.PATIENCE)
        .isLessThan(TeamsClient.LONGEST_CALL.minusSeconds(5));
  }

  @Test
  void manyAtOnce_askOnce() throws Exception {
    List<Callable<@Nullable String>> asking = Collections.nCopies(30, () -> emailOf(FakeTeams.FAY));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<@Nullable String> answer : threads.invokeAll(asking)) {
        assertThat(answer.get()).isEqualTo("fay@example.com");
      }
    }
    assertThat(teams.connector().calls("GET")).hasSize(1);
  }
}
