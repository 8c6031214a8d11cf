package dev.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Outgoing;
import dev.callboard.session.Event;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of events and messages, filled by chance, comes back from its JSON as it was. */
class CodecCasesTest {

  private static final Codec CODEC = new Codec();
  private static final int EACH = 300;

  static Stream<Class<?>> events() {
    return Stream.of(Event.class.getPermittedSubclasses());
  }

  static Stream<Class<?>> changes() {
    return Stream.of(Outgoing.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("events")
  void event_isReadAsItWasWritten(Class<?> type) {
    for (int seed = 0; seed < EACH; seed++) {
      Event event = (Event) new RandomValues(seed).of(type);
      assertThat(CODEC.event(onDisk(CODEC.write(event)))).as("seed %s", seed).isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void change_isReadAsItWasWritten(Class<?> type) {
    for (int seed = 0; seed < EACH; seed++) {
      Outgoing change = (Outgoing) new RandomValues(seed).of(type);
      assertThat(CODEC.change(onDisk(CODEC.write(change)))).as("seed %s", seed).isEqualTo(change);
    }
  }

  /** Databases keep UTF-8 without nul. */
  private static String onDisk(String json) {
    assertThat(json).doesNotContain("\u0000");
    return new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
