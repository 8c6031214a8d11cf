package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Secret;
import dev.callboard.testing.FakeTeams;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsTokensTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeTeams teams = FakeTeams.start(clock);
  private final TeamsTokens tokens = new TeamsTokens(teams.settings(), new OkHttpClient(), clock);

  @AfterEach
  void close() {
    teams.close();
  }

  @Test
  void token_isKeptUntilFiveMinutesBeforeItsEnd() throws PlatformException {
    Secret first = tokens.token(null).orElseThrow();

    clock.advance(Duration.ofSeconds(3599 - 301));
    assertThat(tokens.token(null)).contains(first);

    clock.advance(Duration.ofSeconds(2));
    assertThat(tokens.token(null)).isNotEqualTo(Optional.of(first));
    assertThat(teams.tokensGiven()).isEqualTo(2);
  }

  @Test
  void manyAtOnce_fetchOne() throws Exception {
    List<Callable<Optional<Secret>>> seekers = Collections.nCopies(40, () -> tokens.token(null));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<Secret>> token : threads.invokeAll(seekers)) {
        assertThat(token.get()).isPresent();
      }
    }
    assertThat(teams.tokensGiven()).isEqualTo(1);
  }

  @Test
  void manyWhoseTokenWasRefused_fetchOne() throws Exception {
    Secret refused = tokens.token(null).orElseThrow();
    List<Callable<Optional<Secret>>> seekers = Collections.nCopies(40, () -> tokens.token(refused));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Optional<Secret>> token : threads.invokeAll(seekers)) {
        assertThat(token.get()).isPresent().isNotEqualTo(Optional.of(refused));
      }
    }
    assertThat(teams.tokensGiven()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, UNAUTHORIZED",
    "401, UNAUTHORIZED",
    "429, RATE_LIMITED",
    "500, UNAVAILABLE",
    "503, UNAVAILABLE"
  })
  void refusal_isNamedWithoutTheSecret(int status, Kind kind) {
    teams.tokenStatus(status);

    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> tokens.token(null));

    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused)
        .hasMessageContaining("invalid_client")
        .hasMessageNotContaining(FakeTeams.PASSWORD);
  }

  @Test
  void serverThatIsNotThere_isUnavailable() {
    teams.close();

    assertThat(catchThrowableOfType(PlatformException.class, () -> tokens.token(null)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }
}
