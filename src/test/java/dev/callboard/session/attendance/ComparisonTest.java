package dev.callboard.session.attendance;

import static dev.callboard.session.attendance.ToldClass.at;
import static dev.callboard.session.attendance.ToldClass.learner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.MeetingRecord;
import dev.callboard.chat.MeetingRecord.Row;
import dev.callboard.chat.Place;
import dev.callboard.session.attendance.Comparison.Difference;
import dev.callboard.testing.Cases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was told of an hour of class, beside what its platform says of it afterwards. */
class ComparisonTest {

  private static final Place MEETING = new Place("zoom", "ACC1", "81234567890");
  private static final int END = 3_600;
  private static final int CASES = 200;

  /** That somebody was there, in seconds from the start. */
  private record There(String person, int from, int to) {

    Attendee on(String device) {
      return learner(person, person + device);
    }
  }

  private static Comparison compared(List<There> told, List<There> accounted) {
    ToldClass class_ = new ToldClass();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      There there = told.get(i);
      class_.joins(there.from, there.on("-" + i)).leaves(there.to, there.on("-" + i));
    }
    for (int i = 0; i < accounted.size(); i++) {
      There there = accounted.get(i);
      rows.add(new Row(there.on("-" + i), at(there.from), at(there.to)));
    }
    Register register =
        class_.ends(END).register().recorded(new MeetingRecord(MEETING, "occurrence", rows));
    return Comparison.of(register, ToldClass.PLAN, at(END + 600));
  }

  private static Difference only(List<There> told, List<There> accounted) {
    List<Difference> differences = compared(told, accounted).differences();
    assertThat(differences).hasSize(1);
    return differences.getFirst();
  }

  private static Spans spans(int from, int to) {
    return Spans.of(at(from), at(to));
  }

  @Test
  void sameMinutesAtOtherTimes_differ() {
    Difference difference =
        only(List.of(new There("amara", 0, 3_000)), List.of(new There("amara", 300, 3_300)));

    assertThat(difference.told().there()).isEqualTo(difference.accounted().there());
    assertThat(difference.told().alone()).isEqualTo(spans(0, 300));
    assertThat(difference.accounted().alone()).isEqualTo(spans(3_000, 3_300));
  }

  @Test
  void upToAMinuteAtATime_isNoDifference() {
    Comparison comparison =
        compared(List.of(new There("amara", 0, 3_600)), List.of(new There("amara", 60, 3_600)));

    assertThat(comparison.people()).isOne();
    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void secondsThatMakeAnotherStatus_differ() {
    Difference difference =
        only(List.of(new There("ben", 300, 3_600)), List.of(new There("ben", 301, 3_600)));

    assertThat(difference.decides()).isTrue();
    assertThat(difference.told().status()).isEqualTo(Status.PRESENT);
    assertThat(difference.accounted().status()).isEqualTo(Status.LATE);
    assertThat(difference.told().alone()).isEqualTo(Spans.NONE);
  }

  @Test
  void thoseOfWhomTheStatusHangsOnIt_areFirst() {
    List<Difference> differences =
        compared(
                List.of(new There("amara", 0, 3_600), new There("ben", 0, 3_600)),
                List.of(new There("amara", 120, 3_600), new There("ben", 900, 3_600)))
            .differences();

    assertThat(differences)
        .extracting(Difference::name)
        .containsExactly("Ben Carter", "Amara Bello");
    assertThat(differences).extracting(Difference::decides).containsExactly(true, false);
  }

  @Test
  void timeBeforeTheClass_isNoDifference() {
    assertThat(
            compared(
                    List.of(new There("amara", -1_200, 3_600)),
                    List.of(new There("amara", -60, 3_600)))
                .differences())
        .isEmpty();
  }

  private static Comparison compared(ToldClass told, Row... rows) {
    MeetingRecord record = new MeetingRecord(MEETING, "occurrence", List.of(rows));
    return Comparison.of(told.ends(END).register().recorded(record), ToldClass.PLAN, at(END + 600));
  }

  private static Attendee device(String id, @Nullable String account, @Nullable String mail) {
    return new Attendee(id, id, account, null, "Zed", mail, null);
  }

  @Test
  void whoeverOnlyTheReportRecognises_isOnePerson() {
    ToldClass told = new ToldClass().joins(0, device("c1", null, null));
    Attendee amara = device("c1", "u1", "amara@learners.example.com");

    Comparison comparison = compared(told, new Row(amara, at(0), at(END)));

    assertThat(comparison.people()).isOne();
    Difference difference = comparison.differences().getFirst();
    assertThat(difference.name()).isEqualTo("Amara Bello");
    assertThat(difference.told().as()).isEqualTo("Zed");
    assertThat(difference.told().there()).isZero();
    assertThat(difference.accounted().there()).hasMinutes(60);
    assertThat(difference.decides()).isTrue();
  }

  /** The one knows of two devices of a stranger, the other of the second alone. */
  @Test
  void strangerOfWhomOneKnowsMoreDevices_isOnePerson() {
    Attendee first = device("c1", "u9", null);
    Attendee second = device("c2", "u9", null);
    ToldClass told =
        new ToldClass().joins(0, first).leaves(600, first).joins(600, second).leaves(END, second);

    Comparison comparison = compared(told, new Row(second, at(600), at(END)));

    assertThat(comparison.people()).isOne();
    assertThat(comparison.differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.told().there()).hasMinutes(60);
          assertThat(difference.accounted().there()).hasMinutes(50);
        });
  }

  /** What the report tells of two, for it leaves out whose account they are of. */
  @Test
  void strangerWhomOneTakesForTwo_isOnePerson() {
    ToldClass told = new ToldClass().joins(0, device("c1", "u9", null));
    told.joins(0, device("c2", "u9", null)).leaves(END, device("c2", "u9", null));
    Row known = new Row(device("c1", "u9", null), at(0), at(1_800));
    Row more = new Row(device("c2", null, null), at(1_800), at(END));

    assertThat(compared(told, known, more).people()).isOne();
  }

  @Test
  void amongThoseWithTheSameStatus_mostMinutesAreFirst() {
    List<There> told = List.of(new There("amara", 0, 3_600), new There("ben", 0, 3_600));
    List<There> accounted = List.of(new There("amara", 120, 3_600), new There("ben", 240, 3_600));

    assertThat(compared(told, accounted).differences())
        .extracting(Difference::name)
        .containsExactly("Ben Carter", "Amara Bello");
  }

  private static List<There> some(Random random) {
    List<There> some = new ArrayList<>();
    for (String person : List.of("amara", "ben", "chloe")) {
      for (int i = random.nextInt(3); i > 0; i--) {
        int from = random.nextInt(-600, END);
        some.add(new There(person, from, from + 1 + random.nextInt(END)));
      }
    }
    return some;
  }

  @Test
  void theOtherWayRound_saysTheSameTheOtherWayRound() {
    Cases.each(
        CASES,
        random -> {
          List<There> one = some(random);
          List<There> other = some(random);
          Comparison comparison = compared(one, other);
          List<Difference> back =
              compared(other, one).differences().stream()
                  .map(each ->
                      new Difference(
                          each.name(), /* told= */ each.accounted(), /* accounted= */ each.told()))
                  .toList();
          assertThat(comparison.differences()).containsExactlyInAnyOrderElementsOf(back);
          assertThat(comparison.differences()).extracting(Difference::name).doesNotHaveDuplicates();
        });
  }

  @Test
  void bothTheSame_neverDiffer() {
    Cases.each(
        CASES,
        random -> {
          List<There> all = some(random);
          Comparison comparison = compared(all, all);
          assertThat(comparison.differences()).isEmpty();
          assertThat(comparison.people())
              .isEqualTo(
                  (int)
                      all.stream()
                          .filter(there -> there.to > 0)
                          .map(There::person)
                          .distinct()
                          .count());
        });
  }

  @Test
  void lengthOfWhatOneAloneHas_isNeverMoreThanItSays() {
    Cases.each(
        CASES,
        random -> {
          for (Difference difference : compared(some(random), some(random)).differences()) {
            Duration told = difference.told().there();
            assertThat(difference.told().alone().length()).isLessThanOrEqualTo(told);
          }
        });
  }
}
