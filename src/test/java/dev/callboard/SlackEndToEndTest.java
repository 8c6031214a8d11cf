package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Await;
import dev.callboard.testing.BlockKitLimits;
import dev.callboard.testing.FakeSlack;
import dev.callboard.testing.SlackFault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class given in Slack, over HTTP and through every part of the real server. */
class SlackEndToEndTest {

  private static final String PAGE_12 =
      """
      [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements":
        [{"type": "text", "text": "Workbook page 12", "style": {"bold": true}}]}]}]
      """;

  @TempDir Path folder;

  private PlatformServer server;
  private FakeSlack slack;

  @BeforeEach
  void open() throws Exception {
    server = new PlatformServer(folder);
    slack = server.slack();
    assertThat(typed("open hybrid")).contains("Opened ");
    Await.until("the card", () -> backstage().size() == 1);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void slashCommand_isAnsweredInOneRoundTripAndReachesTheClass() throws Exception {
    HttpResponse<String> response = server.hears(slash("t1", "page 12"));

    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject answer = JsonParser.parseString(response.body()).getAsJsonObject();
    assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
    assertThat(answer.get("text").getAsString()).contains("Page 12 is in the class room.");
    JsonObject post = JsonParser.parseString(classRoomShows(1).getFirst()).getAsJsonObject();
    JsonArray blocks = post.getAsJsonArray("blocks");
    assertThat(blocks).isEqualTo(JsonParser.parseString(PAGE_12));
    assertThat(post.get("text").getAsString()).isEqualTo("Workbook page 12");
    assertThat(BlockKitLimits.message(post.toString())).isEmpty();
  }

  @Test
  void undoButton_takesThePostFromTheClass() throws Exception {
    String reply = typed("page 12");
    classRoomShows(1);

    press("t2", value(reply, "undo"));

    classRoomShows(0);
    Await.until("the reply", () -> onlyFay().stream().anyMatch(m -> m.contains("Taken back")));
  }

  @Test
  void editButton_asksInAFormAndChangesThePost() throws Exception {
    String reply = typed("page 12");
    classRoomShows(1);

    press("t2", value(reply, "edit"));
    Await.until("the form", () -> !slack.views().isEmpty());
    JsonObject form = slack.views().getFirst();
    assertThat(form.toString()).contains("Workbook page 12");
    assertThat(server.hears(slack.requests().modal("V01", form, "Page 13, not 12")).statusCode())
        .isEqualTo(200);

    Await.until("the change", () -> classRoomShows(1).getFirst().contains("Page 13, not 12"));
  }

  @Test
  void mention_isDoneAndAnsweredPrivately() throws Exception {
    assertThat(server.hears(slack.requests().mention("Ev1", "<@U0BOT> page 12")).statusCode())
        .isEqualTo(200);

    assertThat(classRoomShows(1).getFirst()).contains("Workbook page 12");
    Await.until("the reply", () -> onlyFay().stream().anyMatch(m -> m.contains("Page 12 is in")));
    assertThat(classRoomShows(1)).noneMatch(message -> message.contains("Undo"));
  }

  @Test
  void directMessage_findsTheClassAndIsAnsweredThere() throws Exception {
    server.hears(slack.requests().dm("Ev1", "page 7"));

    assertThat(classRoomShows(1).getFirst()).contains("Workbook page 7");
    Await.until("the reply", () -> onlyFay().stream().anyMatch(m -> m.contains("Page 7 is in")));
  }

  @Test
  void sameDeliveryTwice_isDoneOnce() throws Exception {
    server.hears(slash("t1", "page 7"));
    int written = server.written();
    assertThat(server.hears(slash("t1", "page 7")).statusCode()).isEqualTo(200);
    server.hears(slack.requests().mention("Ev1", "<@U0BOT> say by event"));
    assertThat(server.hears(slack.requests().mention("Ev1", "<@U0BOT> say by event")).statusCode())
        .isEqualTo(200);

    assertThat(classRoomShows(2)).last().asString().contains("by event");
    // A post, its messages in the class rooms on Slack, Teams and Zoom, the private reply, and the
    // delivery itself.
    assertThat(server.written()).isEqualTo(written + 6);
  }

  @Test
  void freeWordsTypedBackstage_arePostedOnceByAPress() throws Exception {
    String question = typed("say hello & welcome all\nof you");
    assertThat(question).contains("Shall the class read this?");
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();

    press("p1", value(question, "say"));
    press("p2", value(question, "say"));
    typed("page 7");

    assertThat(classRoomShows(2)).first().asString().contains("hello & welcome all");
  }

  @Test
  void endedClass_takesNoMorePosts() throws Exception {
    typed("start");
    assertThat(typed("end")).contains("Closed at ");
    int written = server.written();

    assertThat(typed("page 12")).contains(" ended at ");
    assertThat(server.written()).isEqualTo(written);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();
  }

  @Test
  void privateWords_neverReachTheClass() throws Exception {
    for (String line : List.of("status", "help", "note secret remark", "pgae 3", "link", "page")) {
      server.hears(slack.requests().slash("/class", line)); // typed where learners read
      server.hears(slack.requests().mention("Ev" + line.hashCode(), "<@U0BOT> " + line));
      server.clock().advance(Duration.ofSeconds(10)); // so that nothing is paced
    }
    server.hears(slack.requests().slash("/class", "say the end"));
    classRoomShows(1);
    Await.until("all replies", server::isAtRest);

    assertThat(classRoomShows(1)).singleElement().asString().contains("the end");
    assertThat(slack.calls("chat.postEphemeral")).isEmpty();
  }

  @Test
  void learner_commandsNothing() throws Exception {
    int written = server.written();

    String reply =
        server.hears(slack.requests().slash(Map.of("user_id", "U08", "text", "page 12"))).body();

    assertThat(reply).contains("Commands are for the team").contains("Fay Osei");
    assertThat(server.written()).isEqualTo(written);
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();
  }

  @Test
  void channelWithoutCallboard_isReportedBackstage() throws Exception {
    slack.failNext("chat.postMessage", SlackFault.error("not_in_channel"));

    typed("page 12");

    Await.until(
        "the report", () -> backstage().stream().anyMatch(m -> m.contains("Not delivered")));
    assertThat(backstage())
        .last()
        .asString()
        .contains("Is Callboard a member?")
        .contains("Workbook page 12");
    assertThat(slack.shows(FakeSlack.CLASS_ROOM)).isEmpty();
  }

  private WebhookRequest slash(String trigger, String line) {
    return slack
        .requests()
        .slash(
            Map.of(
                "trigger_id", trigger,
                "channel_id", PlatformServer.SLACK_BACKSTAGE,
                "text", line));
  }

  private String typed(String line) throws IOException, InterruptedException {
    return server.hears(slash("typed " + line, line)).body();
  }

  private void press(String trigger, String value) throws IOException, InterruptedException {
    assertThat(server.hears(slack.requests().button(trigger, value)).statusCode()).isEqualTo(200);
  }

  /** The value of the reply's button that does this. */
  private static String value(String reply, String word) {
    Matcher value = Pattern.compile("\"value\":\"(@[^\"]* " + word + " [^\"]*)\"").matcher(reply);
    assertThat(value.find()).as(reply).isTrue();
    return value.group(1);
  }

  private List<String> classRoomShows(int messages) {
    Await.until(
        messages + " in the class room",
        () -> slack.shows(FakeSlack.CLASS_ROOM).size() == messages);
    return slack.shows(FakeSlack.CLASS_ROOM);
  }

  private List<String> backstage() {
    return slack.shows(PlatformServer.SLACK_BACKSTAGE);
  }

  private List<String> onlyFay() {
    return slack.showsOnlyTo(FakeSlack.FAY);
  }
}
