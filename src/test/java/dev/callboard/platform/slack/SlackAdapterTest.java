package dev.callboard.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.callboard.chat.Button;
import dev.callboard.chat.Content;
import dev.callboard.chat.Delivery.Route;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slash commands and clicks, from the request to the answer. */
class SlackAdapterTest {

  private final SettableClock clock = SettableClock.at("2026-11-24T14:12:00Z");
  private final RecordingDoor door = new RecordingDoor();
  private final SlackKit kit = new SlackKit(door, clock);
  private final FakeSlack slack = kit.slack();
  private final SlackRequests requests = slack.requests();

  private static final Reply.Tell PAGE =
      new Reply.Tell(
          Content.text("Page 12 is up").and(new Button.Press("Undo", "@hybrid-1 undo 3")));

  @AfterEach
  void close() {
    kit.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/class, page 12, page 12",
    "/page, 12, page 12",
    "/page, '', page",
    "/class-open, hybrid, open hybrid",
    "/class, '', ''",
    "/class, '  next  ', next",
    "/class, 'open hybrid <#C05|class-101>', open hybrid #C05",
    "/class, 'open hybrid <#C06|>', open hybrid #C06",
    "/class, 'mark <@U07|fay> <@W08>', mark @U07 @W08",
    "/class, 'say Q&amp;A &lt;now&gt;', say Q&A <now>",
    "/class, 'say &amp;lt; and &amp;amp;', say &lt; and &amp;",
    "/class, 'say see <https://example.com/x?a=1&amp;b=2|example.com>', say see"
        + " https://example.com/x?a=1&b=2",
    "/class, 'note <mailto:a@example.com|a@example.com>', note a@example.com",
    "/class, 'say <!subteam^S01|@trainers> <!here>', say @trainers @here"
  })
  void slashCommand_isALine(String command, String text, String line) {
    kit.accept(requests.slash(command, text));

    assertThat(door.commands())
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.line()).isEqualTo(line);
          assertThat(heard.delivery().route()).isEqualTo(Route.INLINE);
          assertThat(heard.delivery().key()).isEqualTo("slack:12.34.1");
          assertThat(heard.from()).isEqualTo(kit.person());
        });
  }

  @Test
  void slashCommand_isAnsweredInOneRoundTripToTheCallerAlone() {
    door.answer(PAGE);

    JsonObject answer =
        JsonParser.parseString(kit.accept(requests.slash("/page", "12"))).getAsJsonObject();

    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(BlockKitLimits.message(answer)).isEmpty();
    assertThat(answer.toString()).contains("Page 12 is up").contains("@hybrid-1 undo 3");
    assertThat(slack.calls("response_url")).isEmpty();
    assertThat(slack.shows("C05")).isEmpty();
  }

  @Test
  void quietReply_isAnEmptyAnswer() {
    assertThat(kit.accept(requests.slash("/page", "12"))).isEmpty();
  }

  @Test
  void directChat_isKnownAsOne() {
    kit.accept(requests.slash(Map.of("channel_id", "D07", "channel_name", "directmessage")));
    kit.accept(requests.slash("/class", "next"));

    assertThat(door.commands())
        .extracting("kind")
        .containsExactly(PlaceKind.DIRECT, PlaceKind.UNKNOWN);
  }

  @Test
  void organisationWideInstallation_isOneTenant() {
    kit.accept(
        requests.slash(
            Map.of("is_enterprise_install", "true", "enterprise_id", "E01", "team_id", "T02")));
    JsonObject click = SlackRequests.json("block_actions.json");
    click.addProperty("is_enterprise_install", true);
    JsonObject enterprise = new JsonObject();
    enterprise.addProperty("id", "E01");
    click.add("enterprise", enterprise);
    kit.accept(requests.interaction(click));
    JsonObject event = SlackRequests.json("app_mention.json");
    JsonObject own = event.getAsJsonArray("authorizations").get(0).getAsJsonObject();
    own.addProperty("is_enterprise_install", true);
    own.addProperty("enterprise_id", "E01");
    kit.accept(requests.event(event));

    assertThat(door.commands())
        .hasSize(3)
        .allSatisfy(command -> assertThat(command.place().tenant()).isEqualTo("E01"));
  }

  @Test
  void click_isAnsweredBesideTheMessageItStandsOn() {
    door.answer(PAGE);

    assertThat(kit.accept(requests.button("1", "@hybrid-1 page 12"))).isEmpty();

    JsonObject answer = kit.called("response_url").json("json");
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(answer.get("replace_original").getAsBoolean()).isFalse();
    assertThat(slack.showsOnlyTo(FakeSlack.FAY)).hasSize(1);
    assertThat(slack.shows("C05")).isEmpty();
  }

  @Test
  void undo_replacesTheCallersOwnMessage() {
    door.answer(new Reply.Replace(Content.text("Taken back.")));

    kit.accept(requests.button("1", "@hybrid-1 undo 3"));

    JsonObject answer = kit.called("response_url").json("json");
    assertThat(answer.get("replace_original").getAsBoolean()).isTrue();
    assertThat(answer.has("response_type")).isFalse();
  }

  /** A private answer in place of a card that all see would be read by all. */
  @Test
  void sharedMessage_isNeverReplacedByAPrivateAnswer() {
    door.answer(new Reply.Replace(Content.text("Taken back.")));

    kit.accept(requests.button("1", "@hybrid-1 undo 3", Spot.CHANNEL, "1795000000.000300"));

    JsonObject answer = kit.called("response_url").json("json");
    assertThat(answer.get("replace_original").getAsBoolean()).isFalse();
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
  }

  @Test
  void buttonValue_comesBackAsItWasWhateverSlackEscapes() {
    String line = "@hybrid-1 link 50% of Q&A <draft>";

    kit.accept(requests.button("1", ButtonValue.of(line)));

    assertThat(ButtonValue.of(line)).doesNotContain("&", "<", ">");
    assertThat(door.commands()).singleElement().extracting("line").isEqualTo(line);
  }

  @Test
  void twoClicksOnOneButton_areTwoDeliveries() {
    kit.accept(requests.button("1.2.a", "next"));
    kit.accept(requests.button("1.2.b", "next"));

    assertThat(door.commands())
        .extracting(command -> command.delivery().key())
        .containsExactly("slack:1.2.a", "slack:1.2.b");
  }

  @Test
  void linkButton_onlyTellsThatItWasPressed() {
    JsonObject click = SlackRequests.json("block_actions.json");
    click.getAsJsonArray("actions").get(0).getAsJsonObject().remove("value");

    assertThat(kit.accept(requests.interaction(click))).isEmpty();
    assertThat(door.received()).isEmpty();
  }

  @Test
  void usedUpResponseUrl_isMadeUpForInTheDirectChat() {
    door.answer(PAGE);
    slack.failNext("response_url", SlackFault.html(404));

    kit.accept(requests.button("1", "page 12"));

    Await.until("the answer in the direct chat", () -> !slack.shows("D07").isEmpty());
    assertThat(slack.shows("D07")).singleElement().asString().contains("Page 12 is up");
  }
}
