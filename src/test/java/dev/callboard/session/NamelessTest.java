package dev.callboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamelessTest {

  private static String without(String text) {
    return Nameless.of(List.of("Ben Carter", "Will Lee"), List.of("Pat Lund", "iPhone 12"))
        .without(text);
  }

  @Test
  void learners_goHoweverTheyAreCalled() {
    assertThat(without("Ben Carter, ben and BEN's mic, told Mr carter"))
        .isEqualTo("a learner, a learner and a learner's mic, told Mr a learner");
  }

  @Test
  void ordinaryWords_stay() {
    assertThat(without("the poll will not open for Will, bent leeway"))
        .isEqualTo("the poll will not open for a learner, bent leeway");
  }

  @Test
  void guests_goAsAWholeAndDevicesStay() {
    assertThat(without("Pat Lund on an iPhone 12 is late, pat"))
        .isEqualTo("a learner on an iPhone 12 is late, pat");
  }
}
