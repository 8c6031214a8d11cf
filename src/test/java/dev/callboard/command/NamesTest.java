package dev.callboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Spelling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final List<String> LINKS = List.of("handout", "handbook", "slides", "poll-1");

  @ParameterizedTest
  @CsvSource({
    "handout, handout",
    "HANDOUT, handout",
    "handuot, handout",
    "hando, handout",
    "slide, slides",
    "slidse, slides",
    "poll, poll-1"
  })
  void slipOrBeginning_isForgiven(String typed, String meant) {
    assertThat(Names.closest(typed, LINKS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"hand", "h", "xyz", "sl1des2", "handot2x"})
  void doubt_isNotDecided(String typed) {
    assertThat(Names.closest(typed, LINKS)).isEmpty();
  }

  @Test
  void similarNames_areOfferedNearestFirst() {
    assertThat(Names.similar("hand", LINKS)).containsExactly("handout", "handbook");
    assertThat(Names.similar("lnik", List.of("link", "links", "note"))).startsWith("link");
  }

  @ParameterizedTest
  @CsvSource({"link, link, 0", "lnik, link, 1", "lik, link, 1", "ling, link, 1", "'', abc, 3"})
  void slips_areCounted(String left, String right, int slips) {
    assertThat(Spelling.slips(left, right)).isEqualTo(slips);
    assertThat(Spelling.slips(right, left)).isEqualTo(slips);
  }
}
