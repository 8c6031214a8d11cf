package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures made by Slack's SDK, and those that nobody should believe. */
class SlackSignatureTest {

  private static final byte[] BODY = "text=p%C3%A1gina+12".getBytes(StandardCharsets.UTF_8);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final Secret secret = new Secret("8f742231b10e8888abcd99yyyzzz85a5");
  private final SlackSignature signature = new SlackSignature(secret, clock);

  @AfterEach
  void close() {
    slack.close();
  }

  private WebhookRequest signed() {
    return slack.requests().signed(BODY, clock.instant(), secret);
  }

  private static WebhookRequest with(WebhookRequest request, String header, String value) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.put(header, List.of(value));
    return new WebhookRequest("POST", "/slack/events", "", headers, request.body());
  }

  @Test
  void soundRequest_isBelieved() {
    assertThat(signature.refusal(signed())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-300, true",
    "-301, false",
    "300, true",
    "301, false",
    "86400, false",
    "-86400, false"
  })
  void age_isLookedAtInBothDirections(long seconds, boolean believed) {
    WebhookRequest request = signed();
    clock.advance(Duration.ofSeconds(-seconds));

    assertThat(signature.refusal(request).isEmpty()).isEqualTo(believed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "now", "-1795000000", "1795000000.5", "99999999999999999999", "１７９５"})
  void oddTimestamp_isRefused(String timestamp) {
    assertThat(signature.refusal(with(signed(), "x-slack-request-timestamp", timestamp)))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "v0=zz", "v1=", "sha256=", "v0=00"})
  void oddSignature_isRefused(String text) {
    assertThat(signature.refusal(with(signed(), "x-slack-signature", text))).isPresent();
    String sixtyFour = text + "0".repeat(Math.max(0, 67 - text.length()));
    assertThat(signature.refusal(with(signed(), "x-slack-signature", sixtyFour))).isPresent();
  }

  @Test
  void bytesThatAreNoText_areSignedAsTheyAre() {
    byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 13, 10};
    assertThat(signature.refusal(slack.requests().signed(noise, clock.instant(), secret)))
        .isEmpty();
    byte[] repaired = new String(noise, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    WebhookRequest other = slack.requests().signed(noise, clock.instant(), secret);
    assertThat(
            signature.refusal(
                new WebhookRequest("POST", "/slack/events", "", other.headers(), repaired)))
        .isPresent();
  }

  @Test
  void upperCaseHex_isTheSameNumber() {
    String hex = signed().header("x-slack-signature").orElseThrow().substring(3);
    WebhookRequest upper =
        with(signed(), "x-slack-signature", "v0=" + hex.toUpperCase(Locale.ROOT));
    assertThat(signature.refusal(upper)).isEmpty();
  }

  @Test
  void manyThreads_mayAskAtOnce() throws Exception {
    WebhookRequest sound = signed();
    WebhookRequest forged =
        slack.requests().signed(BODY, clock.instant(), new Secret("another secret"));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        WebhookRequest request = i % 2 == 0 ? sound : forged;
        boolean believed = i % 2 == 0;
        assertThat(threads.submit(() -> signature.refusal(request).isEmpty()).get())
            .isEqualTo(believed);
      }
    }
  }
}
