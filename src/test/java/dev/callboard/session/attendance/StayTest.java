package dev.callboard.session.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of what meetings showed of one stay. */
class StayTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  /** The last leaves the address out; of those that name one, the later counts. */
  private static final List<Attendee> SHOWN =
      List.of(who("Pat", "old@example.com"), who("Pat L", "new@example.com"), who("Pat Lee", ""));

  private static Attendee who(String name, String mail) {
    return new Attendee("c1", "s1", null, null, name, mail, null);
  }

  private static Stay stay(int... order) {
    Shown first = Shown.of(SHOWN.get(order[0]), NOON.plusSeconds(order[0]));
    Stay stay = new Stay("s1", "h", 1, first, Map.of());
    for (int told : order) {
      stay = stay.told(SHOWN.get(told), NOON.plusSeconds(told));
    }
    return stay;
  }

  @ParameterizedTest
  @CsvSource({"0,1,2", "0,2,1", "1,0,2", "1,2,0", "2,0,1", "2,1,0"})
  void newestWord_countsInWhateverOrderItIsTold(int first, int second, int third) {
    Stay stay = stay(first, second, third);

    assertThat(stay.name()).isEqualTo("Pat Lee");
    assertThat(stay.who().email()).isEqualTo("new@example.com");
  }

  @Test
  void wordsOfOneInstant_areChosenAlike() {
    Attendee one = who("Ann", "a@example.com");
    Attendee other = who("Bob", "b@example.com");
    Stay forth = new Stay("s", "h", 1, Shown.of(one, NOON), Map.of());
    Stay back = new Stay("s", "h", 1, Shown.of(other, NOON), Map.of());

    assertThat(forth.told(other, NOON)).isEqualTo(back.told(one, NOON));
  }
}
