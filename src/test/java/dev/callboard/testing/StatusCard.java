package dev.callboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.chat.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The status card of a class that is behind, and its renderings as written down in {@code
 * fixtures/status-card}. What was rendered instead is left in {@code target/status-card}.
 */
public final class StatusCard {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StatusCard() {}

  /** Seven minutes into a segment of ten, three behind the clock. */
  public static Content midClass() {
    TestDesk bot = TestDesk.hybrid();
    bot.types("priya", "open hybrid");
    bot.passes(Duration.ofMinutes(12));
    bot.types("priya", "start");
    bot.passes(Duration.ofMinutes(6));
    bot.types("priya", "next");
    bot.passes(Duration.ofMinutes(7));
    bot.types("priya", "status");
    return bot.answer();
  }

  /** Fails when the rendering is not the one that is written down. */
  public static void assertWrittenDown(String name, String json) {
    try {
      String rendered = JSON.writeValueAsString(JSON.readTree(json)) + "\n";
      Path folder = Files.createDirectories(Path.of("target", "status-card"));
      Files.writeString(folder.resolve(name), rendered);
      assertThat(rendered).isEqualTo(writtenDown(name));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static String writtenDown(String name) throws IOException {
    try (var stream = StatusCard.class.getResourceAsStream("/fixtures/status-card/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
