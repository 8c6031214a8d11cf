package dev.callboard.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Form;
import dev.callboard.chat.Reply;
import dev.callboard.platform.WebhookResponse;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.RecordingDoor;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TeamsActivities;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody who pressed a button gets back. */
class TeamsAnswersTest {

  private static final String CARD = "application/vnd.microsoft.card.adaptive";
  private static final String WORDS = "application/vnd.microsoft.activity.message";
  private static final Content WITH_BUTTON =
      Content.text("Page 12 is up").and(new Button.Press("Undo", "@h undo 1"));
  private static final ObjectNode ON_A_CARD_OF_THE_ROOM = TeamsActivities.execute("f:1", "page 12");
  private static final ObjectNode ON_A_PRIVATE_CARD =
      TeamsActivities.executePrivately("f:1", "page 12");

  private final RecordingDoor door = new RecordingDoor();
  private final TeamsKit kit = new TeamsKit(door, SettableClock.at("2026-11-24T14:12:00Z"));

  @AfterEach
  void close() {
    assertThat(kit.shownToAll()).isEmpty();
    kit.close();
  }

  private JsonNode answer(ObjectNode press, Reply reply) {
    door.answer(reply);
    WebhookResponse response = kit.adapter().accept(kit.teams().signed(press));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/json");
    return TeamsWire.read(new String(response.body(), StandardCharsets.UTF_8));
  }

  @Test
  void privateCard_isReplaced() {
    for (Reply reply : new Reply[] {new Reply.Tell(WITH_BUTTON), new Reply.Replace(WITH_BUTTON)}) {
      JsonNode answer = answer(ON_A_PRIVATE_CARD, reply);

      assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
      assertThat(answer.path("type").asText()).isEqualTo(CARD);
      assertThat(answer.path("value").path("type").asText()).isEqualTo("AdaptiveCard");
      assertThat(answer.toString()).contains("Page 12 is up", "Undo", "\"eyes\":\"one\"");
    }
    assertThat(kit.shownToPerson()).isEmpty();
  }

  @Test
  void cardOfTheRoom_staysAndTheRemarkIsWords() {
    JsonNode answer = answer(ON_A_CARD_OF_THE_ROOM, Reply.tell("Page 12 is up"));

    assertThat(answer.path("type").asText()).isEqualTo(WORDS);
    assertThat(answer.path("value").asText()).isEqualTo("Page 12 is up");
    assertThat(kit.shownToPerson()).isEmpty();
  }

  @Test
  void cardOfTheRoom_staysAndAnAnswerWithButtonsIsSaidPrivately() {
    JsonNode answer = answer(ON_A_CARD_OF_THE_ROOM, new Reply.Tell(WITH_BUTTON));

    assertThat(answer.path("type").asText()).isEqualTo(WORDS);
    assertThat(kit.shownToPerson()).singleElement().asString().contains("Page 12 is up", "Undo");
  }

  @Test
  void answerNobodyCanCarry_isAtLeastWords() {
    kit.refusePrivate();

    JsonNode answer = answer(ON_A_CARD_OF_THE_ROOM, new Reply.Tell(WITH_BUTTON));

    assertThat(answer.path("value").asText()).isEqualTo("Page 12 is up");
  }

  @Test
  void question_isAForm() {
    Reply ask = new Reply.Ask(new Form("Note", "What was it?", "", "Keep", "@h note"));

    assertThat(answer(ON_A_PRIVATE_CARD, ask).path("value").toString())
        .contains("Input.Text", "Keep");
    answer(ON_A_CARD_OF_THE_ROOM, ask);
    assertThat(kit.shownToPerson()).singleElement().asString().contains("Input.Text");
  }

  @Test
  void silence_isDone() {
    assertThat(answer(ON_A_CARD_OF_THE_ROOM, new Reply.Quiet()).path("value").asText())
        .isEqualTo("Done");
  }

  /** In a chat of two there is nobody else whose card it could be. */
  @Test
  void cardInAChatOfTwo_isPrivateWhoeverDrewIt() {
    ObjectNode press = TeamsActivities.execute("f:1", "page 12");
    press.set("conversation", TeamsActivities.of("message-personal").path("conversation"));

    assertThat(answer(press, new Reply.Tell(WITH_BUTTON)).path("type").asText()).isEqualTo(CARD);
    assertThat(kit.teams().connector().shownTo(FakeTeams.FAY)).isEmpty();
  }
}
