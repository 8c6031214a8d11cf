package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callboard.chat.Delivery;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.chat.Sighting;
import dev.callboard.platform.Door;
import dev.callboard.testing.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured harms nothing of what it measures. */
class MetersTest {

  private final Meters meters = new Meters(SettableClock.at("2026-11-24T13:58:00Z"));

  private static Inbound told(String at) {
    return new Inbound.Presence(
        new Delivery("zoom:1", Delivery.Route.POSTED),
        new Sighting(new Place("zoom", "a", "m"), "o", Instant.parse(at), new Sighting.Over()));
  }

  private String printed() {
    StringBuilder out = new StringBuilder();
    meters.metrics().forEach(metric -> metric.print(out));
    return out.toString();
  }

  private double value(String series) {
    return printed()
        .lines()
        .filter(line -> line.startsWith(series))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "2000-01-01T00:00:00Z", "9999-12-31T00:00:00Z"})
  void clockOfAMeetingThatIsWrong_spoilsNoSum(String at) {
    Door door = meters.door("zoom", _ -> new Reply.Quiet());

    assertThat(door.handle(told(at))).isEqualTo(new Reply.Quiet());

    assertThat(value("callboard_event_lag_seconds_count")).isEqualTo(1);
    assertThat(value("callboard_event_lag_seconds_sum")).isBetween(0.0, 86_400.0);
  }

  @Test
  void factThatWasNotKept_isNotMeasured() {
    Door door =
        meters.door(
            "zoom",
            _ -> {
              throw new IllegalStateException("not kept");
            });

    assertThatThrownBy(() -> door.handle(told("2026-11-24T13:57:00Z")))
        .hasMessageContaining("not kept");

    assertThat(value("callboard_event_lag_seconds_count")).isEqualTo(-1);
  }
}
