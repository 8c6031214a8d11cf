package dev.callboard.command.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong and on what, as producers type it. */
class SymptomTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no audio on iphone           | no audio                | iPhone",
        "no  audio on an iPhone 12.   | no audio                | iPhone 12",
        "no video in chrome on windows 11 | no video            | Chrome on Windows 11",
        "cannot draw, ipad            | cannot draw             | iPad",
        "echo on her laptop           | echo                    | laptop",
        "cannot type in the zoom app  | cannot type             | Zoom app",
        "frozen on a mac with safari  | frozen                  | Mac with Safari",
        "iphone has no audio          | iphone has no audio     | iPhone",
        "poll does not open           | poll does not open      |",
        "stuck on page 7              | stuck on page 7         |",
        "windows do not share         | windows do not share    |",
        "edge of the board is cut     | edge of the board is cut |",
        "on iphone                    | on iphone               | iPhone",
      })
  void device_isToldFromWhatIsWrong(String typed, String text, String device) {
    assertThat(Symptom.of(typed)).isEqualTo(new Symptom(text, device));
  }

  @Test
  void longLine_isReadAtOnce() {
    String typed = "on iphone, with a mac ".repeat(23) + "!";

    assertThat(Symptom.of(typed).device()).isNotNull();
  }
}
