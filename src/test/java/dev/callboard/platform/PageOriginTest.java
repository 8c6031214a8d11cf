package dev.callboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOriginTest {

  private final PageOrigin origin = new PageOrigin(Set.of("lobby.example"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "localhost:3978,     -,                        -,           true",
        "LOCALHOST,          -,                        -,           true",
        "127.0.0.1:3978,     -,                        -,           true",
        "[::1]:3978,         -,                        -,           true",
        "192.168.1.20:3978,  -,                        -,           true",
        "lobby.example,      https://lobby.example,    same-origin, true",
        "localhost:3978,     http://localhost:3978,    none,        true",
        "evil.example,       -,                        -,           false",
        "localhost.evil.example, -,                    -,           false",
        "127.0.0.1.evil.example, -,                    -,           false",
        "lobby.example.evil.example, -,                -,           false",
        "localhost:3978,     http://evil.example,      -,           false",
        "localhost:3978,     http://localhost:4000,    -,           false",
        "localhost:3978,     null,                     -,           false",
        "localhost:3978,     -,                        cross-site,  false",
        "localhost:3978,     -,                        same-site,   false",
        "-,                  -,                        -,           false"
      })
  void request_isOwnOnlyFromTheLobbysOwnPage(
      String host, String from, String site, boolean expected) {
    Map<String, List<String>> headers = new HashMap<>();
    put(headers, "host", host);
    put(headers, "origin", from);
    put(headers, "sec-fetch-site", site);

    assertThat(origin.own(request(headers))).isEqualTo(expected);
  }

  @Test
  void emptyHost_isNobody() {
    assertThat(origin.own(request(Map.of("host", List.of(""))))).isFalse();
    assertThat(origin.own(request(Map.of("host", List.of(":80"))))).isFalse();
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    if (value != null) {
      headers.put(name, List.of(value));
    }
  }

  private static WebhookRequest request(Map<String, List<String>> headers) {
    return new WebhookRequest("GET", "/lobby/session", "", headers, new byte[0]);
  }
}
