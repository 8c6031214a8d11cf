package dev.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-24T14:12:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "2, PT2S",
    "' 120 ', PT2M",
    "'Tue, 24 Nov 2026 14:12:30 GMT', PT30S",
    "'Tue, 24 Nov 2026 14:00:00 GMT', PT0S",
    "2026-11-25T00:00:00Z, PT9H48M",
    "2026-11-24T15:12:30+01:00, PT30S",
    "2026-11-24T00:00:00Z, PT0S"
  })
  void header_saysHowLong(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW)).contains(wait);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "soon",
        "-5",
        "1.5",
        "999999999999999999999",
        "２",
        "2026-11-25",
        "2026-13-01T00:00:00Z"
      })
  void useless_saysNothing(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  @Test
  void date_isCountedFromNow() {
    assertThat(RetryAfter.parse("Tue, 24 Nov 2026 14:12:30 GMT", NOW.plusSeconds(10)))
        .contains(Duration.ofSeconds(20));
  }
}
