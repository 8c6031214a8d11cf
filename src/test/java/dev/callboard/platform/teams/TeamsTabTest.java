package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Person;
import dev.callboard.platform.Tab;
import dev.callboard.platform.Tab.Found;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector.Call;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.FakeTeamsKeys;
import dev.callboard.testing.FakeTeamsLogin;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the token of a tab names, and which tokens name nobody. */
class TeamsTabTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final TeamsKit kit = new TeamsKit(new RecordingDoor(), clock);
  private final FakeTeams teams = kit.teams();
  private final FakeTeamsLogin login = teams.login();
  private final Tab tab = kit.adapter().tab().orElseThrow();

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void soundToken_namesTheAccountThatChatKnows() {
    assertThat(tab.find(login.token(FakeTeamsLogin.FAY), ""))
        .isEqualTo(
            new Found.Somebody(
                new Person(
                    "teams", FakeTeams.TENANT, FakeTeams.FAY, "Fay Osei", "fay@example.com")));
  }

  /** Anybody can choose the address that a token says; Lea's says Fay's. */
  @Test
  void addressOfTheToken_isNotBelieved() {
    assertThat(person(FakeTeamsLogin.LEA, "").email()).isEqualTo("lea@example.com");
    Person guest = person(FakeTeamsLogin.GUS, FakeTeams.CLASS_ROOM);
    assertThat(guest.id()).isEqualTo(FakeTeams.GUS);
    assertThat(guest.email()).isNull();
  }

  @Test
  void inAMeeting_theMeetingsOwnMembersAreAsked() {
    assertThat(person(FakeTeamsLogin.FAY, FakeTeams.CLASS_ROOM).id()).isEqualTo(FakeTeams.FAY);
    assertThat(teams.connector().calls("POST")).isEmpty();
    assertThat(teams.connector().calls("GET"))
        .extracting(Call::path)
        .containsExactly(
            "/amer/v3/conversations/" + FakeTeams.CLASS_ROOM + "/members/" + FakeTeamsLogin.FAY);
    person(FakeTeamsLogin.FAY, FakeTeams.CLASS_ROOM);
    assertThat(teams.connector().calls("GET")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"19:nobody@thread.v2", "19:../../x", "javascript:", "a:b", "19:a/b"})
  void chatThatTheyAreNotIn_isPassedOver(String chat) {
    assertThat(person(FakeTeamsLogin.FAY, chat).id()).isEqualTo(FakeTeams.FAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9..", "\u0000", "{}"})
  void unreadable_isRefusedAndNotThrown(String token) {
    assertRefused(401, token);
  }

  @Test
  void hugeToken_isRefused() {
    assertRefused(401, "a".repeat(1_000_000));
  }

  @ParameterizedTest
  @CsvSource({
    "aud, 99999999-2222-3333-4444-555555555555",
    "aud, api://callboard.example.com/botid-11111111-2222-3333-4444-555555555555",
    "iss, https://api.botframework.com",
    "iss, https://login.microsoftonline.com/11111111-0000-0000-0000-000000000001/v2.0",
    "tid, 22222222-0000-0000-0000-000000000002",
    "tid, common",
    "tid, ../../evil",
    "oid, ''",
    "oid, fay@example.com",
    "scp, ''",
    "scp, access_as_user_not",
    "scp, User.Read",
    "azp, 99999999-2222-3333-4444-555555555555",
    "azp, 11111111-2222-3333-4444-555555555555"
  })
  void claimThatIsNotAsItMustBe_isRefused(String claim, String value) {
    assertRefused(401, claiming(claims -> claims.put(claim, value)));
    assertThat(teams.connector().calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud", "iss", "tid", "oid", "scp", "azp", "exp"})
  void claimThatIsMissing_isRefused(String claim) {
    assertRefused(401, claiming(claims -> claims.without(claim)));
  }

  @Test
  void organisationThatIsNotServed_isToldSo() {
    String other = "22222222-0000-0000-0000-000000000002";
    Found found =
        tab.find(
            claiming(claims ->
                claims
                    .put("tid", other)
                    .put("iss", claims.path("iss").asText().replace(FakeTeams.TENANT, other))),
            "");
    assertThat(found).isInstanceOf(Found.Nobody.class);
    assertThat(((Found.Nobody) found).status()).isEqualTo(403);
    assertThat(((Found.Nobody) found).sentence()).contains("does not serve your organisation");
  }

  @Test
  void time_countsWithFiveMinutesToSpare() {
    String token = login.token(FakeTeamsLogin.FAY);
    clock.advance(Duration.ofMinutes(64));
    assertThat(tab.find(token, "")).isInstanceOf(Found.Somebody.class);
    clock.advance(Duration.ofMinutes(2));
    assertRefused(401, token);
    long soon = clock.instant().plus(Duration.ofMinutes(6)).getEpochSecond();
    assertRefused(401, claiming(claims -> claims.put("nbf", soon)));
  }

  @Test
  void signatureOfAnotherKey_isRefused() {
    FakeTeamsKeys stolen = new FakeTeamsKeys("entra-1", List.of());
    assertRefused(401, stolen.sign(login.claims(FakeTeamsLogin.FAY)));
    assertRefused(401, new FakeTeamsKeys("k9", List.of()).sign(login.claims(FakeTeamsLogin.FAY)));
    String sound = login.token(FakeTeamsLogin.FAY);
    assertRefused(401, sound.substring(0, sound.lastIndexOf('.') + 1));
    String[] parts = sound.split("\\.", -1);
    String lea = login.token(FakeTeamsLogin.LEA).split("\\.", -1)[1];
    assertRefused(401, parts[0] + "." + lea + "." + parts[2]);
  }

  /** The Bot Connector's keys sign activities, and those of private accounts no organisation's. */
  @Test
  void keyOfAnotherIssuer_isRefused() {
    assertRefused(401, teams.key().sign(login.claims(FakeTeamsLogin.FAY)));
    assertRefused(401, login.privateKey().sign(login.claims(FakeTeamsLogin.FAY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "RS512", "PS256", ""})
  void otherAlgorithm_isRefused(String algorithm) throws GeneralSecurityException {
    ObjectNode header = JSON.createObjectNode().put("alg", algorithm).put("kid", "entra-1");
    ObjectNode claims = login.claims(FakeTeamsLogin.FAY);
    assertRefused(401, login.key().sign(header, claims));
    String words = encoded(header) + "." + encoded(claims);
    assertRefused(401, words + ".");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(login.key().publicKey().getEncoded(), "HmacSHA256"));
    byte[] signed = mac.doFinal(words.getBytes(StandardCharsets.US_ASCII));
    assertRefused(401, words + "." + BASE64.encodeToString(signed));
  }

  @Test
  void keyServerDown_isNobodysFaultAndSaidSo() {
    teams.keysDown(true);
    assertRefused(503, login.token(FakeTeamsLogin.FAY));
    teams.keysDown(false);
    clock.advance(TeamsKeys.BETWEEN_FAILURES.plusSeconds(1));
    assertThat(tab.find(login.token(FakeTeamsLogin.FAY), "")).isInstanceOf(Found.Somebody.class);
  }

  @Test
  void connectorThatDoesNotTell_letsNobodyIn() {
    teams.connector().failNext(new Fault(502, null));
    assertRefused(503, login.token(FakeTeamsLogin.FAY));
    teams.connector().refuseChats();
    assertRefused(503, login.token(FakeTeamsLogin.FAY));
    assertRefused(503, login.token("aaaaaaaa-0000-4000-8000-000000000000"));
  }

  @Test
  void connectorThatTellsOfAnother_letsNobodyIn() {
    teams.connector().directory("aaaaaaaa-0000-4000-8000-00000000000c", FakeTeams.FAY);
    assertRefused(503, login.token(FakeTeamsLogin.FAY));
  }

  private Person person(String objectId, String chat) {
    return ((Found.Somebody) tab.find(login.token(objectId), chat)).person();
  }

  private String claiming(UnaryOperator<ObjectNode> change) {
    return login.key().sign(change.apply(login.claims(FakeTeamsLogin.FAY)));
  }

  private void assertRefused(int status, String token) {
    Found found = tab.find(token, "");
    assertThat(found).isInstanceOf(Found.Nobody.class);
    assertThat(((Found.Nobody) found).status()).isEqualTo(status);
    assertThat(((Found.Nobody) found).sentence()).contains("`desk`");
  }

  private static String encoded(ObjectNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
