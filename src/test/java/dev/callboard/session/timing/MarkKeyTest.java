package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.testing.Cases;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keys of marks, read. */
class MarkKeyTest {

  @Test
  void everyKeyOfAClass_saysWhatItsMarkIs() {
    Cases.each(
        500,
        random -> {
          RandomClass given = new RandomClass(random).starts().lives();
          for (Mark mark : Marks.of(given.session(), given.clock())) {
            MarkKey key = MarkKey.of(mark.key()).orElseThrow();
            assertThat(key.again()).isEqualTo(mark.again());
            if (!mark.again()) { // which may say another thing, as it then stands
              assertThat(key.kind()).isEqualTo(mark.kind());
            }
            if (!mark.again() && mark.kind() != Kind.CUE) {
              assertThat(key.minutes()).isEqualTo(mark.amount().toMinutes());
            }
          }
        });
  }

  @Test
  void keyThatMeansNothing_isNone() {
    for (String key : new String[] {"", "left", "left/poll", "left/poll/x", "class/", "word/1"}) {
      assertThat(MarkKey.of(key)).isEmpty();
    }
    assertThat(MarkKey.of("again/3/left/poll/5"))
        .isEqualTo(Optional.of(new MarkKey(Kind.LEFT, "poll", 5, true)));
  }
}
