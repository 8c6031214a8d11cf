package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackCall;
import dev.callboard.testing.SlackFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside a message. */
class SlackFilesTest {

  private static final String ELSEWHERE = "callboard report";

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final SlackKit kit =
      new SlackKit(new RecordingDoor(), SlackKit.ample(clock), slack, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  private static Content withRoll(String base64) {
    return Content.text("Attendance is final").and(new Block.File("roll.csv", "text/csv", base64));
  }

  private static Content withRoll() {
    byte[] csv = "name,minutes\r\nLee,47\r\n".getBytes(StandardCharsets.UTF_8);
    return withRoll(Base64.getEncoder().encodeToString(csv));
  }

  private Receipt toRoom(Content content) throws PlatformException {
    Message message = new Message(new Audience.Team(), content);
    Destination room = new Destination.Room(kit.classRoom());
    return kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", room, message), null));
  }

  private Receipt toFay(Content content) throws PlatformException {
    Message message = new Message(new Audience.One("fay"), content);
    Destination fay = new Destination.Direct(kit.person(), kit.classRoom());
    return kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", fay, message), null));
  }

  private PlatformException refusal() {
    PlatformException refused =
        catchThrowableOfType(PlatformException.class, () -> toRoom(withRoll()));
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void file_comesAfterTheWordsAndHoldsItsBytes() throws PlatformException {
    Receipt receipt = toRoom(withRoll());

    List<String> shown = slack.shows(FakeSlack.CLASS_ROOM);
    assertThat(shown).hasSize(2);
    assertThat(shown.getFirst()).contains("Attendance is final", "File: roll.csv");
    assertThat(shown.getLast()).contains("roll.csv", "Lee,47");
    assertThat(shown.getFirst()).contains(receipt.value().replaceFirst("^\\S+ ", ""));
    assertThat(slack.calls("upload").getFirst().token()).isEmpty();
  }

  @Test
  void privateFile_isShownInTheChatOfTheirOwn() throws PlatformException {
    toFay(withRoll());

    assertThat(slack.showsOnlyTo(FakeSlack.FAY)).hasSize(2);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();
    assertThat(slack.calls("files.completeUploadExternal"))
        .singleElement()
        .extracting(call -> call.field("channel_id"))
        .isEqualTo("D07");
  }

  /** In the channel everybody would see it. */
  @Test
  void privateFileWithoutAChat_isShownToNobody() throws PlatformException {
    slack.failAlways(FakeSlack.DIRECT, SlackFault.error("cannot_dm_bot"));

    toFay(withRoll());

    assertThat(slack.showsOnlyTo(FakeSlack.FAY)).hasSize(1);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();
    assertThat(slack.calls("files.completeUploadExternal")).isEmpty();
  }

  /** Nobody has seen anything yet, so all of it is tried again. */
  @ParameterizedTest
  @ValueSource(strings = {"files.getUploadURLExternal", "upload"})
  void slackOutOfReach_isTriedAgainBeforeAnythingIsSaid(String method) throws PlatformException {
    slack.failNext(method, SlackFault.html(503));

    assertThat(refusal().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();

    toRoom(withRoll());
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).hasSize(2);
  }

  @Test
  void brokenUpload_isTriedAgain() {
    slack.failNext("upload", SlackFault.html(502));
    assertThat(refusal().kind()).isEqualTo(Kind.UNAVAILABLE);
    slack.failNext("upload", SlackFault.rateLimited("9"));
    PlatformException limited = refusal();
    assertThat(limited.kind()).isEqualTo(Kind.BUSY);
    assertThat(limited.retryAfter()).contains(Duration.ofSeconds(9));
  }

  /** An app installed before files were sent lacks the scope: its words must not be lost. */
  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "slack_connect_blocked_file_type", "never_heard_of"})
  void refusedFile_leavesTheWordsAndSaysWhereItIs(String error) throws PlatformException {
    slack.failNext("files.getUploadURLExternal", SlackFault.error(error));

    toRoom(withRoll());

    assertThat(slack.shows(FakeSlack.CLASS_ROOM))
        .singleElement()
        .asString()
        .contains("Attendance is final", "roll.csv", ELSEWHERE);
  }

  /** The words are said and must not be said twice. */
  @Test
  void fileThatIsNotShown_isSaidSoInTheMessage() throws PlatformException {
    slack.failNext("files.completeUploadExternal", SlackFault.html(503));

    toRoom(withRoll());

    assertThat(slack.calls("chat.postMessage")).hasSize(1);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM))
        .singleElement()
        .asString()
        .contains("Attendance is final", ELSEWHERE);
  }

  @Test
  void failureToSayEvenThat_isNoFailureOfTheMessage() throws PlatformException {
    slack.failNext("files.completeUploadExternal", SlackFault.error("fatal_error"));
    slack.failNext("chat.update", SlackFault.html(503));

    assertThat(toRoom(withRoll()).value()).startsWith(FakeSlack.CLASS_ROOM);
  }

  /** What learners did goes to Slack and to nobody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/upload/",
        "https://files.slack.com.evil.example/",
        "http://files.slack.com/upload/",
        "https://evilslack.com/",
        "ftp://x/",
        "nowhere"
      })
  void addressThatIsNotSlacks_getsNoBytes(String url) throws PlatformException {
    slack.uploadUrl(url);

    toRoom(withRoll());

    assertThat(slack.calls("upload")).isEmpty();
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).singleElement().asString().contains(ELSEWHERE);
  }

  @Test
  void brokenBytes_leaveTheWords() throws PlatformException {
    toRoom(withRoll("not base64!"));

    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).singleElement().asString().contains(ELSEWHERE);
  }

  @Test
  void edit_carriesNoFileAgain() throws PlatformException {
    Receipt receipt = toRoom(withRoll());
    Message message = new Message(new Audience.Team(), withRoll());
    Destination room = new Destination.Room(kit.classRoom());

    kit.adapter().send(new Dispatch(2, new Outgoing.Edit("p", room, message), receipt));

    assertThat(slack.calls("upload")).hasSize(1);
  }

  @Test
  void upload_namesLengthAndName() throws PlatformException {
    toRoom(withRoll());

    SlackCall asked = slack.calls("files.getUploadURLExternal").getFirst();
    assertThat(asked.fields()).containsEntry("filename", "roll.csv").containsEntry("length", "22");
  }
}
