package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.config.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /metrics} tells of a class, and that all of it is listed in {@code metrics.md}. */
class MetricsTest {

  private static final Pattern LISTED =
      Pattern.compile("^\\| (callboard_\\w+) \\| (\\w+) \\|([^|]*)\\|");

  @TempDir Path folder;

  private LobbyServer server;

  @BeforeEach
  void open() throws IOException, SettingsException {
    server = new LobbyServer(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String metrics() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "metrics")).build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private long metric(String series) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .map(line -> Long.parseLong(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(-1L);
  }

  private static List<Matcher> listed() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/metrics.md"))) {
      return lines.map(LISTED::matcher).filter(Matcher::find).toList();
    }
  }

  @Test
  void everyMetric_isListedWithItsKindAndLabels() throws Exception {
    runAClass();
    String told = metrics();

    assertThat(told.lines().filter(line -> line.startsWith("# TYPE")))
        .containsExactlyInAnyOrderElementsOf(
            listed().stream().map(row -> "# TYPE " + row.group(1) + " " + row.group(2)).toList());
    for (Matcher row : listed()) {
      List<String> labels =
          Stream.of(row.group(3).split(",")).map(String::strip).filter(l -> !l.isEmpty()).toList();
      assertThat(
              told.lines()
                  .filter(line -> line.matches(row.group(1) + "(_bucket|_sum|_count)?[ {].*")))
          .as(row.group(1))
          .allSatisfy(line -> assertThat(labels(line)).isEqualTo(labels));
    }
  }

  private static List<String> labels(String line) {
    return Pattern.compile("(\\w+)=\"[a-z0-9/._+]*[^\"]*\"")
        .matcher(line)
        .results()
        .map(found -> found.group(1))
        .filter(label -> !label.equals("le"))
        .toList();
  }

  private void runAClass() throws Exception {
    LobbyCaller priya = new LobbyCaller(server.url(), "hybrid-meetings", "priya");
    LobbyCaller amara = new LobbyCaller(server.url(), "hybrid-meetings", "amara");
    priya.types("open hybrid-meetings");
    priya.types("start");
    amara.meets(UUID.randomUUID().toString(), "join", "");
    server.clock().advance(Duration.ofMinutes(5));
    server
        .clock()
        .until(
            "a prompt",
            () -> metric("callboard_prompt_lateness_seconds_count{platform=\"lobby\"}") > 0);
  }

  @Test
  void classThatRuns_isMeasured() throws Exception {
    runAClass();

    assertThat(metric("callboard_command_seconds_count{entrance=\"lobby\"}")).isEqualTo(2);
    assertThat(metric("callboard_event_lag_seconds_count{platform=\"lobby\"}")).isPositive();
    assertThat(metric("callboard_open_classes")).isEqualTo(1);
    assertThat(metric("callboard_page_readers")).isZero();
    assertThat(metric("callboard_outbox_waiting{platform=\"lobby\"}")).isNotNegative();
    assertThat(metrics()).doesNotContain("priya", "hybrid-meetings");
  }
}
