package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.platform.teams.TeamsClient.Eyes;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector;
import dev.callboard.testing.FakeTeamsConnector.Call;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages go, and what becomes of those that do not. */
class TeamsSendTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final TeamsKit kit = new TeamsKit(new RecordingDoor(), clock);
  private final FakeTeams teams = kit.teams();
  private final FakeTeamsConnector connector = teams.connector();

  @AfterEach
  void close() {
    kit.close();
  }

  private static Message said(String text) {
    return new Message(new Audience.One("fay"), Content.text(text));
  }

  private Destination toAll() {
    return new Destination.Room(kit.classRoom());
  }

  private Destination toFay(@Nullable Place near) {
    return new Destination.Direct(kit.person(), near);
  }

  private Receipt post(Destination to, String text) throws PlatformException {
    return kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", to, said(text)), null));
  }

  private Receipt edit(Destination to, String text, Receipt post) throws PlatformException {
    return kit.adapter().send(new Dispatch(2, new Outgoing.Edit("p", to, said(text)), post));
  }

  private void remove(Destination to, Receipt post) throws PlatformException {
    kit.adapter().send(new Dispatch(3, new Outgoing.Remove("p", to), post));
  }

  private PlatformException refusal(Destination to) {
    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> post(to, "page 12"));
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void privateMessage_isShownInsideTheSharedChat() throws PlatformException {
    kit.whispers();
    Receipt receipt = post(toFay(kit.classRoom()), "2 min left");

    Call call = connector.calls("POST").getFirst();
    assertThat(call.targeted()).isTrue();
    assertThat(call.path())
        .isEqualTo("/amer/v3/conversations/" + FakeTeams.CLASS_ROOM + "/activities");
    assertThat(call.body().path("recipient").path("id").asText()).isEqualTo(FakeTeams.FAY);
    assertThat(connector.calls("POST")).hasSize(1);
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();

    edit(toFay(kit.classRoom()), "1 min left", receipt);

    Call change = connector.calls("PUT").getFirst();
    assertThat(change.targeted()).isTrue();
    assertThat(change.body().has("recipient")).isFalse();
    assertThat(connector.shownTo(FakeTeams.FAY)).singleElement().asString().contains("1 min left");

    remove(toFay(kit.classRoom()), receipt);

    assertThat(connector.calls("DELETE").getFirst().targeted()).isTrue();
    assertThat(connector.shownTo(FakeTeams.FAY)).isEmpty();
  }

  @Test
  void chatThatHasNotShownItCanWhisper_isNotTrustedWithPrivateWords() throws PlatformException {
    connector.ignoreTargeted();

    post(toFay(kit.classRoom()), "2 min left");

    assertThat(connector.calls("POST")).noneMatch(Call::targeted);
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
    assertThat(connector.shownTo(FakeTeams.FAY)).singleElement().asString().contains("2 min left");
  }

  @Test
  void whoIsNotInTheChat_isToldInTheirOwn() throws PlatformException {
    Person mia = new Person("teams", FakeTeams.TENANT, "29:mia", "Mia", null);
    connector.person("29:mia", FakeTeams.member("Mia", "mia@example.com", "user"));

    post(new Destination.Direct(mia, kit.classRoom()), "2 min left");

    assertThat(connector.shownTo("29:mia")).singleElement().asString().contains("2 min left");
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void privateMessageThatTheChatRefuses_goesToTheChatOfTwo(int status) throws PlatformException {
    kit.whispers();
    connector.failNext(new Fault(status, null));

    Receipt receipt = post(toFay(kit.classRoom()), "2 min left");

    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(1);
    assertThat(connector.calls("POST")).hasSize(3);
    assertThat(connector.calls("POST").getLast().targeted()).isFalse();
    edit(toFay(kit.classRoom()), "1 min left", receipt);
    assertThat(connector.calls("PUT").getFirst().targeted()).isFalse();
  }

  /** It may have been shown: saying it again elsewhere would say it twice. */
  @ParameterizedTest
  @CsvSource({"502, UNCERTAIN", "429, RATE_LIMITED", "503, UNAVAILABLE", "0, UNCERTAIN"})
  void privateMessageThatMayHaveArrived_isNotSaidElsewhere(int status, Kind kind) {
    connector.failNext(new Fault(status, null));

    assertThat(refusal(toFay(kit.classRoom())).kind()).isEqualTo(kind);
    assertThat(connector.calls("POST")).hasSize(1);
  }

  @Test
  void privateMessageNobodyTakes_isRefused() {
    kit.refusePrivate();

    assertThat(refusal(toFay(kit.classRoom())).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
  }

  @Test
  void chatOfTwo_isOpenedOnce() throws PlatformException {
    post(toFay(null), "one");
    post(toFay(null), "two");

    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(2);
    assertThat(connector.calls("POST"))
        .filteredOn(call -> call.path().endsWith("/v3/conversations"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.body().path("isGroup").asBoolean(true)).isFalse();
          assertThat(call.body().path("tenantId").asText()).isEqualTo(FakeTeams.TENANT);
          assertThat(call.body().path("bot").path("id").asText())
              .isEqualTo("28:" + FakeTeams.APP_ID);
        });
  }

  @Test
  void chatThatWasWrittenIn_needsNoOpening() throws PlatformException {
    kit.adapter().accept(teams.signed(TeamsActivities.personal("1", "help")));

    post(toFay(null), "one");

    assertThat(connector.calls("POST")).hasSize(1);
    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(1);
  }

  @Test
  void chatThatIsGone_isOpenedAgain() throws PlatformException {
    post(toFay(null), "one");
    connector.failNext(new Fault(404, null));

    post(toFay(null), "two");

    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(2);
  }

  /** A chat of two is its owner's: what is for somebody else never goes there. */
  @Test
  void anothersChatOfTwo_isNotUsed() throws PlatformException {
    Place leas = new Place("teams", FakeTeams.TENANT, FakeTeamsConnector.chat(FakeTeams.LEA));
    connector.room(leas.id(), FakeTeams.LEA);

    post(toFay(leas), "2 min left");

    assertThat(connector.shownTo(FakeTeams.LEA)).isEmpty();
    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(1);
  }

  /** The Agents Playground takes no notice of the flag and shows the message to everybody. */
  @Test
  void withoutTargetedMessages_onlyTheChatOfTwoIsUsed() throws PlatformException {
    TeamsSettings on = teams.settings();
    TeamsSettings off =
        new TeamsSettings(
            on.appId(),
            on.appPassword(),
            on.tenant(),
            on.openidUrl(),
            on.tokenUrl(),
            on.serviceUrl(),
            on.graphUrl(),
            on.loginUrl(),
            on.allowedServiceHosts(),
            on.allowedTenants(),
            false,
            false);
    try (TeamsAdapter adapter =
        new TeamsAdapter(off, new RecordingDoor(), new OkHttpClient(), clock)) {
      adapter.send(
          new Dispatch(
              1, new Outgoing.Post("p", toFay(kit.classRoom()), said("2 min left")), null));
    }

    assertThat(connector.calls("POST")).noneMatch(Call::targeted);
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
    assertThat(connector.shownTo(FakeTeams.FAY)).hasSize(1);
  }

  /** Nothing was heard since the start, as after a restart. */
  @Test
  void firstPostAfterARestart_goesToTheAddressForAll() throws PlatformException {
    post(toAll(), "page 12");

    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).hasSize(1);
  }

  @Test
  void newestServiceUrl_isUsed() throws PlatformException {
    String regional = teams.serviceUrl() + "t1/";
    ObjectNode activity = TeamsActivities.mention("1", "next").put("serviceUrl", regional);
    kit.adapter().accept(teams.signed(activity, claims -> claims.put("serviceurl", regional)));

    post(toAll(), "page 12");
    post(toFay(null), "2 min left");

    assertThat(connector.calls("POST"))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.path()).startsWith("/amer/t1/v3/"));
  }

  /** Ids hold colons and at signs; the SDK would post to an activity that is not there. */
  @Test
  void post_goesToTheConversationItself() throws PlatformException {
    post(toAll(), "page 12");

    Call call = connector.calls("POST").getFirst();
    assertThat(call.uri().getRawPath())
        .isEqualTo("/amer/v3/conversations/19%3Ameeting_HYBRID%40thread.v2/activities");
    assertThat(call.body().has("replyToId")).isFalse();
    assertThat(call.body().has("recipient")).isFalse();
    assertThat(call.targeted()).isFalse();
  }

  /** The SDK writes an empty properties object into every object. */
  @Test
  void post_carriesNoNoise() throws PlatformException {
    post(toAll(), "page 12");

    assertThat(connector.calls("POST").getFirst().body().toString())
        .doesNotContain("properties", "historyDisclosed");
  }

  /** The SDK repeats 5xx three times at once, and 429 never. */
  @ParameterizedTest
  @ValueSource(ints = {408, 412, 429, 500, 502, 503, 504})
  void failure_isTriedOnceHere(int status) {
    connector.failNext(new Fault(status, null));

    refusal(toAll());

    assertThat(connector.calls("POST")).hasSize(1);
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "410, NOT_FOUND",
    "412, UNAVAILABLE",
    "413, INVALID",
    "429, RATE_LIMITED",
    "500, UNCERTAIN",
    "502, UNCERTAIN",
    "503, UNAVAILABLE",
    "504, UNCERTAIN",
    "0, UNCERTAIN",
    "302, INVALID"
  })
  void refusal_isNamed(int status, Kind kind) {
    connector.failNext(new Fault(status, "7"));

    PlatformException refused = refusal(toAll());

    assertThat(refused.kind()).isEqualTo(kind);
    assertThat(refused).hasMessageNotContaining("fake-token").hasMessageContaining("POST");
    if (status != 0) {
      assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
    }
  }

  @Test
  void serviceThatIsNotThere_tookNothing() {
    teams.close();

    assertThat(refusal(toAll()).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void refusedToken_isRenewedOnce() throws PlatformException {
    post(toAll(), "one");
    teams.revokeToken();

    post(toAll(), "two");

    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).hasSize(2);
    assertThat(connector.calls("POST")).hasSize(3);
  }

  @Test
  void tokenThatIsRefusedAgain_isUnauthorized() {
    connector.failNext(new Fault(401, null));
    connector.failNext(new Fault(401, null));

    assertThat(refusal(toAll()).kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(connector.calls("POST")).hasSize(2);
  }

  /** Teams takes it with 202 and names no message: it stays as it is. */
  @Test
  void postWithoutId_isNotEditedAndNotSaidAgain() throws PlatformException {
    connector.failNext(new Fault(202, null));
    Receipt receipt = post(toAll(), "page 12");

    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> edit(toAll(), "page 13", receipt));

    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
    assertThat(connector.calls("PUT")).isEmpty();
    assertThat(connector.calls("POST")).hasSize(1);
  }

  @Test
  void receipt_comesBackAsItWent() throws PlatformException {
    TeamsReceipt receipt = new TeamsReceipt(Eyes.ONE, "19:a@thread.v2", "17");

    assertThat(TeamsReceipt.of(receipt.asReceipt())).isEqualTo(receipt);
    for (String strange : List.of("", "x", "a b c d")) {
      assertThat(
              catchThrowableOfType(
                      PlatformException.class, () -> TeamsReceipt.of(new Receipt(strange)))
                  .kind())
          .isEqualTo(Kind.INVALID);
    }
  }
}
