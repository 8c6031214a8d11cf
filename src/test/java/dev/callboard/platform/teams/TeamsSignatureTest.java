package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsKeys;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is believed. The cases are those in which the SDK's own check errs, and their neighbours. */
class TeamsSignatureTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectNode PAGE = TeamsActivities.mention("1", "page 12");

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final TeamsKit kit = new TeamsKit(door, clock);
  private final FakeTeams teams = kit.teams();

  @AfterEach
  void close() {
    kit.close();
  }

  private int status(WebhookRequest request) {
    return kit.adapter().accept(request).status();
  }

  private int claiming(UnaryOperator<ObjectNode> change) {
    return status(teams.signed(PAGE, change));
  }

  private WebhookRequest bearing(String authorization) {
    return FakeTeams.request(teams.signed(PAGE).body(), authorization);
  }

  private void assertRefused(int status) {
    assertThat(status).isIn(401, 403);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void soundToken_isBelieved() {
    assertThat(status(teams.signed(PAGE))).isEqualTo(200);
    assertThat(door.commands()).hasSize(1);
  }

  @Test
  void scheme_isReadInAnyCase() {
    String token = teams.key().sign(teams.claims());

    assertThat(status(bearing("bearer " + token))).isEqualTo(200);
    assertThat(status(bearing("BEARER   " + token + " "))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc",
        "Bearer ",
        "Bearer",
        "Basic dXNlcjpwYXNz",
        "Bearer a.b.c",
        "Bearer ..",
        "Bearer eyJhbGciOiJSUzI1NiJ9..",
        "Bearer \u0000"
      })
  void unreadableToken_isRefusedAndNotThrown(String authorization) {
    assertRefused(status(bearing(authorization)));
  }

  @Test
  void hugeToken_isRefused() {
    assertRefused(status(bearing("Bearer " + "a".repeat(100_000))));
  }

  @Test
  void tokenForAnotherBot_isRefused() {
    assertRefused(claiming(claims -> claims.put("aud", "99999999-2222-3333-4444-555555555555")));
  }

  @Test
  void tokenForSeveralBots_isRefused() {
    assertRefused(
        claiming(claims -> {
          claims.putArray("aud").add(FakeTeams.APP_ID).add("another");
          return claims;
        }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud", "iss", "exp", "serviceurl"})
  void missingClaim_isRefused(String claim) {
    assertRefused(claiming(claims -> claims.without(claim)));
  }

  /** What bots that call bots bring: the SDK believes it whatever its validator says. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0",
        "https://api.botframework.com.evil.example",
        "https://api.botframework.com/"
      })
  void skillToken_isRefused(String issuer) {
    assertRefused(
        claiming(claims ->
            claims
                .put("iss", issuer)
                .put("ver", "2.0")
                .put("azp", "77777777-2222-3333-4444-555555555555")));
  }

  /** What the emulator brings: a token the bot made for itself. */
  @Test
  void emulatorToken_isRefused() {
    assertRefused(
        claiming(claims ->
            claims
                .put("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
                .put("ver", "1.0")
                .put("appid", FakeTeams.APP_ID)));
  }

  @ParameterizedTest
  @CsvSource({"-299, 200", "-301, 401", "1, 200"})
  void expiry_isForgivenForFiveMinutes(long seconds, int status) {
    long now = clock.instant().getEpochSecond();

    assertThat(claiming(claims -> claims.put("nbf", now - 7200).put("exp", now + seconds)))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"299, 200", "301, 401"})
  void tokenOfTheFuture_isForgivenForFiveMinutes(long seconds, int status) {
    long now = clock.instant().getEpochSecond();

    assertThat(claiming(claims -> claims.put("nbf", now + seconds))).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example/", "same/", "without slash"})
  void tokenForAnotherServiceUrl_isRefused(String told) {
    String url =
        switch (told) {
          case "same/" -> teams.serviceUrl() + "/";
          case "without slash" -> teams.serviceUrl().replaceFirst("/$", "");
          default -> told;
        };

    assertRefused(claiming(claims -> claims.put("serviceurl", url)));
  }

  @Test
  void activityWithoutServiceUrl_isNotUnderstood() {
    byte[] body = PAGE.deepCopy().without("serviceUrl").toString().getBytes(StandardCharsets.UTF_8);

    assertThat(status(teams.signed(body))).isEqualTo(400);
    assertThat(door.received()).isEmpty();
  }

  /** A true token of Teams, whose service address is none of Teams. */
  @Test
  void serviceHostThatIsNotAllowed_isRefused() {
    ObjectNode elsewhere = PAGE.deepCopy().put("serviceUrl", "https://evil.example/");

    assertRefused(
        status(
            teams.signed(elsewhere, claims -> claims.put("serviceurl", "https://evil.example/"))));
  }

  @Test
  void tenantThatIsNotAllowed_isRefused() {
    ObjectNode elsewhere = PAGE.deepCopy();
    elsewhere.withObject("/channelData/tenant").put("id", "22222222-0000-0000-0000-000000000002");

    assertThat(status(teams.signed(elsewhere))).isEqualTo(403);
    assertThat(door.received()).isEmpty();
  }

  @Test
  void anotherChannel_isRefused() {
    assertThat(status(teams.signed(PAGE.deepCopy().put("channelId", "webchat")))).isEqualTo(403);
    assertThat(door.received()).isEmpty();
  }

  /** The SDK lets a key without any endorsement speak for every channel. */
  @ParameterizedTest
  @ValueSource(strings = {"", "webchat"})
  void keyThatIsNotEndorsed_isRefused(String endorsement) {
    FakeTeamsKeys key =
        new FakeTeamsKeys("k2", endorsement.isEmpty() ? List.of() : List.of(endorsement));
    teams.publish(key);

    assertRefused(status(bearing("Bearer " + key.sign(teams.claims()))));
  }

  @Test
  void keyOfAStranger_isRefused() {
    FakeTeamsKeys stranger = new FakeTeamsKeys("k1", List.of("msteams"));

    assertRefused(status(bearing("Bearer " + stranger.sign(teams.claims()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS384", "RS512", "PS256", "rs256"})
  void anyAlgorithmButRs256_isRefused(String algorithm) {
    ObjectNode header = JSON.createObjectNode().put("typ", "JWT").put("alg", algorithm);

    assertRefused(
        status(bearing("Bearer " + teams.key().sign(header.put("kid", "k1"), teams.claims()))));
  }

  @Test
  void unsignedToken_isRefused() {
    String[] parts = teams.key().sign(teams.claims()).split("\\.", -1);

    assertRefused(status(bearing("Bearer " + parts[0] + "." + parts[1] + ".")));
  }

  /** The public key is known to everybody and must not serve as a shared secret. */
  @Test
  void tokenSignedWithThePublicKeyAsSecret_isRefused() throws GeneralSecurityException {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String head =
        base64.encodeToString(
            "{\"alg\":\"HS256\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8));
    String claims =
        base64.encodeToString(teams.claims().toString().getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(teams.key().publicKey().getEncoded(), "HmacSHA256"));
    byte[] signed = mac.doFinal((head + "." + claims).getBytes(StandardCharsets.US_ASCII));

    assertRefused(
        status(bearing("Bearer " + head + "." + claims + "." + base64.encodeToString(signed))));
  }

  @Test
  void keyServerThatIsDown_asksTeamsToComeAgain() {
    teams.keysDown(true);

    assertThat(status(teams.signed(PAGE))).isEqualTo(503);
    assertThat(door.received()).isEmpty();

    teams.keysDown(false);
    clock.advance(Duration.ofSeconds(11));

    assertThat(status(teams.signed(PAGE))).isEqualTo(200);
  }

  @Test
  void keyServerThatIsDown_isNotAskedForStrangers() {
    teams.keysDown(true);

    assertRefused(status(bearing("Bearer abc")));
    assertRefused(claiming(claims -> claims.put("aud", "another")));
    assertRefused(claiming(claims -> claims.put("iss", "https://sts.windows.net/x/")));
  }

  @Test
  void otherMethod_isNotTaken() {
    assertThat(status(new WebhookRequest("GET", "/api/messages", "", Map.of(), new byte[0])))
        .isEqualTo(405);
  }

  @Test
  void hugeBody_isNotTaken() {
    assertThat(status(teams.signed(new byte[2 * 1024 * 1024]))).isEqualTo(413);
  }
}
