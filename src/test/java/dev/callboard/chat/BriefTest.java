package dev.callboard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts cut short. */
class BriefTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "abcde, abcde",
    "abcdef, abcd…",
    "abcd🦊, abcd…",
    "abc🦊ef, abc…",
    "abc🦊, abc🦊"
  })
  void text_isAtMostSoLongAndEndsWithAWholeCharacter(String text, String brief) {
    assertThat(Brief.of(text, 5)).isEqualTo(brief);
  }
}
