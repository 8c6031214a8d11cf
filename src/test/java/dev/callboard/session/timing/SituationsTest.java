package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each situation of {@code situations.txt}. */
class SituationsTest {

  static List<Situation> all() {
    return Situation.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void situation(Situation situation) {
    situation.check();
  }

  @Test
  void situations_areManyAndEachHasANameOfItsOwn() {
    assertThat(all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all()).extracting(Situation::name).doesNotHaveDuplicates();
  }
}
