package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callboard.platform.WebhookRequest;
import dev.callboard.testing.Await;
import dev.callboard.testing.FakeZoom;
import dev.callboard.testing.ZoomEvents;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class run from Zoom: signed requests over HTTP in, posts on {@link FakeZoom} out. */
@Timeout(120)
class ZoomServerTest {

  @TempDir private Path folder;
  private PlatformServer server;

  @BeforeEach
  void start() throws IOException {
    server = new PlatformServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> tell(ObjectNode event) {
    return carry(server.zoom().signed(event));
  }

  private HttpResponse<String> carry(WebhookRequest request) {
    try {
      return server.hears(request);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private List<JsonNode> shownTo(String user) {
    return server.zoom().chat().shownTo(user);
  }

  private List<JsonNode> classRoom() {
    return server.zoom().chat().shownToAll(FakeZoom.CLASS_ROOM);
  }

  /** Fay types backstage; what she alone reads then. */
  private JsonNode types(String line) {
    ObjectNode event = ZoomEvents.typed(line, line);
    ZoomEvents.payload(event).put("toJid", FakeZoom.BACKSTAGE);
    int before = shownTo(FakeZoom.FAY).size();
    HttpResponse<String> response = tell(event);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    Await.until("the answer to " + line, () -> shownTo(FakeZoom.FAY).size() > before);
    return shownTo(FakeZoom.FAY).getLast();
  }

  private static String value(JsonNode message, String label) {
    for (JsonNode item : message.findParents("value")) {
      if (item.path("text").asText("").equals(label)) {
        return item.path("value").asText();
      }
    }
    throw new AssertionError("no button " + label + " in " + message);
  }

  @Test
  void class_runsFromCommandToPostAndUndo() {
    types("open hybrid");
    types("start");
    JsonNode answer = types("page 12");

    Await.until("the page in the class room", () -> !classRoom().isEmpty());
    assertThat(classRoom()).singleElement().asString().contains("12");

    tell(ZoomEvents.pressed("undo", value(answer, "Undo")));
    Await.until("the page gone", () -> classRoom().isEmpty());
  }

  @Test
  void commandToldTwice_isDoneOnce() {
    types("open hybrid");
    ObjectNode hello = ZoomEvents.typed("hello", "say hello");

    tell(hello);
    tell(hello);
    tell(ZoomEvents.typed("bye", "say goodbye"));

    Await.until(
        "the last", () -> classRoom().stream().anyMatch(s -> s.toString().contains("goodbye")));
    assertThat(classRoom()).hasSize(2);
  }

  @Test
  void freeWordsTypedBackstage_arePostedOnceByAPress() {
    types("open hybrid");
    JsonNode question = types("say Please mute yourselves, all of you");
    assertThat(question.toString()).contains("Shall the class read this?");
    String press = value(question, "Post it to the class");

    tell(ZoomEvents.pressed("p1", press));
    tell(ZoomEvents.pressed("p2", press));
    types("page 12");

    Await.until("the page", () -> classRoom().size() > 1);
    assertThat(classRoom()).hasSize(2).first().asString().contains("Please mute yourselves, all");
  }

  @Test
  void learner_cannotCommand() {
    types("open hybrid");
    ObjectNode end = ZoomEvents.typed("lea", "end");
    ZoomEvents.payload(end)
        .put("userId", FakeZoom.LEA)
        .put("userJid", "user-lea@xmpp.zoom.us")
        .put("userName", "Lea Learner");

    tell(end);

    Await.until("the answer", () -> !shownTo(FakeZoom.LEA).isEmpty());
    assertThat(types("status").toString()).doesNotContain("Ended");
    assertThat(classRoom()).isEmpty();
  }

  @Test
  void whatAMeetingTells_isTakenAndShownToNobody() {
    types("open hybrid");
    int shown = shownTo(FakeZoom.FAY).size();

    HttpResponse<String> response = tell(ZoomEvents.of("meeting.participant_joined"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(classRoom()).isEmpty();
    assertThat(shownTo(FakeZoom.FAY)).hasSize(shown);
  }

  @Test
  void challenge_isAnsweredInTheRequest() {
    HttpResponse<String> response = tell(ZoomEvents.of("endpoint.url_validation"));

    assertThat(response.statusCode()).isEqualTo(200);
    byte[] token = "w8Qd2pLr-T5sYx0h".getBytes(StandardCharsets.UTF_8);
    assertThat(response.body()).contains(FakeZoom.hmac(FakeZoom.SECRET, "", token));
  }
}
