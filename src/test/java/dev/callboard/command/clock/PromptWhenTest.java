package dev.callboard.command.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instant a time of day means, over midnight and on the days the clocks are changed. */
class PromptWhenTest {

  @ParameterizedTest
  @CsvSource({
    // over midnight
    "Europe/London, 2026-11-24T23:30:00Z, 23:30, 2026-11-24T23:30:00Z",
    "Europe/London, 2026-11-24T23:30:00Z, 23:59, 2026-11-24T23:59:00Z",
    "Europe/London, 2026-11-24T23:30:00Z, 0:00, 2026-11-25T00:00:00Z",
    "Europe/London, 2026-11-24T23:30:00Z, 00.20, 2026-11-25T00:20:00Z",
    "Europe/London, 2026-11-24T23:30:00Z, 11:29, 2026-11-25T11:29:00Z",
    "Europe/London, 2026-11-24T00:10:00Z, 23:50, 2026-11-24T23:50:00Z",
    // London, 25 October: 02:00 is 01:00 again
    "Europe/London, 2026-10-24T22:30:00Z, 00:30, 2026-10-24T23:30:00Z",
    "Europe/London, 2026-10-24T22:30:00Z, 01:30, 2026-10-25T00:30:00Z",
    "Europe/London, 2026-10-24T22:30:00Z, 02:30, 2026-10-25T02:30:00Z",
    "Europe/London, 2026-10-25T00:10:00Z, 01:30, 2026-10-25T00:30:00Z",
    "Europe/London, 2026-10-25T00:50:00Z, 01:20, 2026-10-25T01:20:00Z",
    "Europe/London, 2026-10-25T00:50:00Z, 01:55, 2026-10-25T00:55:00Z",
    "Europe/London, 2026-10-25T01:10:00Z, 01:30, 2026-10-25T01:30:00Z",
    "Europe/London, 2026-10-25T01:10:00Z, 02:00, 2026-10-25T02:00:00Z",
    // London, 28 March: 01:00 is 02:00
    "Europe/London, 2027-03-27T23:30:00Z, 00:59, 2027-03-28T00:59:00Z",
    "Europe/London, 2027-03-27T23:30:00Z, 02:00, 2027-03-28T01:00:00Z",
    "Europe/London, 2027-03-28T00:50:00Z, 02:10, 2027-03-28T01:10:00Z",
    "Europe/London, 2027-03-28T14:00:00Z, 01:30, 2027-03-29T00:30:00Z",
    // Havana, 1 November: 01:00 is 00:00 again; 14 March: 00:00 is 01:00
    "America/Havana, 2026-11-01T03:40:00Z, 00:20, 2026-11-01T04:20:00Z",
    "America/Havana, 2026-11-01T04:40:00Z, 00:20, 2026-11-01T05:20:00Z",
    "America/Havana, 2027-03-14T04:40:00Z, 01:20, 2027-03-14T05:20:00Z"
  })
  void timeOfDay_isTheNextThatAClockInTheClassShowsSo(
      String zone, Instant now, String typed, Instant at) {
    assertThat(PromptWhen.of("at " + typed + " Poll", now, ZoneId.of(zone)))
        .isEqualTo(new PromptWhen(true, at, "Poll"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T23:30:00Z | 23:10 | 23:10 has passed; it is 23:30 in the class.",
        "2026-11-24T23:30:00Z | 24:00 | “24:00” is not a time of day, such as 14:45.",
        "2026-10-25T01:10:00Z | 01:05 | 01:05 has passed; it is 01:10 in the class.",
        "2026-10-25T02:10:00Z | 01:50 | 01:50 has passed; it is 02:10 in the class.",
        "2027-03-27T23:30:00Z | 01:30 | There is no 01:30 that day: the clocks go from 01:00 to"
            + " 02:00.",
        "2027-03-28T00:10:00Z | 01:00 | There is no 01:00 that day: the clocks go from 01:00 to"
            + " 02:00.",
        "2027-03-28T01:05:00Z | 01:59 | There is no 01:59 that day: the clocks go from 01:00 to"
            + " 02:00.",
        "2027-03-28T01:05:00Z | 00:59 | 00:59 has passed; it is 02:05 in the class.",
        "2027-03-27T10:00:00Z | 01:30 | 01:30 has passed; it is 10:00 in the class.",
      })
  void timeThatDoesNotCome_isRefusedWithOneSentence(Instant now, String typed, String sentence) {
    assertThatThrownBy(
            () -> PromptWhen.of("at " + typed + " Poll", now, ZoneId.of("Europe/London")))
        .hasMessageContaining(sentence);
  }
}
