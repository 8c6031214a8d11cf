package dev.callboard.report.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Cases;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No audio        | no audio",
        "no audio!!      | no audio",
        "  no   audio.   | no audio",
        "“No audio”      | no audio",
        "no-audio        | no audio",
        "Can't hear      | can’t hear",
        "Cant hear       | can't hear",
        "Écran noir      | e\u0301cran noir",
        "हिंदी नहीं चलती।  | हिंदी नहीं चलती",
        "聲音沒有！       | 聲音沒有"
      })
  void same_isKnownHoweverItIsWritten(String one, String other) {
    assertThat(Occurrence.plain(one)).isEqualTo(Occurrence.plain(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "no audio, no video",
    "audio 1, audio 2",
    "हिंदी, हदी",
    "?!, ...",
    "noaudio, no audio"
  })
  void other_staysAnother(String one, String other) {
    assertThat(Occurrence.plain(one)).isNotEqualTo(Occurrence.plain(other));
  }

  /** Letters whose capitals come back to them; others, such as ß, are spelt in another way. */
  @Test
  void lettersAndWhatStandsAround_makeNoDifference() {
    List<String> words = List.of("no", "audio", "kamera", "zoom", "écran", "звук", "9", "slow");
    List<String> marks = List.of(" ", "  ", " - ", ", ", "\t", "… ", "/");
    Cases.each(
        500,
        chance -> {
          StringBuilder plain = new StringBuilder();
          StringBuilder odd = new StringBuilder(pick(chance, marks));
          for (int i = 0; i <= chance.nextInt(4); i++) {
            String word = pick(chance, words);
            plain.append(plain.isEmpty() ? "" : " ").append(word);
            odd.append(chance.nextBoolean() ? word.toUpperCase(Locale.ROOT) : word);
            odd.append(pick(chance, marks));
          }
          assertThat(Occurrence.plain(odd.toString())).isEqualTo(plain.toString());
        });
  }

  private static String pick(Random chance, List<String> some) {
    return some.get(chance.nextInt(some.size()));
  }
}
