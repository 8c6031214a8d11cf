package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long Teams is waited for. */
class TeamsClientTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeTeams teams = FakeTeams.start(clock);
  private final OkHttpClient http = new OkHttpClient();
  private final TeamsClient client =
      new TeamsClient(
          new TeamsTokens(teams.settings(), http, clock), http, clock, Duration.ofMillis(300));

  @AfterEach
  void close() {
    teams.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** The SDK waits two minutes. */
  @Test
  void silence_isGivenUpAtTheLimitAndNobodyKnowsWhatBecameOfTheCall() {
    teams.connector().failNext(Fault.silent());
    TeamsRoutes.Route route = new TeamsRoutes.Route(URI.create(teams.serviceUrl()), "28:bot");
    long start = System.nanoTime();

    PlatformException silent =
        catchThrowableOfType(
            PlatformException.class,
            () -> client.member(route, FakeTeams.CLASS_ROOM, FakeTeams.FAY));

    assertThat(silent.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(teams.connector().calls("GET")).hasSize(1);
  }

  @Test
  void limit_isShorterThanTheSdks() {
    assertThat(TeamsClient.LONGEST_CALL).isLessThanOrEqualTo(Duration.ofSeconds(20));
  }
}
