package dev.callboard.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans that come with Callboard. */
class SamplesTest {

  private static final Path FOLDER = Path.of("config/plans");

  private static Reading sample(String key) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(key + ".yaml"));
    return PlanTexts.READER.read(key, key + ".yaml", bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-meetings", "feedback-90", "onboarding-60"})
  void sample_hasNothingToMendAndFillsItsSlot(String key) throws IOException {
    Reading reading = sample(key);

    assertThat(reading.findings()).isEmpty();
    Plan plan = reading.usable().orElseThrow();
    Duration sum =
        plan.segments().stream().map(Segment::planned).reduce(Duration.ZERO, Duration::plus);
    assertThat(sum).isEqualTo(plan.slot());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-meetings", "feedback-90", "onboarding-60"})
  void sample_helpsItsAuthorInAnEditor(String key) throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve(key + ".yaml")).getFirst())
        .isEqualTo("# yaml-language-server: $schema=plan.schema.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid-meetings", "feedback-90", "onboarding-60"})
  void sample_namesOnlyAddressesThatBelongToNobody(String key) throws IOException {
    String text = Files.readString(FOLDER.resolve(key + ".yaml"));

    assertThat(Pattern.compile("(?:://|@)([a-z.]+)").matcher(text).results())
        .extracting(found -> found.group(1))
        .isNotEmpty()
        .allMatch(host -> host.matches("([a-z]+\\.)?example\\.(com|org)|thread\\.tacv"));
  }

  @Test
  void feedback_lastsNinetyMinutesWithBreakouts() throws IOException {
    Plan plan = sample("feedback-90").usable().orElseThrow();

    assertThat(plan.slot()).isEqualTo(Duration.ofMinutes(90));
    assertThat(plan.segments())
        .map(Segment::activity)
        .filteredOn(activity -> activity != null && activity.kind().equals("breakout"))
        .hasSize(2);
  }

  @Test
  void onboarding_lastsSixtyMinutes() throws IOException {
    assertThat(sample("onboarding-60").usable().orElseThrow().slot())
        .isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void hybridMeetings_isForLearnersOfTwoLanguagesAndInTwoPlaces() throws IOException {
    Plan plan = sample("hybrid-meetings").usable().orElseThrow();

    assertThat(plan.startTime()).isEqualTo(LocalTime.of(14, 0));
    assertThat(plan.zone()).hasToString("Europe/London");
    assertThat(plan.languages()).containsExactly("en", "es");
    assertThat(plan.welcome()).containsOnlyKeys("en", "es");
    assertThat(plan.withRole(Role.LEARNER)).hasSize(18);
    assertThat(plan.person("ana").orElseThrow().language()).isEqualTo("es");
    assertThat(plan.person("priya").orElseThrow().accounts()).containsEntry("lobby", "priya");
    assertThat(plan.withRole(Role.LEARNER).flatMap(learner -> learner.accommodations().stream()))
        .filteredOn("shares the Leeds meeting room"::equals)
        .hasSize(3);
    assertThat(plan.rooms().get("lobby"))
        .isEqualTo(
            new Rooms(
                "hybrid-meetings/class",
                "hybrid-meetings/backstage",
                "hybrid-meetings/meeting",
                null));
    assertThat(plan.facilitatorMay()).containsExactly("page");
    assertThat(plan.resource("guide").orElseThrow().audience()).isEqualTo(Resource.Show.TEAM);
    assertThat(plan.resources().stream().map(Resource::key))
        .contains("handout", "workbook", "slides", "dial-in");
  }

  @Test
  void hybridMeetings_saysWhatToLaunchAndWhatToCut() throws IOException {
    Plan plan = sample("hybrid-meetings").usable().orElseThrow();

    Segment poll = plan.segments().get(1);
    assertThat(poll.key()).isEqualTo("poll-1");
    assertThat(poll.activity()).isEqualTo(new Activity("poll", "Poll 1: How hybrid is your week?"));
    assertThat(poll.instructions()).containsOnlyKeys("en", "es");
    assertThat(poll.cue()).isEqualTo("Launch Poll 1");
    assertThat(plan.segments().get(2).pages()).contains(new Page(7, "The three room types"));
    Segment gallery = plan.segments().get(3);
    assertThat(gallery.cuttable()).isTrue();
    assertThat(gallery.planned()).isEqualTo(Duration.ofMinutes(4));
    assertThat(gallery.lead()).isEqualTo("priya");
    Segment questions = plan.segments().get(7);
    assertThat(questions.minimum()).isEqualTo(Duration.ofMinutes(6));
    assertThat(plan.segments().stream().flatMap(segment -> segment.pages().stream()))
        .allMatch(page -> Objects.nonNull(page.title()));
  }
}
