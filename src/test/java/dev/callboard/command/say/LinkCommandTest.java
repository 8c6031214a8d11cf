package dev.callboard.command.say;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.PlanReader;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as hasty fingers name them, and whom they may be shown to. */
class LinkCommandTest {

  private static final String PLAN =
      """
      title: Links
      zone: Europe/London
      start: "14:00"
      slot: 20
      people:
        - {key: priya, name: Priya Nair, role: producer}
      resources:
        - {key: handout, title: "Three room types: the handout", url: "https://example.com/1"}
        - {key: hand-signals, title: Signals for the camera, url: "https://example.com/2"}
        - {key: slides, title: Slides, url: "https://example.com/3"}
        - {key: guide, title: Facilitator guide, url: "https://example.com/4", show: team}
      segments:
        - {title: One, minutes: 10}
        - {title: Two, minutes: 10, resources: [guide, handout, slides]}
      """;

  private final TestDesk bot =
      new TestDesk(
          SettableClock.at("2026-11-24T14:00:00Z"),
          new PlanReader(Set.of())
              .read("links", "links.yaml", PLAN.getBytes(StandardCharsets.UTF_8))
              .usable()
              .orElseThrow());

  @BeforeEach
  void openClass() {
    bot.types("priya", "open links");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handout",
        "HANDOUT",
        "hand out",
        "the handout",
        "hando",
        "handuot",
        "room types",
        "three room typs",
        "Three room types: the handout"
      })
  void nameInAHurry_isFound(String typed) {
    assertThat(bot.types("priya", "link " + typed))
        .isEqualTo("“Three room types: the handout” is in the class room.");
    assertThat(bot.shows(bot.classRoom())).singleElement().asString().contains("example.com/1");
  }

  @Test
  void nameOfSeveral_isAskedBackAndPostsNothing() {
    assertThat(bot.types("priya", "link hand"))
        .isEqualTo(
            "“hand” may be “Three room types: the handout” or “Signals for the camera”."
                + " Which one?");
    assertThat(bot.shows(bot.classRoom())).isEmpty();

    assertThat(bot.buttons())
        .extracting("label")
        .containsExactly("Post handout", "Post hand-signals");
    bot.presses("priya", "Post hand-signals");
    assertThat(bot.shows(bot.classRoom())).singleElement().asString().contains("example.com/2");
  }

  @Test
  void nameOfNothing_isAnsweredWithWhatLearnersMaySee() {
    assertThat(bot.types("priya", "link gids"))
        .isEqualTo("No link is called “gids”. There is handout, hand-signals, slides.");
    assertThat(bot.buttons()).isEmpty();
    assertThat(bot.types("priya", "link sldies")).contains("“Slides” is in the class room.");
    assertThat(bot.types("priya", "link silde")).startsWith("No link is called “silde”.");
    assertThat(bot.buttons()).extracting("label").containsExactly("Post slides");
  }

  @ParameterizedTest
  @ValueSource(strings = {"guide", "facilitator guide", "giude"})
  void linkForTheTeam_isRefusedByAnyName(String typed) {
    assertThat(bot.types("priya", "link " + typed)).contains("is for the team only");
    assertThat(bot.shows(bot.classRoom())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "the", "“”"})
  void nameWithoutAWord_isUnknown(String typed) {
    assertThat(bot.types("priya", "link " + typed)).startsWith("No link is called");
  }

  @Test
  void newSegment_offersItsLinksForLearnersOnly() {
    bot.types("priya", "start");
    bot.types("priya", "next");

    assertThat(bot.buttons())
        .extracting("label")
        .contains("Post handout", "Post slides")
        .doesNotContain("Post guide");
  }
}
