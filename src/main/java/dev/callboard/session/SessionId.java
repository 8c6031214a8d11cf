package dev.callboard.session;

/** The name of one delivery, readable by people, such as {@code hybrid-meetings-1123}. */
public record SessionId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
