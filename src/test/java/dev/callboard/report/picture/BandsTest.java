package dev.callboard.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.report.GivenClass;
import dev.callboard.report.model.ClassReport;
import dev.callboard.session.Event;
import dev.callboard.testing.Cases;
import dev.callboard.testing.SamplePlans;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That every segment behind the people can be told from the others, however short it was. */
class BandsTest {

  private static final List<String> TITLES =
      List.of(
          "Welcome",
          "Poll 1",
          "Breakout: Rebuild the agenda",
          "Q&A",
          "Ask the facilitator anything, with cameras on and microphones off",
          "A title " + "of very many words ".repeat(9),
          "休憩",
          "Break");

  /** A class whose segments ran for so many seconds, one after the other. */
  private static Picture presence(List<String> titles, List<Integer> seconds) {
    GivenClass given = GivenClass.ahead(SamplePlans.titled("hybrid", titles));
    given.event(0, new Event.Started()).guest(5, "Robin");
    int at = 0;
    for (int i = 1; i < titles.size(); i++) {
      at += seconds.get(i - 1);
      given.event(at, new Event.Entered("part-" + (i + 1)));
    }
    at += seconds.getLast();
    ClassReport report = given.event(at, new Event.Ended()).report(at + 60);
    return Pictures.presence(report).orElseThrow();
  }

  private static List<Shape.Text> texts(Picture picture) {
    return picture.shapes().stream()
        .filter(Shape.Text.class::isInstance)
        .map(Shape.Text.class::cast)
        .toList();
  }

  private static List<String> words(Picture picture) {
    return texts(picture).stream().map(Shape.Text::words).toList();
  }

  @Test
  void namesThatFit_standInTheirBandsWithoutNumbers() {
    Picture picture = presence(List.of("Welcome", "Poll 1"), List.of(1_200, 1_200));

    assertThat(words(picture)).containsOnlyOnce("Welcome", "Poll 1");
    assertThat(texts(picture)).noneMatch(Shape.Text::bold);
    assertThat(picture.height()).isEqualTo(256);
  }

  @Test
  void shortSegment_hasItsNumberInTheBandAndItsNameBelow() {
    Picture picture =
        presence(List.of("Welcome", "Poll 1", "Practice"), List.of(1_200, 120, 1_200));

    List<Shape.Text> number =
        texts(picture).stream()
            .filter(text -> text.words().equals("2"))
            .filter(text -> text.anchor() != Shape.Anchor.END) // the roster, at the left
            .toList();
    assertThat(number).extracting(Shape.Text::bold).containsExactly(false, true);
    assertThat(words(picture)).containsOnlyOnce("Welcome", "Poll 1", "Practice");
    assertThat(texts(picture).getLast().words()).isEqualTo("Poll 1");
    assertThat(texts(picture).getLast().y()).isGreaterThan(number.getFirst().y() + 180);
  }

  @Test
  void segmentsOfSeconds_haveTheirNumbersAboveSideBySide() {
    List<String> titles = IntStream.range(0, 16).mapToObj(i -> "Round " + i).toList();
    List<Integer> seconds = new ArrayList<>(Collections.nCopies(15, 10));
    seconds.add(7_200);

    Picture picture = presence(titles, seconds);

    List<Double> heights =
        texts(picture).stream()
            .filter(text -> text.words().matches("[1-9]|1[0-5]") && !text.bold())
            .filter(text -> text.y() < 40)
            .map(Shape.Text::y)
            .toList();
    assertThat(heights).hasSize(15).containsOnly(heights.getFirst());
    assertApart(picture);
  }

  @Test
  void everyName_isThereOnceAndWhole() {
    Cases.each(
        200,
        random -> {
          int count = 1 + random.nextInt(18);
          List<String> titles =
              IntStream.range(0, count)
                  .mapToObj(i -> TITLES.get(random.nextInt(TITLES.size())))
                  .toList();
          List<Integer> seconds = IntStream.range(0, count).mapToObj(_ -> ran(random)).toList();

          Picture picture = presence(titles, seconds);

          String all = words(picture).stream().map(String::strip).collect(Collectors.joining(" "));
          assertThat(all).doesNotContain("…");
          assertThat(titles).allMatch(title -> all.contains(title.strip()));
          assertApart(picture);
          assertThat(picture.alt()).startsWith("At most 1 person at once");
        });
  }

  /** Seconds, minutes or most of an hour. */
  private static int ran(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(30);
      case 1 -> 60 + random.nextInt(240);
      default -> 300 + random.nextInt(3_000);
    };
  }

  private static void assertApart(Picture picture) {
    List<Shape.Text> texts = texts(picture);
    for (int i = 0; i < texts.size(); i++) {
      Rectangle2D one = box(texts.get(i));
      assertThat(one.getMinX()).as(texts.get(i).words()).isGreaterThanOrEqualTo(0);
      assertThat(one.getMaxX()).as(texts.get(i).words()).isLessThanOrEqualTo(picture.width());
      assertThat(one.getMaxY()).as(texts.get(i).words()).isLessThanOrEqualTo(picture.height());
      for (Shape.Text other : texts.subList(i + 1, texts.size())) {
        assertThat(one.intersects(box(other)))
            .as(texts.get(i).words() + " over " + other.words())
            .isFalse();
      }
    }
  }

  private static Rectangle2D box(Shape.Text text) {
    double width = Fit.width(text.words(), text.size(), text.bold());
    double x =
        switch (text.anchor()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    return new Rectangle2D.Double(x, text.y() - text.size() * 0.7, width, text.size() * 0.7);
  }
}
