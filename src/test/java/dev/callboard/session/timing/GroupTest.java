package dev.callboard.session.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.timing.Mark.Kind;
import dev.callboard.session.timing.Mark.Precision;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which marks of one person are one message. A mark is written as its second and its kind. */
class GroupTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final int CLOSE = 30;

  /** Marks that are said as their time comes, and nothing else happens. */
  private static List<Group> said(List<Mark> marks) {
    List<Mark> open = new ArrayList<>(marks);
    List<Group> said = new ArrayList<>();
    while (!open.isEmpty()) {
      Instant next = Group.of(open, NOON.minusSeconds(600)).at();
      Group group = Group.of(open, next);
      assertThat(group.at()).as("waiting changes nothing").isEqualTo(next);
      open.removeAll(group.marks());
      said.add(group);
    }
    return said;
  }

  private static Mark mark(int number, int second, Kind kind, Duration amount) {
    Instant due = NOON.plusSeconds(second);
    return new Mark(kind + "/" + number, kind, due, "fay", amount, kind == Kind.ASKED ? "x" : null);
  }

  /** {@code 20 loose}, {@code 30 exact} or {@code 40 near}. */
  private static List<Mark> marks(String... written) {
    List<Mark> marks = new ArrayList<>();
    for (String one : written) {
      String[] parts = one.split(" ");
      int second = Integer.parseInt(parts[0]);
      marks.add(
          switch (parts[1]) {
            case "exact" -> mark(marks.size(), second, Kind.ASKED, Duration.ZERO);
            case "near" -> mark(marks.size(), second, Kind.CLASS, Duration.ZERO);
            default -> mark(marks.size(), second, Kind.LEFT, Duration.ofMinutes(2));
          });
    }
    return marks.stream().sorted(Comparator.comparing(Mark::due)).toList();
  }

  /** Each message as the second it is said at and, after a colon, the seconds of its marks. */
  private static List<String> told(String... written) {
    return said(marks(written)).stream()
        .map(group ->
            second(group.at()) + ":" + group.marks().stream().map(m -> second(m.due())).toList())
        .toList();
  }

  private static long second(Instant at) {
    return Duration.between(NOON, at).toSeconds();
  }

  @Test
  void twoThatAreClose_areOne() {
    assertThat(told("0 loose", "30 loose")).containsExactly("0:[0, 30]");
    assertThat(told("0 loose", "31 loose")).containsExactly("0:[0]", "31:[31]");
    assertThat(told("0 loose", "20 exact")).containsExactly("20:[0, 20]");
    assertThat(told("0 exact", "20 loose")).containsExactly("0:[0, 20]");
  }

  @Test
  void thirdThatLiesBeforeThem_keepsNoTwoApart() {
    assertThat(told("0 loose", "20 loose", "40 loose")).containsExactly("20:[0, 20, 40]");
    assertThat(told("0 loose", "20 exact", "40 loose")).containsExactly("20:[0, 20, 40]");
    assertThat(told("0 loose", "25 loose", "50 exact")).containsExactly("0:[0]", "50:[25, 50]");
    assertThat(told("0 near", "25 exact", "50 loose")).containsExactly("25:[0, 25, 50]");
    assertThat(told("0 loose", "10 near", "35 exact")).containsExactly("0:[0]", "35:[10, 35]");
  }

  @Test
  void chainThatIsTooLong_isSaidInParts() {
    assertThat(told("0 loose", "20 loose", "40 loose", "60 loose"))
        .containsExactly("0:[0, 20]", "40:[40, 60]");
  }

  @Test
  void whatMustBeOnTheSecond_is() {
    assertThat(told("0 exact", "20 exact")).containsExactly("0:[0]", "20:[20]");
    assertThat(told("0 exact", "12 loose", "20 exact")).containsExactly("0:[0]", "20:[12, 20]");
    assertThat(told("0 exact", "8 loose", "20 exact")).containsExactly("0:[0, 8]", "20:[20]");
    assertThat(told("0 exact", "0 exact", "0 near")).containsExactly("0:[0, 0, 0]");
  }

  @Test
  void allThatIsOverdue_isOne() {
    List<Mark> open = marks("0 loose", "90 exact", "200 exact", "215 loose", "300 loose");

    assertThat(Group.of(open, NOON.plusSeconds(201)).marks()).isEqualTo(open.subList(0, 4));
  }

  @Test
  void marks_areMergedWhenTheyAreCloseAndNotWhenTheyAreFar() {
    Cases.each(
        3_000,
        random -> {
          List<Group> said = said(random(random));
          said.forEach(GroupTest::assertNotFarApart);
          for (int i = 0; i < said.size(); i++) {
            for (Group later : said.subList(i + 1, said.size())) {
              assertNotTwo(said.get(i), later);
            }
          }
        });
  }

  private static List<Mark> random(Random random) {
    List<Mark> marks = new ArrayList<>();
    int span = 20 + random.nextInt(300);
    boolean end = random.nextBoolean(); // a class has one end
    for (int i = 0; i < 1 + random.nextInt(9); i++) {
      Kind kind =
          List.of(Kind.LEFT, Kind.CUE, Kind.CLASS, Kind.TIME, Kind.ASKED).get(random.nextInt(5));
      marks.add(mark(i, random.nextInt(span), kind, Duration.ofMinutes(2)));
    }
    if (end) {
      marks.add(mark(99, random.nextInt(span), Kind.CLASS, Duration.ZERO));
    }
    return marks.stream().sorted(Comparator.comparing(Mark::due)).toList();
  }

  /** The bound: whatever is said lies half a minute from its time at most. */
  private static void assertNotFarApart(Group group) {
    for (Mark mark : group.marks()) {
      long off = Math.abs(Duration.between(mark.due(), group.at()).toSeconds());
      assertThat(off).as("%s at %s", mark, group.at()).isLessThanOrEqualTo(CLOSE);
      if (mark.precision() == Precision.EXACT) {
        assertThat(off).as("on the second: %s", mark).isZero();
      }
      if (mark.precision() == Precision.NEAR && off > 0) {
        assertThat(group.marks()).anyMatch(other -> other.precision() == Precision.EXACT);
      }
    }
  }

  /** Two messages lie farther apart than half a minute, unless both must be on the second. */
  private static void assertNotTwo(Group one, Group later) {
    boolean both = Stream.of(one, later).allMatch(GroupTest::isExact);
    if (!both) {
      assertThat(Duration.between(one.at(), later.at()).toSeconds())
          .as("%s and %s", one, later)
          .isGreaterThan(CLOSE);
    }
  }

  private static boolean isExact(Group group) {
    return group.marks().stream().anyMatch(mark -> mark.precision() == Precision.EXACT);
  }
}
