package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.config.SettingsReader;
import dev.callboard.testing.Databases;
import dev.callboard.testing.Playground;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class run from a client nobody here wrote, against the whole server. */
@Tag("playground")
@Timeout(300)
class TeamsPlaygroundTest {

  private static final String PLAN =
      """
      title: Hybrid meetings
      zone: Europe/London
      start: "14:00"
      slot: 60
      languages: [en]
      workbook: {title: Workbook, url: "https://example.com/workbook.pdf", pages: 28}
      people:
        - {key: fay, name: Fay Example, role: producer, email: fay@example.com}
        - {key: lea, name: Lea Example, role: learner, email: lea@example.com}
      rooms:
        teams: {class: "%s", backstage: "%s"}
      resources:
        - {key: handout, title: Handout, url: "https://example.com/handout.pdf"}
      segments:
        - {title: Welcome, minutes: 20}
        - {title: Practice, minutes: 40, pages: [{number: 12, title: The three rooms}]}
      """
          .formatted(Playground.GROUP, Playground.CHANNEL);

  @TempDir private Path folder;
  private Server server;
  private Playground teams;

  @BeforeEach
  void start() throws Exception {
    Path plans = Files.createDirectory(folder.resolve("plans"));
    Files.writeString(plans.resolve("hybrid.yaml"), PLAN);
    Map<String, String> environment =
        Map.of(
            "CALLBOARD_SERVER_PORT",
            "0",
            "CALLBOARD_DATABASE_URL",
            Databases.in(folder),
            "CALLBOARD_PLANS",
            plans.toString(),
            "CALLBOARD_PLATFORMS_TEAMS_DEV_WITHOUT_AUTH",
            "true");
    server =
        new Server(
            new SettingsReader(Path.of(".")).read(null, environment), InstantSource.system());
    server.start();
    teams =
        Playground.start(folder, URI.create("http://127.0.0.1:" + server.port() + "/api/messages"));
  }

  @AfterEach
  void stop() {
    if (teams != null) {
      teams.close();
    }
    server.close();
  }

  @Test
  void class_runsInThePlayground() {
    teams.say(Playground.PERSONAL, "open hybrid");
    JsonNode opened = teams.await(Playground.PERSONAL, "\"Start\"", "\"Welcome\"");
    teams.await(Playground.CHANNEL, "createMessage", "Hybrid meetings", "AdaptiveCard");

    JsonNode started = teams.press(opened, "Start");
    assertThat(started.toString())
        .contains("AdaptiveCard")
        .contains("application/vnd.microsoft.card");
    teams.await(Playground.CHANNEL, "updateMessage", "Welcome", "\"Next\"");

    teams.mention(Playground.GROUP, "page 12");
    teams.await(Playground.GROUP, "12", "The three rooms");
    teams.await(Playground.PERSONAL, "\"Undo\"");

    teams.mention(Playground.GROUP, "/link handout");
    teams.await(Playground.GROUP, "https://example.com/handout.pdf");

    teams.say(Playground.PERSONAL, "next");
    teams.await(Playground.CHANNEL, "updateMessage", "Practice", "\"End class\"");

    teams.say(Playground.PERSONAL, "lnik handout");
    teams.await(Playground.PERSONAL, "Did you mean");

    teams.say(Playground.PERSONAL, "end");
    teams.await(Playground.CHANNEL, "updateMessage", "Ended");

    assertThat(teams.sentTo(Playground.GROUP))
        .noneMatch(message -> message.toString().contains("Undo"));
  }
}
