package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Place;
import dev.callboard.chat.Terms;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Destination ROOM = new Destination.Room(new Place("slack", "T01", "C05"));
  private static final Message MESSAGE =
      new Message(new Audience.Learners(), Content.text("page 12"));

  private static Entry post(int attempts) {
    return new Entry(1, null, new Outgoing.Post("k", ROOM, MESSAGE), attempts, NOON, NOON);
  }

  private static PlatformException failure(Kind kind) {
    return new PlatformException(kind, "x");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "7, 120", "40, 120"})
  void pauses_growAndAreSpreadByChance(int attempts, int seconds) {
    assertThat(Retry.pause(attempts, 1)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(Retry.pause(attempts, 0)).isEqualTo(Duration.ofMillis(seconds * 500L));
  }

  @Test
  void retryAfter_isObeyed() {
    PlatformException limited =
        new PlatformException(Kind.RATE_LIMITED, "x", Duration.ofSeconds(42), null);

    assertThat(Retry.next(post(0), limited, NOON, 0)).contains(NOON.plusSeconds(42));
  }

  @Test
  void postThatMayHaveArrived_isNotSaidAgainButAnEditIs() {
    Entry edit = new Entry(1, null, new Outgoing.Edit("k", ROOM, MESSAGE), 0, NOON, NOON);

    assertThat(Retry.next(post(0), failure(Kind.UNCERTAIN), NOON, 1)).isEmpty();
    assertThat(Retry.next(edit, failure(Kind.UNCERTAIN), NOON, 1)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"FORBIDDEN", "NOT_FOUND", "INVALID", "UNAUTHORIZED"})
  void refusal_isFinal(Kind kind) {
    assertThat(Retry.next(post(0), failure(kind), NOON, 1)).isEmpty();
  }

  @Test
  void messageNobodyWaitsForAnyMore_isGivenUp() {
    Instant late = NOON.plus(Retry.LIFE);

    assertThat(Retry.next(post(3), failure(Kind.UNAVAILABLE), late, 1)).isEmpty();
  }

  @Test
  void promptThatWouldComeTooLate_isGivenUpAtOnce() {
    Terms terms = Terms.PROMPT.until(NOON.plusSeconds(180));
    Entry prompt = new Entry(1, null, new Outgoing.Post("k", ROOM, MESSAGE, terms), 9, NOON, NOON);
    PlatformException limited =
        new PlatformException(Kind.RATE_LIMITED, "x", Duration.ofMinutes(4), null);

    assertThat(Retry.next(prompt, limited, NOON, 0)).isEmpty();
    assertThat(Retry.next(prompt, failure(Kind.UNAVAILABLE), NOON, 1))
        .contains(NOON.plusSeconds(8));
  }
}
