package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Secret;
import dev.callboard.platform.zoom.ZoomTokens.Grant;
import dev.callboard.platform.zoom.ZoomTokens.Token;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomTokensTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final ZoomTokens tokens = tokens(Grant.CHAT);

  private ZoomTokens tokens(Grant grant) {
    return new ZoomTokens(zoom.settings(), grant, new OkHttpClient(), clock);
  }

  @AfterEach
  void close() {
    zoom.close();
  }

  @Test
  void token_isKeptForFourFifthsOfItsLife() throws PlatformException {
    Token first = tokens.token(null);

    clock.advance(Duration.ofSeconds(2_879));
    assertThat(tokens.token(null)).isEqualTo(first);

    clock.advance(Duration.ofSeconds(2));
    assertThat(tokens.token(null)).isNotEqualTo(first);
    assertThat(zoom.tokensGiven()).isEqualTo(2);
  }

  @Test
  void eachApp_hasItsOwn() throws PlatformException {
    assertThat(tokens(Grant.ACCOUNT).token(null).value()).isNotEqualTo(tokens.token(null).value());
  }

  @Test
  void manyAtOnce_fetchOne() throws Exception {
    assertThat(together(Collections.nCopies(40, () -> tokens.token(null)))).hasSize(1);
    assertThat(zoom.tokensGiven()).isEqualTo(1);
  }

  @Test
  void manyWhoseTokenWasRefused_fetchOne() throws Exception {
    Secret refused = tokens.token(null).value();

    List<Token> given = together(Collections.nCopies(40, () -> tokens.token(refused)));

    assertThat(given).singleElement().extracting(Token::value).isNotEqualTo(refused);
    assertThat(zoom.tokensGiven()).isEqualTo(2);
  }

  /** The different tokens that those who ask at once are given. */
  private static List<Token> together(List<Callable<Token>> seekers) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Token> given = new ArrayList<>();
      for (Future<Token> token : threads.invokeAll(seekers)) {
        given.add(token.get());
      }
      return given.stream().distinct().toList();
    }
  }

  @Test
  void whenNoneIsGiven_theOldServesUntilItsEnd() throws PlatformException {
    Token old = tokens.token(null);
    zoom.tokenStatus(503);

    clock.advance(Duration.ofSeconds(3_599));
    assertThat(tokens.token(null).value()).isEqualTo(old.value());
    assertThat(tokens.token(null).end()).isEqualTo(old.end());

    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void whileTheOldIsGood_aNewOneIsNotAskedForAtEachCall() throws PlatformException {
    tokens.token(null);
    zoom.tokenStatus(503);
    clock.advance(Duration.ofMinutes(50));
    int asked = zoom.tokensAsked();

    for (int i = 0; i < 5; i++) {
      tokens.token(null);
    }
    assertThat(zoom.tokensAsked()).isEqualTo(asked + 1);

    zoom.tokenStatus(200);
    clock.advance(Duration.ofSeconds(31));
    tokens.token(null);
    assertThat(zoom.tokensAsked()).isEqualTo(asked + 2);
  }

  @Test
  void tokenThatWasRefused_servesNobodyAgain() throws PlatformException {
    Secret refused = tokens.token(null).value();
    zoom.tokenStatus(503);

    assertThat(catchThrowableOfType(PlatformException.class, () -> tokens.token(refused)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
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
    zoom.tokenStatus(status);

    assertThat(refusal().kind()).isEqualTo(kind);
    assertThat(refusal()).hasMessageContaining("" + status).hasMessageNotContaining("fake-zoom");
  }

  private PlatformException refusal() {
    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> tokens.token(null));
    assertThat(refused).as("the refusal").isNotNull();
    return refused;
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api-eu.zoom.us", "https://api.zoom.us:443"})
  void region_isGoneToWhenItIsZooms(String url) throws PlatformException {
    zoom.apiUrl(url);

    assertThat(tokens.token(null).api()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://zoom.us.evil.example",
        "https://evilzoom.us",
        "http://api-eu.zoom.us",
        "https://api.zoom.us@evil.example",
        "https://api.zoom.us:8443",
        "http://127.0.0.1:9",
        "not an address",
        ""
      })
  void regionOfAnotherHost_isNotShownATokenEver(String url) throws PlatformException {
    zoom.apiUrl(url);

    assertThat(tokens.token(null).api()).isEqualTo(URI.create(zoom.url()));
  }
}
