package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Line;
import dev.callboard.chat.PlaceKind;
import dev.callboard.chat.Reply;
import dev.callboard.testing.Await;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.SlackFault;
import dev.callboard.testing.SlackRequests;
import dev.callboard.testing.SlackRequests.Spot;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forms and the Home tab. */
class SlackViewsTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, clock);
  private final FakeSlack slack = kit.slack();
  private final SlackRequests requests = slack.requests();

  private static final Reply.Tell PAGE =
      new Reply.Tell(
          Content.text("Page 12 is up").and(new Button.Press("Undo", "@hybrid-1 undo 3")));
  private static final Reply.Ask ASK =
      new Reply.Ask(
          new Form(
              "Change the post",
              "What shall learners read?",
              "Workbook <page> 12 & 13",
              "Change",
              "@hybrid-1 edit 3"));

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void question_opensAFormAndItsAnswerCompletesTheLine() {
    door.answer(ASK);
    kit.accept(requests.button("1", "@hybrid-1 edit 3"));
    JsonObject form = kit.called("views.open").json("view");
    assertThat(BlockKitLimits.view(form)).isEmpty();
    assertThat(form.toString()).contains("Workbook <page> 12 & 13");

    door.answer(new Reply.Replace(Content.text("Changed.")));
    assertThat(kit.accept(requests.modal("V01", form, "Workbook page 13"))).isEmpty();

    Inbound.Command sent = door.commands().getLast();
    assertThat(sent.line()).isEqualTo("@hybrid-1 edit 3 Workbook page 13");
    assertThat(sent.via()).isEqualTo(Via.FORM);
    assertThat(sent.place()).isEqualTo(kit.classRoom());
    assertThat(sent.delivery().key()).isEqualTo("slack:V01:156.h");
    assertThat(kit.called("response_url").json("json").get("replace_original").getAsBoolean())
        .isTrue();
  }

  @Test
  void questionToACommand_isAnsweredBesideIt() {
    door.answer(ASK);
    assertThat(kit.accept(requests.slash("/class", "edit 3"))).isEmpty();
    JsonObject form = kit.called("views.open").json("view");

    door.answer(new Reply.Replace(Content.text("Changed.")));
    kit.accept(requests.modal("V01", form, "Workbook page 13"));

    assertThat(kit.called("response_url").json("json").get("replace_original").getAsBoolean())
        .isFalse();
  }

  @Test
  void triggerThatCameTooLate_isMadeUpForWithALineToType() {
    door.answer(ASK);
    slack.failNext("views.open", SlackFault.error("expired_trigger_id"));

    kit.accept(requests.button("1", "@hybrid-1 edit 3"));

    kit.called("response_url");
    assertThat(slack.showsOnlyTo(FakeSlack.FAY).getFirst())
        .contains("/class @hybrid-1 edit 3")
        .contains("What shall learners read?");
  }

  @Test
  void formFromTheHomeTab_showsItsAnswerInTheView() {
    door.answer(ASK);
    kit.accept(requests.button("1", "@hybrid-1 edit 3", Spot.HOME, "0"));
    JsonObject form = kit.called("views.open").json("view");

    door.answer(PAGE);
    JsonObject answer =
        JsonParser.parseString(kit.accept(requests.modal("V01", form, "x"))).getAsJsonObject();

    assertThat(answer.get("response_action").getAsString()).isEqualTo("update");
    assertThat(BlockKitLimits.view(answer.getAsJsonObject("view"))).isEmpty();
  }

  @Test
  void homeTab_showsTheClassesAndItsButtonsAnswerInAView() {
    door.answer(PAGE);
    kit.accept(requests.event("app_home_opened.json"));
    Await.until("the Home tab", () -> slack.home(FakeSlack.FAY).isPresent());
    assertThat(BlockKitLimits.view(slack.home(FakeSlack.FAY).orElseThrow())).isEmpty();
    assertThat(door.received()).singleElement().isInstanceOf(Inbound.Home.class);

    kit.accept(requests.button("1", "open hybrid", Spot.HOME, "0"));

    assertThat(BlockKitLimits.view(kit.called("views.open").json("view"))).isEmpty();
    assertThat(door.commands())
        .singleElement()
        .satisfies(command -> assertThat(command.kind()).isEqualTo(PlaceKind.DIRECT));
    Await.until("the Home tab again", () -> slack.calls("views.publish").size() == 2);
  }

  @Test
  void buttonInAView_changesThatView() {
    door.answer(PAGE);

    kit.accept(requests.button("1", "status", Spot.MODAL, "0"));

    assertThat(kit.called("views.update").field("view_id")).isEqualTo("V09");
  }

  @Test
  void messagesTab_isNotTheHomeTab() {
    JsonObject opened = SlackRequests.json("app_home_opened.json");
    opened.getAsJsonObject("event").addProperty("tab", "messages");
    kit.accept(requests.event(opened));

    assertThat(door.received()).isEmpty();
  }

  @Test
  void everyAnswerTheHouseCanGive_fitsSlack() {
    Content rich =
        Content.of(
            new Block.Heading("H".repeat(400)),
            new Block.Text(Line.of("x".repeat(9_000))),
            new Block.Small(Line.of("*".repeat(4_000))));
    List<Reply> replies = List.of(new Reply.Tell(rich), new Reply.Replace(rich));
    for (Reply reply : replies) {
      door.answer(reply);
      JsonObject answer =
          JsonParser.parseString(kit.accept(requests.slash("/class", "help"))).getAsJsonObject();
      assertThat(BlockKitLimits.message(answer)).isEmpty();
    }
  }
}
