package dev.callboard.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Circuit circuit = new Circuit();

  private void silences(int many) {
    for (int i = 0; i < many; i++) {
      circuit.silent(false, 0, 1);
    }
  }

  @Test
  void severalSilencesInARow_openIt() {
    silences(Circuit.SILENCES - 1);
    assertThat(circuit.isOpen()).isFalse();
    circuit.answered();
    silences(Circuit.SILENCES - 1);
    assertThat(circuit.isOpen()).isFalse();

    silences(1);

    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.early(0)).isEqualTo(2 * SECOND);
    assertThat(circuit.early(2 * SECOND)).isZero();
  }

  @Test
  void whatLeftBeforeItOpened_doesNotProlongThePause() {
    silences(Circuit.SILENCES);
    circuit.silent(false, SECOND, 1);

    assertThat(circuit.early(SECOND)).isEqualTo(SECOND);
  }

  @Test
  void everySilenceOfOneSentAhead_makesThePauseLongerUpToHalfAMinute() {
    silences(Circuit.SILENCES);
    long[] pauses = new long[7];
    for (int i = 0; i < pauses.length; i++) {
      circuit.sendAhead();
      assertThat(circuit.probing()).isTrue();
      circuit.silent(true, 0, 1);
      assertThat(circuit.probing()).isFalse();
      pauses[i] = circuit.early(0) / SECOND;
    }

    assertThat(pauses).containsExactly(4, 8, 16, 32, 32, 32, 32);
  }

  @Test
  void anyAnswer_closesItAndForgets() {
    silences(Circuit.SILENCES);
    circuit.sendAhead();
    circuit.answered();

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.probing()).isFalse();
    silences(Circuit.SILENCES);
    assertThat(circuit.early(0)).isEqualTo(2 * SECOND);
  }

  @Test
  void oneSentAheadThatLearntNothing_makesRoomForTheNext() {
    silences(Circuit.SILENCES);
    circuit.sendAhead();
    circuit.learntNothing();

    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.probing()).isFalse();
  }
}
