package dev.callboard.platform;

/** A text that must not be seen: its {@code toString} hides it. */
public record Secret(String value) {

  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("secret: blank (expected: a text)");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
