package dev.callboard.web;

/**
 * Where the server listens.
 *
 * @param bind name or address of the interface, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 */
public record WebSettings(String bind, int port) {

  public WebSettings {
    if (bind.isBlank()) {
      throw new IllegalArgumentException("server.bind: blank (expected: an address)");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("server.port: " + port + " (expected: 0 to 65535)");
    }
  }
}
