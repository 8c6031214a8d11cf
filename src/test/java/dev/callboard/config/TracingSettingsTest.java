package dev.callboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.platform.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where traces are sent, and what is shown to whom. */
class TracingSettingsTest {

  private static final URI URL = URI.create("https://collector.example.com/v1/traces");

  private static List<String> problems(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(Path.of("."));
    return catchThrowableOfType(SettingsException.class, () -> reader.read(null, environment))
        .problems();
  }

  @Test
  void withoutAHeader_noneIsSent() {
    TracingSettings settings = new TracingSettings(URL, null);

    assertThat(settings.headerName()).isEmpty();
    assertThat(settings.headerValue()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer a.b-c_d=, Authorization, Bearer a.b-c_d=",
    "x-honeycomb-team:k3y, x-honeycomb-team, k3y",
    "Authorization:   Basic dXNlcjpwYXNz, Authorization, Basic dXNlcjpwYXNz"
  })
  void header_isItsNameAndWhatItSays(String written, String name, String value) {
    TracingSettings settings = new TracingSettings(URL, new Secret(written));

    assertThat(settings.headerName()).isEqualTo(name);
    assertThat(settings.headerValue()).isEqualTo(value);
    assertThat(settings.toString()).doesNotContain(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        ": hunter2",
        "Two words: hunter2",
        "Authorization: hunter2\r\nX: y",
        "Authorization: hünter2",
        "Content-Type: hunter2",
        "HOST: hunter2"
      })
  void whatIsNoHeader_isRefusedAndNotRepeated(String written) {
    assertThat(
            problems(
                Map.of(
                    "CALLBOARD_TRACING_URL", URL.toString(), "CALLBOARD_TRACING_HEADER", written)))
        .singleElement()
        .asString()
        .startsWith("tracing.header: no header (expected: Name: value")
        .doesNotContain("nter2");
  }

  @Test
  void header_goesOverTlsOrStaysOnThisMachine() {
    Secret header = new Secret("X-Token: t");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TracingSettings(URI.create("http://collector:4318/v1"), header))
        .withMessageStartingWith("tracing.url: http://collector:4318/v1 (expected: an https URL");
    assertThat(new TracingSettings(URI.create("http://localhost:4318/"), header).url()).isNotNull();
    assertThat(new TracingSettings(URI.create("http://collector:4318/v1"), null).url()).isNotNull();
  }

  @Test
  void settingsThatAreShown_tellNoHeader() throws SettingsException {
    Map<String, String> environment =
        Map.of(
            "CALLBOARD_TRACING_URL", URL.toString(), "CALLBOARD_TRACING_HEADER", "X-Team: hunter2");

    assertThat(new SettingsReader(Path.of(".")).read(null, environment).toString())
        .contains(URL.toString())
        .doesNotContain("hunter2");
  }

  @Test
  void headerWithoutAnAddress_isAMistake() {
    assertThat(problems(Map.of("CALLBOARD_TRACING_HEADER", "X-Token: t")))
        .containsExactly("tracing.url: missing (expected: where the header is to be sent to)");
    assertThat(
            problems(
                Map.of("CALLBOARD_TRACING_URL", URL.toString(), "CALLBOARD_TRACING_HEADER", " ")))
        .singleElement()
        .asString()
        .startsWith("tracing.header: blank");
  }
}
