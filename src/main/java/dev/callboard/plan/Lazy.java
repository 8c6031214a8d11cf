package dev.callboard.plan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made at first use: the schema costs time that a starting server does not have. Thread-safe. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    T ready = made;
    if (ready == null) {
      ready = maker.get();
      made = ready;
    }
    return ready;
  }
}
