package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Line;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.PlatformException.Kind;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pictures within a message, as the report's card has one. */
class SlackPicturesTest {

  private static final SlackFault NOT_READY = SlackFault.error("invalid_blocks");

  private final SettableClock clock = SettableClock.at("2026-11-24T15:01:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final SlackKit kit =
      new SlackKit(new RecordingDoor(), SlackKit.ample(clock), slack, clock);

  @AfterEach
  void close() {
    kit.close();
  }

  private static Content card(String result, String picture) {
    byte[] png = picture.getBytes(StandardCharsets.UTF_8);
    return Content.of(
        new Block.Heading("Report · Hybrid"),
        new Block.Text(Line.of(result)),
        new Block.File("hybrid-report.png", "image/png", Base64.getEncoder().encodeToString(png)),
        new Block.Small(Line.of("Final.")));
  }

  private Destination room() {
    return new Destination.Room(kit.classRoom());
  }

  private Receipt posts(Content content) throws PlatformException {
    Message message = new Message(new Audience.Team(), content);
    return kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", room(), message), null));
  }

  private Receipt edits(Receipt post, Content content) throws PlatformException {
    Message message = new Message(new Audience.Team(), content);
    return kit.adapter().send(new Dispatch(2, new Outgoing.Edit("p", room(), message), post));
  }

  private String shown() {
    List<String> messages = slack.shows(FakeSlack.CLASS_ROOM);
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  @Test
  void picture_isInItsMessageAndSaysWhatItShows() throws PlatformException {
    posts(card("Ran 58 of 60 min.", "PICTURE-1"));

    assertThat(shown())
        .contains("\"type\":\"image\"", "\"holds\":\"PICTURE-1\"")
        .contains("\"alt_text\":\"Report · Hybrid. Ran 58 of 60 min.\"")
        .doesNotContain("\"text\":\"File:");
    assertThat(slack.calls("files.completeUploadExternal").getFirst().fields())
        .doesNotContainKey("channel_id");
  }

  @Test
  void editedCard_showsTheNewPicture() throws PlatformException {
    Receipt post = posts(card("Ran 58 of 60 min.", "PICTURE-1"));

    Receipt edited = edits(post, card("Ran 58 of 60 min, 2 present more.", "PICTURE-2"));
    assertThat(shown()).contains("2 present more", "PICTURE-2").doesNotContain("PICTURE-1");
    edits(edited, card("Ran 58 of 60 min, 3 present more.", "PICTURE-3"));
    assertThat(shown()).contains("3 present more", "PICTURE-3").doesNotContain("PICTURE-2");
    assertThat(slack.calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void pictureThatSlackStillWorksAt_isTriedAgain() throws PlatformException {
    slack.failNext("chat.postMessage", NOT_READY);
    slack.failNext("chat.postMessage", NOT_READY);
    Receipt post = posts(card("Ran 58 of 60 min.", "PICTURE-1"));
    assertThat(shown()).contains("PICTURE-1");

    slack.failNext("chat.update", NOT_READY);
    edits(post, card("Ran 58 of 60 min.", "PICTURE-2"));
    assertThat(shown()).contains("PICTURE-2");
    assertThat(slack.calls("upload")).hasSize(2);
  }

  /** As all files are, where Slack takes no picture in a message. */
  @Test
  void pictureThatIsNeverTaken_comesAfterTheWords() throws PlatformException {
    for (int tries = 0; tries < 3; tries++) {
      slack.failNext("chat.postMessage", NOT_READY);
    }
    Receipt post = posts(card("Ran 58 of 60 min.", "PICTURE-1"));

    List<String> messages = slack.shows(FakeSlack.CLASS_ROOM);
    assertThat(messages).hasSize(2);
    assertThat(messages.getFirst()).contains("Ran 58 of 60 min.", "File: hybrid-report.png");
    assertThat(messages.getLast()).contains("PICTURE-1");

    slack.failAlways("files.completeUploadExternal", SlackFault.error("missing_scope"));
    edits(post, card("Ran 58 of 60 min, 2 present more.", "PICTURE-2"));
    assertThat(slack.shows(FakeSlack.CLASS_ROOM).getFirst()).contains("2 present more");
  }

  /** Nobody has seen anything, so all of it is tried again. */
  @Test
  void slackOutOfReach_isTriedAgain() throws PlatformException {
    for (String method :
        List.of("files.getUploadURLExternal", "upload", "files.completeUploadExternal")) {
      slack.failNext(method, SlackFault.html(503));
      PlatformException refused =
          catchThrowableOfType(PlatformException.class, () -> posts(card("Ran.", "PICTURE-1")));
      assertThat(refused).as(method).isNotNull();
      assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    }
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();

    posts(card("Ran.", "PICTURE-1"));
    assertThat(shown()).contains("PICTURE-1");
  }

  @Test
  void refusedPicture_leavesTheWords() throws PlatformException {
    slack.failAlways("files.getUploadURLExternal", SlackFault.error("missing_scope"));

    posts(card("Ran 58 of 60 min.", "PICTURE-1"));

    assertThat(shown()).contains("Ran 58 of 60 min.", "callboard report");
  }

  @Test
  void messageThatIsGone_isNotPostedAgain() throws PlatformException {
    Receipt post = posts(card("Ran.", "PICTURE-1"));
    slack.failAlways("chat.update", SlackFault.error("message_not_found"));

    PlatformException gone =
        catchThrowableOfType(PlatformException.class, () -> edits(post, card("Ran.", "PICTURE-2")));

    assertThat(gone.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(slack.calls("chat.update")).hasSize(1);
  }
}
