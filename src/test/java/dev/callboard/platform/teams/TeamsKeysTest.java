package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwk.Jwk;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsKeys;
import dev.callboard.testing.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamsKeysTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeTeams teams = FakeTeams.start(clock);
  private final TeamsKeys keys =
      new TeamsKeys(teams.settings().openidUrl(), new OkHttpClient(), clock);

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void knownKey_isFetchedOnceADay() throws TeamsRefusal {
    for (int hour = 0; hour < 30; hour++) {
      assertThat(keys.find("k1")).isPresent();
      clock.advance(Duration.ofHours(1));
    }

    assertThat(teams.keyFetches()).isEqualTo(2);
  }

  @Test
  void madeUpKeys_doNotMakeItFetchInALoop() throws TeamsRefusal {
    for (int i = 0; i < 50; i++) {
      assertThat(keys.find("made-up-" + i)).isEmpty();
    }

    assertThat(teams.keyFetches()).isEqualTo(1);
  }

  @Test
  void newKey_isFoundMinutesLater() throws TeamsRefusal {
    assertThat(keys.find("k1")).isPresent();
    teams.publish(new FakeTeamsKeys("k2", List.of("msteams")));

    assertThat(keys.find("k2")).isEmpty();
    clock.advance(TeamsKeys.BETWEEN_FETCHES.plusSeconds(1));
    assertThat(keys.find("k2")).isPresent();
  }

  @Test
  void knownKeys_outliveTheKeyServerForADay() throws TeamsRefusal {
    assertThat(keys.find("k1")).isPresent();
    teams.keysDown(true);

    clock.advance(Duration.ofHours(47));
    assertThat(keys.find("k1")).isPresent();

    clock.advance(Duration.ofHours(2));
    assertThatThrownBy(() -> keys.find("k1")).isInstanceOf(TeamsRefusal.class);
  }

  @Test
  void endorsements_areKept() throws TeamsRefusal {
    assertThat(keys.find("k1").orElseThrow().getAdditionalAttributes())
        .containsEntry("endorsements", List.of("msteams", "webchat"));
  }

  @Test
  void manyAtOnce_fetchOnce() throws Exception {
    List<Callable<Optional<Jwk>>> seekers = Collections.nCopies(40, () -> keys.find("k1"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<Jwk>> found : threads.invokeAll(seekers)) {
        assertThat(found.get()).isPresent();
      }
    }
    assertThat(teams.keyFetches()).isEqualTo(1);
  }
}
