package dev.callboard.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Plan;
import dev.callboard.report.GivenClass;
import dev.callboard.report.font.Lettering;
import dev.callboard.report.model.ClassReport;
import dev.callboard.report.model.Timing;
import dev.callboard.report.picture.Shape.Role;
import dev.callboard.session.Event;
import dev.callboard.testing.Cases;
import dev.callboard.testing.SamplePlans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pictures show, and what they say to whoever does not see them. */
class PicturesTest {

  private static GivenClass given(int segments) {
    return GivenClass.of(segments, List.of(GivenClass.learner("amara", "Amara")))
        .joins(60, "amara")
        .event(720, new Event.Entered("part-2"))
        .leaves(1_000, "amara")
        .event(1_500, new Event.Ended());
  }

  private static List<String> words(Picture picture) {
    return picture.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(shape -> ((Shape.Text) shape).words())
        .toList();
  }

  private static List<Shape.Box> boxes(Picture picture, Role role) {
    return picture.shapes().stream()
        .filter(Shape.Box.class::isInstance)
        .map(Shape.Box.class::cast)
        .filter(box -> box.role() == role)
        .toList();
  }

  @Test
  void time_showsWhatWasTooMuchInItsColour() {
    Picture picture = Pictures.time(given(2).report(2_000)).orElseThrow();

    assertThat(words(picture))
        .contains("Part 1", "+2:00", "Part 2", "+3:00", "14:00", "14:05", "14:25");
    Shape.Box fine = boxes(picture, Role.TIME).getFirst();
    Shape.Box over = boxes(picture, Role.ATTENTION).getFirst();
    assertThat(fine.width() / over.width()).isCloseTo(5, org.assertj.core.data.Offset.offset(0.01));
    assertThat(fine.x() + fine.width())
        .isCloseTo(over.x(), org.assertj.core.data.Offset.offset(0.01));
    assertThat(boxes(picture, Role.OVER)).isEmpty();
  }

  @Test
  void time_leavesPausesOut() {
    ClassReport report =
        GivenClass.of(1, List.of())
            .event(120, new Event.Paused())
            .event(240, new Event.Resumed())
            .event(600, new Event.Ended())
            .report(700);

    assertThat(boxes(Pictures.time(report).orElseThrow(), Role.TIME)).hasSize(2);
  }

  @Test
  void segmentThatRuns_isOverOnlyOnceItsTimeIsUp() {
    GivenClass given =
        GivenClass.of(2, List.of()).event(60, new Event.Extended("part-1", Duration.ofMinutes(5)));
    Picture early = Pictures.time(given.report(179)).orElseThrow();
    assertThat(boxes(early, Role.OVER)).isEmpty();
    assertThat(boxes(early, Role.TIME)).hasSize(1);
    assertThat(words(early)).noneMatch(words -> words.startsWith("+") || words.startsWith("−"));

    Picture late = Pictures.time(given.report(660)).orElseThrow();
    assertThat(boxes(late, Role.ATTENTION)).hasSize(1);
    assertThat(words(late)).contains("+1:00");
    assertThat(late.shapes())
        .filteredOn(Shape.Box.class::isInstance)
        .allMatch(box -> ((Shape.Box) box).x() >= 200);
  }

  @Test
  void segmentThatWasNotReached_isCalledAsInTheTable() {
    ClassReport report =
        GivenClass.of(3, List.of())
            .event(60, new Event.Skipped("part-2"))
            .event(600, new Event.Ended())
            .report(700);

    assertThat(words(Pictures.time(report).orElseThrow())).contains("left out", "not given");
  }

  @Test
  void segmentWhoseRestWasLeftOut_isMeasuredAndCalledCutShort() {
    ClassReport report =
        GivenClass.of(3, List.of())
            .event(240, new Event.Skipped("part-1"))
            .event(240, new Event.Entered("part-2"))
            .event(900, new Event.Skipped("part-2"))
            .event(900, new Event.Entered("part-3"))
            .event(1_500, new Event.Ended())
            .report(1_600);

    assertThat(report.timing().parts())
        .extracting(Timing.Part::fate)
        .containsExactly(Timing.Fate.CUT, Timing.Fate.GIVEN, Timing.Fate.GIVEN);
    assertThat(words(Pictures.time(report).orElseThrow())).contains("−6:00", "+1:00");
  }

  @Test
  void colour_isForOverrunsThatMatter() {
    assertThat(TimeRows.role(Duration.ofMinutes(-5))).isEqualTo(Role.TIME);
    assertThat(TimeRows.role(Duration.ofSeconds(30))).isEqualTo(Role.TIME);
    assertThat(TimeRows.role(Duration.ofSeconds(31))).isEqualTo(Role.ATTENTION);
    assertThat(TimeRows.role(Duration.ofSeconds(181))).isEqualTo(Role.OVER);
  }

  @Test
  void alternativeTexts_sayTheResult() {
    ClassReport report = given(2).report(2_000);

    assertThat(Pictures.alt(report))
        .isEqualTo(
            "A long class. Ran 25 of 20 min, 5 min over; 0 of 1 learner present, 1 there too"
                + " briefly.");
    assertThat(Pictures.time(report).orElseThrow().alt())
        .endsWith("Furthest from plan: Part 2 3 min over, Part 1 2 min over.");
    assertThat(Pictures.presence(report).orElseThrow().alt())
        .isEqualTo("At most 1 person at once, first at 14:01; 1 on the roster.");
  }

  @Test
  void card_ofALongClass_saysHowManySegmentsItLeavesOut() {
    Picture picture = Pictures.card(given(40).report(2_000));

    assertThat(words(picture)).anyMatch(words -> words.matches("and \\d+ more segments"));
    assertThat(picture.shapes())
        .filteredOn(Shape.Text.class::isInstance)
        .allMatch(shape -> ((Shape.Text) shape).y() < Pictures.CARD_HEIGHT);
  }

  /** The page has them one under the other. */
  @Test
  void bothPictures_haveOneTimeAxis() {
    ClassReport report = given(2).report(2_000);
    Picture time = Pictures.time(report).orElseThrow();
    Picture presence = Pictures.presence(report).orElseThrow();

    assertThat(presence.width()).isEqualTo(time.width());
    assertThat(hours(presence)).hasSize(6).isEqualTo(hours(time));
    Shape.Box ran = boxes(time, Role.TIME).getFirst();
    assertThat(boxes(presence, Role.BAND).getFirst().x()).isEqualTo(ran.x());
  }

  /** Where each time of day stands. */
  private static Map<String, Double> hours(Picture picture) {
    return picture.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(Shape.Text.class::cast)
        .filter(text -> text.words().matches("\\d\\d:\\d\\d"))
        .collect(Collectors.toMap(Shape.Text::words, Shape.Text::x));
  }

  /** In the bundled typeface, which PNG and paper have. */
  @Test
  void card_hasNoTextBeyondItsEdges() {
    List<String> titles =
        List.of(
            "Managing difficult conversations with warmth, clarity and a plan for the day after",
            "MANAGING DIFFICULT CONVERSATIONS WITH WARMTH, CLARITY AND A PLAN FOR TOMORROW",
            "W".repeat(200));
    for (String title : titles) {
      Plan plan = SamplePlans.titled("hybrid", title, List.of(title, title, title));
      Picture picture = Pictures.card(GivenClass.ahead(plan).report(60));

      assertThat(words(picture)).hasSizeGreaterThan(4);
      assertThat(picture.shapes())
          .filteredOn(Shape.Text.class::isInstance)
          .extracting(Shape.Text.class::cast)
          .allSatisfy(text ->
              assertThat(right(text)).as(text.words()).isLessThanOrEqualTo(picture.width() - 40))
          .filteredOn(text -> text.words().endsWith("…") && text.size() == 22)
          .hasSize(3)
          .allSatisfy(text -> assertThat(right(text)).isLessThan(290 + 48));
    }
  }

  private static double right(Shape.Text text) {
    double width =
        (text.bold() ? Lettering.BOLD : Lettering.REGULAR).width(text.words(), text.size());
    return switch (text.anchor()) {
      case START -> text.x() + width;
      case MIDDLE -> text.x() + width / 2;
      case END -> text.x();
    };
  }

  @Test
  void whereNobodyCame_thereIsNoPresence() {
    assertThat(Pictures.presence(GivenClass.of(2, List.of()).report(500))).isEmpty();
  }

  @Test
  void svg_hasTextAndNoStyle() {
    String svg = Svg.of(Pictures.time(given(2).report(2_000)).orElseThrow());

    assertThat(svg)
        .contains("role=\"img\"", "<title id=\"time-title\">", "<desc id=\"time-alt\">Ran 25")
        .contains(">Part 1</text>")
        .doesNotContain("style=", "NaN", "Infinity");
  }

  @Test
  void axis_keepsEveryTickWithin() {
    Cases.each(
        500,
        random -> {
          Instant from = Instant.parse("2026-10-24T20:00:00Z").plusSeconds(random.nextInt(90_000));
          Instant to = from.plusSeconds(60 + random.nextInt(100_000));
          ZoneId zone = ZoneId.of(random.nextBoolean() ? "Europe/London" : "Asia/Kathmandu");
          Axis axis = new Axis(from, to, 100, 900, zone);

          assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(10).isSorted();
          assertThat(axis.ticks()).allMatch(tick -> !tick.isBefore(from) && !tick.isAfter(to));
          assertThat(axis.x(from)).isEqualTo(100);
          assertThat(axis.x(to)).isEqualTo(900);
        });
  }

  @Test
  void textsThatDoNotFit_endWithDots() {
    assertThat(Fit.within("Poll", 200, 15, false)).isEqualTo("Poll");
    assertThat(Fit.within("Breakout: Rebuild the agenda", 120, 15, false)).endsWith("…");
    assertThat(Fit.within("x".repeat(1_000), 20, 15, false)).isEmpty();
    assertThat(Fit.lines("one two three four", 60, 15, 2)).hasSize(2);
  }
}
