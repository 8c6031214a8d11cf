package dev.callboard.platform.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.Reply;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.FakeZoomChat.Fault;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.ZoomEvents;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoomSendTest {

  private static final Place CLASS_ROOM = place(FakeZoom.CLASS_ROOM);
  private static final Person FAY = person(FakeZoom.FAY, null);

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeZoom zoom = FakeZoom.start(clock);
  private final ZoomAdapter adapter =
      new ZoomAdapter(zoom.settings(), _ -> new Reply.Quiet(), new OkHttpClient(), clock);

  @AfterEach
  void close() {
    zoom.close();
  }

  private static Place place(String id) {
    return new Place("zoom", FakeZoom.ACCOUNT, id);
  }

  private static Person person(String id, @Nullable String email) {
    return new Person("zoom", FakeZoom.ACCOUNT, id, "Somebody", email);
  }

  private static Message message(String text) {
    return new Message(new Audience.One("fay"), Content.text(text));
  }

  private Receipt tell(Person person, @Nullable Place near, String text) throws PlatformException {
    Destination to = new Destination.Direct(person, near);
    return adapter.send(new Dispatch(1, new Outgoing.Post("p", to, message(text)), null));
  }

  private Kind refusal(Person person, @Nullable Place near) {
    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> tell(person, near, "secret"));
    assertThat(refused).as("the refusal").isNotNull();
    return refused.kind();
  }

  private List<JsonNode> shownTo(String user) {
    return zoom.chat().shownTo(user);
  }

  /**
   * Label Medium, per account, shared by all apps of the account: Free 2/s, Pro 20/s, Business,
   * Education and Enterprise 60/s. A tenth, one a second at least, is left for the others.
   */
  @ParameterizedTest
  @CsvSource({"FREE, 1, 1000", "PRO, 18, 56", "BUSINESS, 54, 19"})
  void pace_isWhatTheAccountPaysFor(ZoomPlan plan, int most, int each) {
    Duration second = Duration.ofSeconds(1);
    try (ZoomAdapter paying =
        new ZoomAdapter(
            zoom.settings(null, plan), _ -> new Reply.Quiet(), new OkHttpClient(), clock)) {
      assertThat(paying.pace())
          .isEqualTo(
              new Pace(
                  new Rate(5, Duration.ofMillis(200), new Window(5, second)),
                  new Rate(most, Duration.ofMillis(each), new Window(most, second)),
                  null,
                  Pace.Refusal.TENANT));
    }
  }

  @Test
  void privateMessage_goesToTheChatOfTwo() throws PlatformException {
    tell(FAY, CLASS_ROOM, "5 minutes left");

    JsonNode shown = shownTo(FakeZoom.FAY).getFirst();
    assertThat(shown.path("to_jid").asText()).isEqualTo("user-fay@xmpp.zoom.us");
    assertThat(shown.path("user_jid").asText()).isEqualTo("user-fay@xmpp.zoom.us");
    assertThat(shown.has("visible_to_user")).isFalse();
  }

  @Test
  void whereNoChatOfTwoIs_itIsShownToThatPersonInTheChannel() throws PlatformException {
    zoom.chat().refuseChats();

    tell(FAY, CLASS_ROOM, "5 minutes left");

    JsonNode shown = shownTo(FakeZoom.FAY).getFirst();
    assertThat(shown.path("to_jid").asText()).isEqualTo(FakeZoom.CLASS_ROOM);
    assertThat(shown.path("visible_to_user").asText()).isEqualTo(FakeZoom.FAY);
    assertThat(zoom.chat().shownToAll(FakeZoom.CLASS_ROOM)).isEmpty();
  }

  @Test
  void accountThatIsAChannel_isToldNothing() {
    assertThat(refusal(person(FakeZoom.CLASS_ROOM, null), CLASS_ROOM)).isEqualTo(Kind.NOT_FOUND);
    assertThat(zoom.chat().shownToAll(FakeZoom.CLASS_ROOM)).isEmpty();
  }

  @Test
  void removalThatIsRepeated_isDone() throws PlatformException {
    Receipt receipt = tell(FAY, CLASS_ROOM, "5 minutes left");
    Outgoing remove = new Outgoing.Remove("p", new Destination.Direct(FAY, CLASS_ROOM));

    adapter.send(new Dispatch(3, remove, receipt));
    adapter.send(new Dispatch(3, remove, receipt));

    assertThat(shownTo(FakeZoom.FAY)).isEmpty();
  }

  @Test
  void whisper_staysOneWhenItIsChangedAndIsRemoved() throws PlatformException {
    zoom.chat().refuseChats();
    Receipt receipt = tell(FAY, CLASS_ROOM, "5 minutes left");
    Destination to = new Destination.Direct(FAY, CLASS_ROOM);

    adapter.send(new Dispatch(2, new Outgoing.Edit("p", to, message("4 minutes left")), receipt));
    assertThat(shownTo(FakeZoom.FAY)).singleElement().asString().contains("4 minutes left");
    assertThat(zoom.chat().shownToAll(FakeZoom.CLASS_ROOM)).isEmpty();

    adapter.send(new Dispatch(3, new Outgoing.Remove("p", to), receipt));
    assertThat(shownTo(FakeZoom.FAY)).isEmpty();
  }

  @Test
  void personOfAPlan_isFoundByTheirAddress() throws PlatformException {
    tell(person("", "fay@example.com"), null, "5 minutes left");

    assertThat(shownTo(FakeZoom.FAY)).hasSize(1);
  }

  /** Nobody outside of the account can be written to by a bot, and nobody else may read it. */
  @Test
  void guest_cannotBeReachedPrivately() {
    assertThat(refusal(person("user-ELSEWHERE", null), CLASS_ROOM)).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal(person("", "gus@elsewhere.example"), CLASS_ROOM)).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal(person("gus@xmpp.zoom.us", null), CLASS_ROOM)).isEqualTo(Kind.NOT_FOUND);
    assertThat(refusal(person("", null), CLASS_ROOM)).isEqualTo(Kind.NOT_FOUND);
    assertThat(zoom.chat().shownToAll(FakeZoom.CLASS_ROOM)).isEmpty();
  }

  @Test
  void whisper_needsAChannelBothShare() {
    zoom.chat().refuseChats();

    assertThat(refusal(FAY, null)).isEqualTo(Kind.FORBIDDEN);
    assertThat(refusal(FAY, place("user-lea@xmpp.zoom.us"))).isEqualTo(Kind.FORBIDDEN);
    assertThat(refusal(FAY, new Place("zoom", "acc-OTHER", FakeZoom.CLASS_ROOM)))
        .isEqualTo(Kind.FORBIDDEN);
    assertThat(shownTo(FakeZoom.FAY)).isEmpty();
    assertThat(shownTo(FakeZoom.LEA)).isEmpty();
  }

  /** Addresses are made of ids, so a server without the scope for people can still whisper. */
  @Test
  void directoryThatMayNotBeAsked_isDoneWithout() throws PlatformException {
    zoom.directory(400, 4711);

    tell(FAY, null, "5 minutes left");

    assertThat(shownTo(FakeZoom.FAY)).hasSize(1);
    assertThat(refusal(person("", "fay@example.com"), null)).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void directoryThatIsDown_isAskedAgainLater() {
    zoom.directory(503, 0);

    assertThat(refusal(FAY, null)).isEqualTo(Kind.UNAVAILABLE);
    assertThat(shownTo(FakeZoom.FAY)).isEmpty();
  }

  @Test
  void whoWrote_isAnsweredWhereTheyWroteFrom() throws PlatformException {
    ObjectNode event = ZoomEvents.typed("1", "status");
    ZoomEvents.payload(event).put("userJid", "fay.elsewhere@xmpp.zoom.us");
    zoom.chat().user(FakeZoom.FAY, "fay.elsewhere@xmpp.zoom.us");
    adapter.accept(zoom.signed(event));

    tell(FAY, null, "Page 12 is up");

    assertThat(shownTo(FakeZoom.FAY))
        .singleElement()
        .satisfies(shown ->
            assertThat(shown.path("to_jid").asText()).isEqualTo("fay.elsewhere@xmpp.zoom.us"));
  }

  @Test
  void meeting_isNoPlaceToPostTo() {
    Destination to = new Destination.Room(place("86120034455"));
    Message message = new Message(new Audience.Learners(), Content.text("hello"));

    assertThat(
            catchThrowableOfType(
                    PlatformException.class,
                    () -> adapter.send(new Dispatch(1, new Outgoing.Post("p", to, message), null)))
                .kind())
        .isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void tokenThatNoLongerWorks_isRenewedOnce() throws PlatformException {
    tell(FAY, null, "one");
    int given = zoom.tokensGiven();
    zoom.revokeTokens();

    tell(FAY, null, "two");

    assertThat(zoom.tokensGiven()).isEqualTo(given + 1);
    assertThat(shownTo(FakeZoom.FAY)).hasSize(2);
  }

  @Test
  void newTokenThatIsRefusedToo_isNoReasonForAThird() throws PlatformException {
    tell(FAY, null, "one");
    int given = zoom.tokensGiven();
    zoom.chat().failNext(new Fault(401, 124, null));
    zoom.chat().failNext(new Fault(401, 124, null));

    assertThat(refusal(FAY, null)).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(zoom.tokensGiven()).isEqualTo(given + 1);
  }

  /** Zoom's own numbers say more than its statuses. */
  @ParameterizedTest
  @CsvSource({
    "400, 4711, UNAUTHORIZED",
    "401, 4700, UNAUTHORIZED",
    "400, 200, FORBIDDEN",
    "400, 1001, NOT_FOUND",
    "400, 3001, NOT_FOUND",
    "400, 300, INVALID",
    "403, 0, FORBIDDEN",
    "404, 0, NOT_FOUND",
    "410, 0, NOT_FOUND",
    "429, 429, RATE_LIMITED",
    "500, 0, UNCERTAIN",
    "502, 0, UNCERTAIN",
    "503, 0, UNAVAILABLE"
  })
  void refusal_isNamed(int status, int code, Kind kind) throws PlatformException {
    tell(FAY, null, "one");
    int given = zoom.tokensGiven();
    zoom.chat().failNext(new Fault(status, code, null));

    assertThat(refusal(FAY, null)).isEqualTo(kind);
    assertThat(zoom.tokensGiven()).as("a new token would not help").isEqualTo(given);
  }

  @Test
  void callThatBrokeOff_mayHaveArrived() {
    zoom.chat().failNext(new Fault(0, 0, null));

    assertThat(refusal(FAY, null)).isEqualTo(Kind.UNCERTAIN);
  }

  @Test
  void serverThatOnlyListens_saysSo() {
    ZoomSettings listening =
        new ZoomSettings(
            zoom.settings().secretToken(),
            null,
            null,
            null,
            "",
            "",
            zoom.settings().apiUrl(),
            zoom.settings().oauthUrl(),
            ZoomPlan.PRO);
    ZoomAdapter silent =
        new ZoomAdapter(listening, _ -> new Reply.Quiet(), new OkHttpClient(), clock);
    Destination to = new Destination.Direct(FAY, null);

    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class,
            () -> silent.send(new Dispatch(1, new Outgoing.Post("p", to, message("hi")), null)));

    assertThat(refused.kind()).isEqualTo(Kind.UNAUTHORIZED);
    assertThat(refused).hasMessageContaining("platforms.zoom.robot-jid");
  }

  @Test
  void postWithoutReceipt_cannotBeChanged() {
    Destination to = new Destination.Room(CLASS_ROOM);
    for (Receipt receipt : new Receipt[] {null, new Receipt("x"), new Receipt("a * ")}) {
      PlatformException refused =
          catchThrowableOfType(
              PlatformException.class,
              () -> adapter.send(new Dispatch(1, new Outgoing.Remove("p", to), receipt)));
      assertThat(refused.kind().worthRetrying()).isFalse();
    }
  }
}
