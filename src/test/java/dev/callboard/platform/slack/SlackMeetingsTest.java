package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Audience;
import dev.callboard.chat.Block;
import dev.callboard.chat.Content;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Message;
import dev.callboard.chat.Outgoing;
import dev.callboard.platform.Dispatch;
import dev.callboard.platform.PlatformException;
import dev.callboard.platform.Receipt;
import dev.callboard.testing.Await;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meetings held elsewhere, as Slack's own cards. */
class SlackMeetingsTest {

  private static final Content LINK =
      Content.text("Class is open")
          .and(
              new Block.MeetingLink(
                  "zoom-987", "Hybrid meetings", URI.create("https://zoom.example.com/j/987")));

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final FakeSlack slack = FakeSlack.start(clock);
  private final SlackKit kit =
      new SlackKit(new RecordingDoor(), SlackKit.ample(clock), slack, clock);
  private final Destination room = new Destination.Room(kit.classRoom());

  /** A call is made in the name of the bot's account, which is learnt at the start. */
  @BeforeEach
  void waitForTheIntroduction() {
    Await.until("a card", this::cardShown);
  }

  private boolean cardShown() {
    try {
      Receipt probe = post(probe());
      kit.adapter().send(new Dispatch(2, new Outgoing.Remove("p", room), probe));
      return !slack.calls("calls.add").isEmpty();
    } catch (PlatformException refused) {
      throw new AssertionError(refused);
    }
  }

  private static Content probe() {
    return Content.of(
        new Block.MeetingLink("probe", "Probe", URI.create("https://zoom.example.com/j/1")));
  }

  @AfterEach
  void close() {
    kit.close();
  }

  private Receipt post(Content content) throws PlatformException {
    Message message = new Message(new Audience.Learners(), content);
    return kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", room, message), null));
  }

  private Receipt edit(Content content, Receipt receipt) throws PlatformException {
    Message message = new Message(new Audience.Learners(), content);
    return kit.adapter().send(new Dispatch(2, new Outgoing.Edit("p", room, message), receipt));
  }

  @Test
  void meeting_isACard() throws PlatformException {
    post(LINK);

    String wire = slack.shows(FakeSlack.CLASS_ROOM).getFirst();
    assertThat(wire).contains("\"type\":\"call\",\"call_id\":\"R0CALL2\"").doesNotContain("button");
    assertThat(BlockKitLimits.message(wire)).isEmpty();
    assertThat(slack.openMeetings())
        .containsExactly("Hybrid meetings https://zoom.example.com/j/987");
    assertThat(slack.calls("calls.add").getLast().fields())
        .containsEntry("external_unique_id", "zoom-987")
        .containsEntry("created_by", FakeSlack.BOT);
  }

  /** The words beside the card are what notifications and screen readers say. */
  @Test
  void card_isInWordsToo() throws PlatformException {
    post(LINK);

    assertThat(slack.calls("chat.postMessage").getLast().fields().get("text"))
        .contains("Hybrid meetings: https://zoom.example.com/j/987");
  }

  @Test
  void sameMeetingInTwoMessages_isOneCall() throws PlatformException {
    post(LINK);
    post(LINK);

    assertThat(slack.openMeetings()).hasSize(1);
  }

  @Test
  void messageThatNoLongerNamesIt_endsIt() throws PlatformException {
    Receipt receipt = edit(LINK, post(LINK));
    assertThat(slack.openMeetings()).hasSize(1);

    edit(Content.text("Class is over"), receipt);

    assertThat(slack.openMeetings()).isEmpty();
  }

  @Test
  void removedMessage_endsIt() throws PlatformException {
    kit.adapter().send(new Dispatch(2, new Outgoing.Remove("p", room), post(LINK)));

    assertThat(slack.openMeetings()).isEmpty();
  }

  @Test
  void endedTwice_isOver() throws PlatformException {
    Receipt receipt = post(LINK);
    edit(Content.text("Class is over"), receipt);

    edit(Content.text("Class is over"), receipt);

    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).singleElement().asString().contains("over");
  }

  /** The card is only the better drawing. */
  @ParameterizedTest
  @ValueSource(strings = {"missing_scope", "ratelimited", "fatal_error"})
  void refusedCard_isALink(String error) throws PlatformException {
    slack.failNext("calls.add", SlackFault.error(error));

    post(LINK);

    assertThat(slack.shows(FakeSlack.CLASS_ROOM).getFirst())
        .contains("Hybrid meetings", "\"url\":\"https://zoom.example.com/j/987\"")
        .doesNotContain("call_id");
  }

  @Test
  void privateMessage_hasALink() throws PlatformException {
    Message message = new Message(new Audience.One("fay"), LINK);
    Destination fay = new Destination.Direct(kit.person(), kit.classRoom());
    kit.adapter().send(new Dispatch(1, new Outgoing.Post("p", fay, message), null));

    assertThat(slack.showsOnlyTo(FakeSlack.FAY).getFirst())
        .contains("zoom.example.com/j/987")
        .doesNotContain("call_id");
  }
}
