package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.Pace;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Rate;
import dev.callboard.platform.Rate.Window;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.NoMeetings;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSenderTest {

  private static final Place CLASS_ROOM = new Place("slack", "T01", "C05");

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final SlackKit kit =
      new SlackKit(new RecordingDoor(), SlackKit.ample(clock), slack, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  /**
   * {@code chat.postMessage}: 60/min/channel, about 1 a second, bursts tolerated; several hundred a
   * minute in a workspace. {@code chat.update} and {@code chat.delete}: tier 3, 50+ a minute. A 429
   * blocks that method in that workspace.
   */
  @Test
  void pace_isWhatSlackTakes() {
    Duration second = Duration.ofSeconds(1);
    Duration minute = Duration.ofMinutes(1);
    assertThat(kit.adapter().pace())
        .isEqualTo(
            new Pace(
                new Rate(4, second, new Window(60, minute)),
                new Rate(100, Duration.ofMillis(200), new Window(300, minute)),
                new Rate(10, Duration.ofMillis(1_200), new Window(50, minute)),
                Pace.Refusal.TENANT));
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, NOT_FOUND",
    "message_not_found, NOT_FOUND",
    "user_not_found, NOT_FOUND",
    "not_in_channel, FORBIDDEN",
    "is_archived, FORBIDDEN",
    "user_not_in_channel, FORBIDDEN",
    "restricted_action, FORBIDDEN",
    "messages_tab_disabled, FORBIDDEN",
    "slack_connect_file_link_sharing_blocked, FORBIDDEN",
    "missing_scope, UNAUTHORIZED",
    "token_expired, UNAUTHORIZED",
    "token_revoked, UNAUTHORIZED",
    "account_inactive, UNAUTHORIZED",
    "invalid_auth, UNAUTHORIZED",
    "team_access_not_granted, UNAUTHORIZED",
    "ratelimited, RATE_LIMITED",
    "rate_limited, RATE_LIMITED",
    "message_limit_exceeded, RATE_LIMITED",
    "msg_too_long, INVALID",
    "msg_blocks_too_long, INVALID",
    "invalid_blocks, INVALID",
    "invalid_attachments, INVALID",
    "never_heard_of, INVALID",
    "internal_error, UNCERTAIN",
    "fatal_error, UNCERTAIN",
    "service_unavailable, UNAVAILABLE"
  })
  void errorName_isUnderstood(String error, Kind kind) {
    slack.failNext("chat.postMessage", SlackFault.error(error));

    PlatformException failure = refusal(post("page 12"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(error).hasMessageContaining("chat.postMessage");
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID",
    "401, UNAUTHORIZED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "408, UNAVAILABLE",
    "500, UNCERTAIN",
    "502, UNCERTAIN",
    "503, UNAVAILABLE",
    "504, UNCERTAIN",
    "302, UNCERTAIN"
  })
  void errorPage_isUnderstood(int status, Kind kind) {
    slack.failNext("chat.postMessage", SlackFault.html(status));

    assertThat(refusal(post("page 12")).kind()).isEqualTo(kind);
    assertThat(slack.calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void rateLimitInTheBody_carriesItsHeaderToo() {
    slack.failNext("chat.postMessage", SlackFault.error("ratelimited").with("Retry-After", "7"));

    assertThat(refusal(post("page 12")).retryAfter()).contains(Duration.ofSeconds(7));
  }

  /** It may stand in the channel already, so nothing below may say it a second time. */
  @Test
  void connectionThatBrokeAfterTheRequest_leavesItUncertainAndUnrepeated() {
    slack.failNext("chat.postMessage", SlackFault.cut());
    assertThat(refusal(post("page 12")).kind()).isEqualTo(Kind.UNCERTAIN);

    slack.failNext("chat.postMessage", SlackFault.notJson());
    assertThat(refusal(post("page 14")).kind()).isEqualTo(Kind.UNCERTAIN);

    assertThat(slack.calls("chat.postMessage")).hasSize(2);
  }

  @Test
  void answerThatDoesNotCome_leavesItUncertain() {
    slack.failNext("chat.postMessage", SlackFault.slow());
    Duration two = Duration.ofSeconds(2);
    SlackAdapter hasty =
        new SlackAdapter(
            slack.settings(),
            SlackKit.WORDS,
            new RecordingDoor(),
            NoMeetings.AROUND,
            new Patience(clock, two, two, two));

    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> hasty.send(post("page 13")));

    assertThat(failure.kind()).isEqualTo(Kind.UNCERTAIN);
    hasty.close();
  }

  @Test
  void connectionThatNeverWas_isTriedAgain() {
    slack.close();
    SlackAdapter fresh =
        new SlackAdapter(
            slack.settings(), SlackKit.WORDS, new RecordingDoor(), NoMeetings.AROUND, clock);

    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> fresh.send(post("page 12")));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    fresh.close();
  }

  /** An edit said twice is the same edit, so it may be repeated when nobody knows. */
  @Test
  void editThatIsUncertain_mayBeRepeated() throws PlatformException {
    Receipt receipt = kit.adapter().send(post("page 12"));
    slack.failNext("chat.update", SlackFault.cut());

    assertThat(refusal(edit("page 13", receipt)).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void removalOfWhatIsGone_isDone() throws PlatformException {
    Receipt receipt = kit.adapter().send(post("page 12"));
    Dispatch removal =
        new Dispatch(2, new Outgoing.Remove("p", new Destination.Room(CLASS_ROOM)), receipt);

    kit.adapter().send(removal);
    kit.adapter().send(removal);

    assertThat(slack.shows("C05")).isEmpty();
    assertThat(slack.calls("chat.delete")).hasSize(2);
  }

  @Test
  void directMessage_takesOneCallAndIsChangedWhereItIs() throws PlatformException {
    Receipt receipt = kit.adapter().send(direct(kit.person(), CLASS_ROOM));

    assertThat(receipt.value()).startsWith("D07 ");
    assertThat(slack.calls()).extracting("method").endsWith("chat.postMessage");
    assertThat(slack.calls("chat.postMessage").getFirst().field("channel")).isEqualTo("U07");
    kit.adapter().send(edit("1 minute left", receipt));
    assertThat(slack.shows("D07")).singleElement().asString().contains("1 minute left");
    kit.adapter()
        .send(new Dispatch(2, new Outgoing.Remove("p", new Destination.Room(CLASS_ROOM)), receipt));
    assertThat(slack.shows("D07")).isEmpty();
  }

  /** A plan may name as somebody's account what is none. */
  @ParameterizedTest
  @ValueSource(strings = {"C05", "#general", "G01", "D07", "fay", "u07"})
  void accountThatIsNoPersons_isNotWrittenTo(String id) {
    Person person = new Person("slack", "T01", id, "Fay", null);

    assertThat(refusal(direct(person, CLASS_ROOM)).kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(slack.calls("chat.postMessage")).isEmpty();
    assertThat(slack.shows("C05")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users.lookupByEmail", "chat.postEphemeral"})
  void limitOfAnotherMethod_isNoLimitOfMessages(String method) {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error("cannot_dm_bot"));
    slack.failNext(method, SlackFault.rateLimited("7"));
    Person invited = new Person("slack", "T01", "", "Fay", "fay@example.com");

    PlatformException limited = refusal(direct(invited, CLASS_ROOM));

    assertThat(limited.kind()).isEqualTo(Kind.BUSY);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cannot_dm_bot",
        "user_not_found",
        "user_not_visible",
        "messages_tab_disabled",
        "channel_not_found"
      })
  void personWithoutDirectChat_isShownItInASharedChannelAlone(String error)
      throws PlatformException {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error(error));

    Receipt receipt = kit.adapter().send(direct(kit.person(), CLASS_ROOM));

    assertThat(slack.calls("chat.postEphemeral"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.field("channel")).isEqualTo("C05");
          assertThat(call.field("user")).isEqualTo("U07");
        });
    assertThat(slack.shows("C05")).isEmpty();
    assertThat(slack.showsOnlyTo("U07")).hasSize(1);
    assertThatThrownBy(() -> kit.adapter().send(edit("1 minute left", receipt)))
        .isInstanceOf(PlatformException.class)
        .extracting("kind")
        .isEqualTo(Kind.INVALID);
  }

  @Test
  void personWithoutDirectChatAndSharedChannel_isNotReached() {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error("cannot_dm_bot"));

    assertThat(refusal(direct(kit.person(), null)).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(refusal(direct(kit.person(), new Place("slack", "T01", "D09"))).kind())
        .isEqualTo(Kind.FORBIDDEN);
    assertThat(slack.calls("chat.postEphemeral")).isEmpty();
  }

  @Test
  void slackOutOfReach_isNoReasonForAnEphemeral() {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.html(503));

    assertThat(refusal(direct(kit.person(), CLASS_ROOM)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(slack.calls("chat.postEphemeral")).isEmpty();
  }

  @Test
  void personKnownByAddressAlone_isLookedUpOnce() throws PlatformException {
    Person invited = new Person("slack", "T01", "", "Fay", "fay@example.com");

    kit.adapter().send(direct(invited, null));
    kit.adapter().send(direct(invited, null));

    assertThat(slack.calls("users.lookupByEmail")).hasSize(1);
    assertThat(slack.shows("D07")).hasSize(2);
    Person nobody = new Person("slack", "T01", "", "Nobody", null);
    assertThat(refusal(direct(nobody, CLASS_ROOM)).kind()).isEqualTo(Kind.NOT_FOUND);
    Person stranger = new Person("slack", "T01", "", "Zoe", "zoe@example.com");
    assertThat(refusal(direct(stranger, CLASS_ROOM)).kind()).isEqualTo(Kind.NOT_FOUND);
  }

  @Test
  void failure_tellsNoToken() {
    slack.failNext("chat.postMessage", SlackFault.error("invalid_auth"));

    assertThat(refusal(post("page 12"))).hasMessageNotContaining("xoxb");
    assertThat(slack.calls("chat.postMessage").getFirst().token()).startsWith("xoxb-");
  }

  private PlatformException refusal(Dispatch dispatch) {
    PlatformException failure =
        catchThrowableOfType(PlatformException.class, () -> kit.adapter().send(dispatch));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static Dispatch post(String text) {
    Destination room = new Destination.Room(CLASS_ROOM);
    return new Dispatch(1, new Outgoing.Post("p", room, toLearners(text)), null);
  }

  private static Dispatch edit(String text, Receipt receipt) {
    Destination room = new Destination.Room(CLASS_ROOM);
    return new Dispatch(2, new Outgoing.Edit("p", room, toLearners(text)), receipt);
  }

  private static Dispatch direct(Person person, @Nullable Place near) {
    Message prompt = new Message(new Audience.One("fay"), Content.text("2 minutes left"));
    return new Dispatch(
        3, new Outgoing.Post("d", new Destination.Direct(person, near), prompt), null);
  }

  private static Message toLearners(String text) {
    return new Message(new Audience.Learners(), Content.text(text));
  }
}
