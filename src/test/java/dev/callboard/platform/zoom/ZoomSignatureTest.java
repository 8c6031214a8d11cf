package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callboard.platform.Secret;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.platform.zoom.ZoomSignature.Proof;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomSignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-24T14:12:00Z");
  private static final String STAMP = Long.toString(NOW.getEpochSecond());

  /** As Zoom sends names: some letters raw, some escaped. */
  private static final byte[] MIXED =
      "{\"event\":\"meeting.started\",\"n\":\"Zo\u00eb Jos\\u00e9 \u5b66\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final SettableClock clock = new SettableClock(NOW);

  private ZoomSignature signature(@Nullable String previous) {
    URI nowhere = URI.create("http://127.0.0.1:1");
    Secret second = previous == null ? null : new Secret(previous);
    return new ZoomSignature(
        new ZoomSettings(
            new Secret(FakeZoom.SECRET),
            second,
            null,
            null,
            "",
            "",
            nowhere,
            nowhere,
            ZoomPlan.PRO),
        clock);
  }

  private static WebhookRequest signed(byte[] body, String secret) {
    return FakeZoom.signed(body, secret, NOW);
  }

  private int refusal(WebhookRequest request) {
    ZoomRefusal refusal =
        catchThrowableOfType(ZoomRefusal.class, () -> signature(null).check(request));
    assertThat(refusal).as("the refusal").isNotNull();
    return refusal.status();
  }

  @Test
  void rawBytes_areWhatIsSigned() throws IOException {
    assertThatCode(() -> signature(null).check(signed(MIXED, FakeZoom.SECRET)))
        .doesNotThrowAnyException();

    byte[] written = new JsonMapper().writeValueAsBytes(new JsonMapper().readTree(MIXED));
    String digest = FakeZoom.hmac(FakeZoom.SECRET, "v0:" + STAMP + ":", written);
    assertThat(refusal(FakeZoom.request(MIXED, STAMP, "v0=" + digest))).isEqualTo(401);
  }

  @Test
  void flippedBit_isRefused() {
    WebhookRequest sound = signed(MIXED, FakeZoom.SECRET);
    byte[] body = MIXED.clone();
    body[20] = (byte) (body[20] ^ 1);

    assertThat(
            refusal(new WebhookRequest("POST", sound.path(), sound.query(), sound.headers(), body)))
        .isEqualTo(401);
  }

  @Test
  void missingCredentials_areRefused() {
    String digest = "v0=" + FakeZoom.hmac(FakeZoom.SECRET, "v0:" + STAMP + ":", MIXED);

    assertThat(refusal(FakeZoom.request(MIXED, null, digest))).isEqualTo(401);
    assertThat(refusal(FakeZoom.request(MIXED, STAMP, null))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "v0=zz", "v1=", "v0=0000", "bearer x"})
  void signatureOfAnotherForm_isRefused(String signature) {
    assertThat(refusal(FakeZoom.request(MIXED, STAMP, signature))).isEqualTo(401);
    String padded = signature + "0".repeat(Math.max(0, 67 - signature.length()));
    assertThat(refusal(FakeZoom.request(MIXED, STAMP, padded))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "-1", "1e9", "17955295200000000", "１７９５５２９５２０"})
  void timestampThatIsNoSeconds_isRefused(String timestamp) {
    String digest = FakeZoom.hmac(FakeZoom.SECRET, "v0:" + timestamp + ":", MIXED);

    assertThat(refusal(FakeZoom.request(MIXED, timestamp, "v0=" + digest))).isEqualTo(401);
  }

  @Test
  void secretThatWasReplaced_isStillBelievedWhileItIsSet() throws ZoomRefusal {
    WebhookRequest old = signed(MIXED, "the old secret");
    assertThat(refusal(old)).isEqualTo(401);

    ZoomSignature rotating = signature("the old secret");
    Proof proof = rotating.check(old);
    rotating.check(signed(MIXED, FakeZoom.SECRET));

    byte[] token = "w8Qd2pLr".getBytes(StandardCharsets.UTF_8);
    assertThat(proof.answer("w8Qd2pLr"))
        .isEqualTo(FakeZoom.hmac("the old secret", "", token))
        .isEqualTo(proof.answer("w8Qd2pLr").toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "7200, true", "7201, false", "-300, true", "-301, false"})
  void age_hasLimitsBothWays(long seconds, boolean believed) {
    WebhookRequest request = FakeZoom.signed(MIXED, FakeZoom.SECRET, NOW.minusSeconds(seconds));

    if (believed) {
      assertThatCode(() -> signature(null).check(request)).doesNotThrowAnyException();
    } else {
      assertThat(refusal(request)).isEqualTo(401);
    }
  }
}
