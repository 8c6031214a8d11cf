package dev.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.chat.Content;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every adapter must do whose platform is reached over HTTP and can refuse. */
public abstract class HttpPlatformContract extends PlatformContract {

  /** The next post is answered with this status, and with this header unless it is null. */
  protected abstract void failNext(int status, @Nullable String retryAfter);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2, 2",
        "0, 0",
        "none, none",
        "soon, none",
        "-5, none",
        "999999999999999999999, none"
      })
  void tooManyRequests_waitsAsLongAsThePlatformAsks(String header, Long seconds) {
    failNext(429, header);

    PlatformException limited = refusal();

    assertThat(limited.kind()).isEqualTo(Kind.RATE_LIMITED);
    if (seconds == null) {
      assertThat(limited.retryAfter()).isEmpty();
    } else {
      assertThat(limited.retryAfter()).contains(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void tooManyRequests_understandsADate() {
    failNext(429, "Tue, 24 Nov 2026 14:12:30 GMT");

    assertThat(refusal().retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test
  void tooManyRequests_understandsAnInstant() {
    failNext(429, "2026-11-25T00:00:00Z");

    assertThat(refusal().retryAfter()).contains(Duration.ofHours(10).minusMinutes(12));
  }

  @ParameterizedTest
  @CsvSource({"403, FORBIDDEN", "404, NOT_FOUND", "400, INVALID"})
  void refusal_isNamed(int status, Kind kind) {
    failNext(status, null);

    assertThat(refusal().kind()).isEqualTo(kind);
  }

  @Test
  void brokenPlatform_isTriedAgain() {
    failNext(503, null);

    assertThat(refusal().kind().worthRetrying()).isTrue();
  }

  private PlatformException refusal() {
    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class, () -> kit.adapter().send(post("p", Content.text("page 12"))));
    assertThat(refused).as("the post that the platform refused").isNotNull();
    return refused;
  }
}
