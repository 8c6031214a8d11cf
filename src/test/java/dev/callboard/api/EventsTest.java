package dev.callboard.api;

import static dev.callboard.api.ApiServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.session.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a class's log a client's programs may have: what its report tells it, and no more. */
class EventsTest {

  @TempDir Path folder;

  @AutoClose private ApiServer api;
  private String token;
  private String id;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    api = new ApiServer(folder);
    token = api.token("acme", "read, command");
    id = api.opens("hybrid", token);
    api.says(id, token, "start");
  }

  private JsonNode page(String query) throws IOException, InterruptedException {
    return json(api.send(api.get("sessions/" + id + "/events" + query, token)));
  }

  private String types() {
    try {
      return page("").path("events").findValuesAsText("type").toString();
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void wordsOfTheTeam_areInNoAnswer() throws Exception {
    api.says(id, token, "note team-secret");
    api.says(id, token, "note facilitator: fay-secret");
    api.says(id, token, "note designer: dana-secret");
    api.says(id, token, "note client: the room is cold");
    api.says(id, token, "prompt in 1 ask-secret");
    api.says(id, token, "mark amara excused ill-secret");
    api.says(id, token, "issue amara no-secret on iphone");
    api.says(id, token, "fix amara helped-secret");
    api.says(id, token, "say back-secret");
    api.says(id, token, "undo");
    api.says(id, token, "say wrong-secret");
    api.says(id, token, "edit 2 what the class was told");
    api.clock().advance(Duration.ofMinutes(3));
    api.clock().until("a prompt", () -> types().contains("Prompted"));
    api.says(id, token, "end");
    api.says(id, token, "end confirm");
    api.says(id, token, "debrief keep keep-secret");
    api.says(id, token, "debrief activity welcome badly act-secret");

    String all = page("?limit=1000").toString();

    assertThat(all)
        .contains("Prompted", "Debriefed", "Marked", "the room is cold", "what the class was told")
        .contains("amara@learners.example.com", "IssueRaised", "IssueTurned")
        .doesNotContain("iPhone", "-secret", "@training.example.com", "accommodations", "\"went\"")
        .doesNotContain("Facilitator guide", "Recording on", "Launch Poll 1", "\"leads\"");
  }

  @Test
  void whatIsLeftOut_breaksNoPage() throws Exception {
    for (int i = 0; i < 5; i++) {
      api.says(id, token, "note for the team alone");
    }
    api.says(id, token, "note client: the room is cold");

    StringBuilder all = new StringBuilder();
    JsonNode page = page("?limit=2");
    int pages = 1;
    while (!page.path("next").isNull()) {
      all.append(page.path("events"));
      page = page("?limit=2&after=" + page.path("next").longValue());
      pages++;
    }

    assertThat(all.append(page.path("events"))).contains("Opened", "the room is cold");
    assertThat(pages).isGreaterThan(3);
  }

  /** A new kind of event is told to nobody outside until somebody has decided what of it is. */
  @Test
  void everyKindOfEvent_isDecided() {
    Stream<String> kinds =
        Arrays.stream(Event.class.getPermittedSubclasses()).map(Class::getSimpleName);

    assertThat(kinds.filter(kind -> !ClientsShare.decided(kind))).isEqualTo(List.of());
  }
}
