package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeTeams;
import dev.callboard.testing.FakeTeamsConnector;
import dev.callboard.testing.FakeTeamsConnector.Fault;
import dev.callboard.testing.TeamsActivities;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class given in Teams, over HTTP and through every part of the real server, with tokens of
 * Teams' own kind.
 */
class TeamsEndToEndTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private PlatformServer server;
  private FakeTeamsConnector connector;

  @BeforeEach
  void open() throws Exception {
    server = new PlatformServer(folder);
    connector = server.teams().connector();
    hears(TeamsActivities.personal("open", "open hybrid"));
    Await.until("the card", () -> backstage().size() == 1);
    told("Opened ");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void mention_reachesTheClassAndIsAnsweredToTheCallerAlone() throws Exception {
    HttpResponse<String> response = hears(TeamsActivities.mention("1", "page 12"));

    assertThat(response.statusCode()).isEqualTo(200);
    ObjectNode post = classRoomShows(1).getFirst();
    assertThat(post.toString()).contains("Workbook page 12").doesNotContain("Undo");
    JsonNode reply = told("Page 12 is in the class room.");
    assertThat(reply.at("/conversation/id").asText())
        .isEqualTo(FakeTeamsConnector.chat(FakeTeams.FAY));
  }

  @Test
  void whisper_isAnsweredByAWhisper() throws Exception {
    hears(TeamsActivities.targeted("1", "page 12"));

    classRoomShows(1);
    JsonNode reply = told("Page 12 is in the class room.");
    assertThat(reply.at("/recipient/id").asText()).isEqualTo(FakeTeams.FAY);
    assertThat(reply.at("/conversation/id").asText()).isEqualTo(FakeTeams.CLASS_ROOM);
  }

  @Test
  void teamsWithoutTargetedMessages_answersInTheChatOfTwo() throws Exception {
    connector.refuseTargeted();

    hears(TeamsActivities.targeted("1", "page 12"));

    classRoomShows(1);
    JsonNode reply = told("Page 12 is in the class room.");
    assertThat(reply.at("/conversation/id").asText())
        .isEqualTo(FakeTeamsConnector.chat(FakeTeams.FAY));
  }

  @Test
  void executeButton_isAnsweredInTheRequestAndTakesThePostBack() throws Exception {
    hears(TeamsActivities.mention("1", "page 12"));
    classRoomShows(1);
    String line = line(told("Page 12 is in"), "undo");

    HttpResponse<String> response = hears(TeamsActivities.executePrivately("f:1", line));

    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("value").toString()).contains("Taken back");
    classRoomShows(0);
  }

  @Test
  void form_changesThePost() throws Exception {
    hears(TeamsActivities.mention("1", "page 12"));
    classRoomShows(1);
    String line = line(told("Page 12 is in"), "edit");

    JsonNode form = JSON.readTree(hears(TeamsActivities.executePrivately("f:1", line)).body());
    assertThat(form.path("value").toString()).contains("Input.Text").contains("Workbook page 12");
    hears(TeamsActivities.form("f:2", line, "Page 13, not 12"));

    Await.until(
        "the change", () -> classRoomShows(1).getFirst().toString().contains("Page 13, not 12"));
  }

  @Test
  void sameDeliveryTwice_isDoneOnce() throws Exception {
    hears(TeamsActivities.mention("1", "say once"));
    int written = server.written();

    assertThat(hears(TeamsActivities.mention("1", "say once")).statusCode()).isEqualTo(200);

    assertThat(server.written()).isEqualTo(written);
    assertThat(classRoomShows(1)).hasSize(1);
  }

  @Test
  void endedClass_takesNoMorePosts() throws Exception {
    hears(TeamsActivities.personal("1", "start"));
    hears(TeamsActivities.personal("2", "end"));
    told("Closed at ");

    hears(TeamsActivities.mention("3", "page 12"));

    told(" ended at ");
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
  }

  @Test
  void privateWords_neverReachTheClass() throws Exception {
    int id = 0;
    for (String line : List.of("status", "help", "note secret remark", "pgae 3", "link", "page")) {
      hears(TeamsActivities.mention("m" + ++id, line));
      hears(TeamsActivities.targeted("t" + id, line));
      server.clock().advance(Duration.ofSeconds(20)); // so that nothing is paced
    }
    hears(TeamsActivities.mention("last", "say the end"));
    told("Said in the class room.");

    assertThat(classRoomShows(1)).singleElement().asString().contains("the end");
  }

  @Test
  void refusedPost_isReportedBackstage() throws Exception {
    connector.failNext(new Fault(403, null));

    hears(TeamsActivities.executePrivately("f:1", "page 12")); // answered without the connector

    Await.until(
        "the report",
        () -> backstage().stream().anyMatch(m -> m.toString().contains("Not delivered")));
    assertThat(backstage().getLast().toString())
        .contains("Is Callboard a member?")
        .contains("Workbook page 12");
    assertThat(connector.shownToAll(FakeTeams.CLASS_ROOM)).isEmpty();
  }

  private HttpResponse<String> hears(ObjectNode activity) throws Exception {
    return server.hears(server.teams().signed(activity));
  }

  /** What Fay alone was told with these words in it, once she was. */
  private JsonNode told(String words) {
    Await.until(
        words,
        () ->
            connector.shownTo(FakeTeams.FAY).stream().anyMatch(m -> m.toString().contains(words)));
    return connector.shownTo(FakeTeams.FAY).stream()
        .filter(message -> message.toString().contains(words))
        .findFirst()
        .orElseThrow();
  }

  /** The line of the message's button that does this. */
  private static String line(JsonNode message, String word) {
    Matcher line =
        Pattern.compile("\"line\":\"(@[^\"]* " + word + " [^\"]*)\"").matcher(message.toString());
    assertThat(line.find()).as(message.toString()).isTrue();
    return line.group(1);
  }

  private List<ObjectNode> classRoomShows(int messages) {
    Await.until(
        messages + " in the class room",
        () -> connector.shownToAll(FakeTeams.CLASS_ROOM).size() == messages);
    return connector.shownToAll(FakeTeams.CLASS_ROOM);
  }

  private List<ObjectNode> backstage() {
    return connector.shownToAll(FakeTeams.CHANNEL);
  }
}
