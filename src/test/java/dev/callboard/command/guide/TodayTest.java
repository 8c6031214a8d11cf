package dev.callboard.command.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.Text;
import dev.callboard.chat.Button;
import dev.callboard.chat.Span;
import dev.callboard.command.Day;
import dev.callboard.command.Engagement;
import dev.callboard.command.Engagement.Room;
import dev.callboard.command.Engagement.Stage;
import dev.callboard.command.Engagement.Venue;
import dev.callboard.command.NextStep;
import dev.callboard.testing.SamplePlans;
import dev.callboard.testing.SettableClock;
import dev.callboard.testing.TestDesk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TodayTest {

  private static final Instant NOW = Instant.parse("2026-11-24T13:50:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Venue ZOOM =
      new Venue("zoom", Map.of(Room.MEETING, URI.create("https://zoom.example.com/j/1")));

  private final TestDesk desk = TestDesk.hybrid();

  @Test
  void classes_areListedInOrderWithStepWayAndClash() {
    Engagement running =
        given("one-1124", LONDON, Stage.RUNNING, -20, new NextStep(null, "Poll 1", at(5)));
    Engagement planned =
        given("plan two", LONDON, Stage.PLANNED, 30, new NextStep("open two", null, null));
    gives(
        new Day(
            List.of(planned, running),
            Map.of("plan two", List.of("overlaps “Class one-1124” (13:30) by 10 min")),
            true));

    assertThat(desk.typesDirectly("priya", "today").lines())
        .containsExactly(
            "Your classes today",
            "Class one-1124",
            "13:30 to 14:30 · running",
            "Next: Poll 1 at 13:55",
            "Zoom: Meeting (https://zoom.example.com/j/1)",
            "Class plan two",
            "14:20 to 15:20 · not opened yet",
            "Next: type open two",
            "Watch out: overlaps “Class one-1124” (13:30) by 10 min",
            "Zoom: Meeting (https://zoom.example.com/j/1)");
    assertThat(desk.buttons()).extracting(Button.Press::line).containsExactly("open two");
    assertThat(desk.answer().blocks())
        .filteredOn(Text.class::isInstance)
        .allMatch(
            text -> ((Text) text).line().spans().stream().anyMatch(Span.Clock.class::isInstance));
  }

  @Test
  void zones_areNamedWhereThereAreSeveralAndDaysWhereItIsAnother() {
    gives(
        new Day(
            List.of(
                given("one", LONDON, Stage.OPEN, 0, new NextStep("start", null, null)),
                given("two", NEW_YORK, Stage.OPEN, 60 * 16, null)),
            Map.of(),
            true));
    assertThat(desk.types("priya", "today"))
        .contains("13:50 to 14:50 in London · open, not started")
        .contains("tomorrow, 00:50 to 01:50 in New York");
    assertThat(desk.buttons()).extracting(Button.Press::line).containsExactly("@one start");
  }

  @Test
  void whoMayNotOpenAClass_readsWhoDoes() {
    gives(
        new Day(
            List.of(given("plan two", LONDON, Stage.PLANNED, 30, null).lookedAt()),
            Map.of(),
            true));
    assertThat(desk.types("priya", "today")).contains("Next: Ravi Shah opens it");
    assertThat(desk.buttons()).isEmpty();
  }

  @Test
  void whatIsNotUndoneEasily_isPressedInItsClass() {
    gives(
        new Day(
            List.of(given("one", LONDON, Stage.RUNNING, -60, new NextStep("end", null, null))),
            Map.of(),
            true));
    assertThat(desk.types("priya", "today")).contains("Next: type end");
    assertThat(desk.buttons()).isEmpty();
  }

  @Test
  void wayIntoTheLobby_isNamedAndNoLink() {
    Venue lobby = new Venue("lobby", Map.of(Room.CLASS, URI.create("/?plan=a&in=class")));
    Engagement one = given("one", LONDON, Stage.OPEN, 5, null);
    gives(
        new Day(
            List.of(
                new Engagement(
                    one.id(),
                    one.title(),
                    one.zone(),
                    one.stage(),
                    one.starts(),
                    one.ends(),
                    false,
                    "",
                    null,
                    List.of(lobby),
                    List.of())),
            Map.of(),
            true));
    assertThat(desk.types("priya", "today")).endsWith("Lobby");
  }

  @Test
  void manyClasses_areCutAndTheRestIsOnThePage() {
    gives(
        new Day(
            IntStream.range(0, 15)
                .mapToObj(i -> given("one-" + i, LONDON, Stage.OPEN, i, null))
                .toList(),
            Map.of(),
            true));
    assertThat(desk.types("priya", "today")).contains("And 3 more: desk gives a link to all.");
  }

  @Test
  void nothing_isSaidWithWhatToDo() {
    assertThat(desk.typesDirectly("priya", "today"))
        .startsWith("You give no class today.")
        .contains("open shows what you can open");
    gives(new Day(List.of(), Map.of(), false));
    assertThat(desk.typesDirectly("priya", "today")).contains("type today again in a moment");
  }

  @Test
  void today_isToldToWhoeverAsksAlone() {
    gives(
        new Day(
            List.of(given("one", LONDON, Stage.OPEN, 5, new NextStep("start", null, at(5)))),
            Map.of(),
            true));
    desk.types("priya", "open hybrid");
    assertThat(desk.types("fay", "today")).startsWith("You give no class today.");
    assertThat(desk.typesInClass("priya", "today")).contains("Class one");
    assertThat(desk.shows(desk.classRoom()).toString()).doesNotContain("Class one");
    assertThat(desk.shows(desk.backstage()).toString()).doesNotContain("Class one");
    assertThat(desk.typesInClass("ana", "today")).startsWith("Commands are for the team");
  }

  @Test
  void whoHasSeveralClassesOpen_isNotAskedWhich() {
    TestDesk two =
        new TestDesk(
            SettableClock.at("2026-11-24T13:50:00Z"),
            SamplePlans.hybrid(),
            SamplePlans.named("other", "Another class"));
    two.typesDirectly("priya", "open hybrid");
    two.typesDirectly("priya", "open other");
    assertThat(two.typesDirectly("priya", "status")).contains("Which one?");
    assertThat(two.typesDirectly("priya", "today")).startsWith("You give no class today.");
  }

  @Test
  void day_isUnderstoodAsAMistypedToday() {
    assertThat(desk.typesDirectly("priya", "day")).contains("Did you mean today?");
    desk.types("priya", "open hybrid");
    assertThat(desk.types("priya", "day")).contains("Did you mean today?");
  }

  private void gives(Day day) {
    desk.gives("priya", day);
  }

  private static Instant at(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  private static Engagement given(
      String id, ZoneId zone, Stage stage, int minutes, @Nullable NextStep next) {
    return new Engagement(
        id,
        "Class " + id,
        zone,
        stage,
        at(minutes),
        at(minutes + 60),
        false,
        stage == Stage.PLANNED ? "Ravi Shah" : "",
        next,
        List.of(ZOOM),
        List.of());
  }
}
