package dev.callboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.testing.Await;
import dev.callboard.testing.FakeSlack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that gives addresses alone, in Slack: who says nothing is reached all the same. */
class SlackByAddressTest {

  private static final String MIA = "U09";
  private static final String NOA = "U10";

  private static final String PLAN =
      """
      title: Facilitating Hybrid Meetings
      zone: Europe/London
      start: "14:00"
      slot: 60
      people:
        - {key: fay, name: Fay Osei, role: producer, email: fay@example.com}
        - {key: mia, name: Mia Lund, role: facilitator, email: mia@example.com}
        - {key: noa, name: Noa Katz, role: facilitator, email: noa@example.com}
      rooms:
        slack: {class: C05, backstage: C06}
      segments:
        - {title: Welcome, key: welcome, minutes: 10}
        - {title: Close, key: close, minutes: 50, lead: noa}
      """;

  @TempDir Path folder;

  @Test
  void silentFacilitators_areToldInTheirOwnDirectChats() throws Exception {
    try (PlatformServer server = new PlatformServer(folder, PLAN)) {
      FakeSlack slack = server.slack();
      slack.person(MIA, "Mia", "mia@example.com", FakeSlack.TEAM);
      slack.person(NOA, "Noa", "noa@example.com", FakeSlack.TEAM);
      for (String line : List.of("open hybrid", "start", "prompt to noa You are next")) {
        Map<String, String> backstage =
            Map.of("channel_id", PlatformServer.SLACK_BACKSTAGE, "text", line, "trigger_id", line);
        assertThat(server.hears(slack.requests().slash(backstage)).statusCode()).isEqualTo(200);
      }
      server.clock().advance(Duration.ofMinutes(5));

      told(server, MIA, "5 min left");
      told(server, NOA, "You are next");
      assertThat(slack.showsOnlyTo(MIA)).noneMatch(message -> message.contains("You are next"));
      assertThat(slack.showsOnlyTo(NOA)).noneMatch(message -> message.contains("5 min left"));
      assertThat(slack.shows("C05")).isEmpty();
      assertThat(slack.calls("users.lookupByEmail")).hasSize(2);
    }
  }

  /** The scheduler's pauses go by the server's clock, so it must go on while we wait. */
  private static void told(PlatformServer server, String person, String words) {
    Await.until(
        words,
        () -> {
          server.clock().advance(Duration.ofMillis(20));
          return server.slack().showsOnlyTo(person).stream().anyMatch(text -> text.contains(words));
        });
  }
}
