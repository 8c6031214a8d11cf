package dev.callboard.testing;

import java.util.Random;
import java.util.function.Consumer;

/** Properties held against many cases made by chance, the same ones each time. */
public final class Cases {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private Cases() {}

  /** Holds the property against as many cases; one that fails names its number. */
  public static void each(int count, Consumer<Random> property) {
    for (int number = 0; number < count; number++) {
      only(number, property);
    }
  }

  /** One case alone, to look closer at what failed. */
  public static void only(int number, Consumer<Random> property) {
    try {
      property.accept(new Random(number * SPREAD));
    } catch (AssertionError | RuntimeException failed) {
      throw new AssertionError("case " + number + ": " + failed.getMessage(), failed);
    }
  }
}
