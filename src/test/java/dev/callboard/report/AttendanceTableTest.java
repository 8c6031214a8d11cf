package dev.callboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.session.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in the attendance file, and how it is called. */
class AttendanceTableTest {

  private final AttendanceTable table =
      GivenClass.of(
              3,
              List.of(
                  GivenClass.learner("amara", "Amara Bello"),
                  GivenClass.learner("ben", "Ben Fox"),
                  GivenClass.learner("chloe", "Chloé Martin")))
          .joins(370, "amara")
          .joins(-60, "ben")
          .guest(10, "iPhone 12")
          .leaves(1_200, "amara")
          .event(1_500, new Event.Entered("part-2"))
          .joins(1_621, "amara")
          .event(3_600, new Event.Ended())
          .table();

  private Map<String, String> row(int number) {
    Sheet people = table.people();
    List<String> cells = people.rows().get().toList().get(number);
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(people.header().get(i), cells.get(i));
    }
    return row;
  }

  /** Whoever reads these files counts on it: never change this list, only add to its end. */
  @Test
  void columns_areStable() {
    assertThat(table.people().header())
        .startsWith(
            ("session,plan,title,kind,id,name,email,status,minutes,seconds,of_minutes,percent,"
                    + "first_join_utc,last_leave_utc,first_join,last_leave,zone,late_minutes,"
                    + "early_minutes,gaps,gap_minutes,reason,recognised,revision,revision_state,"
                    + "started_utc,ended_utc,as_of_utc,duration,client,provisional,rules")
                .split(",", -1));
  }

  @Test
  void row_tellsWhenHowLongAndWhy() {
    assertThat(row(0))
        .containsEntry("session", "hybrid-0724")
        .containsEntry("plan", "hybrid")
        .containsEntry("kind", "learner")
        .containsEntry("name", "Amara Bello")
        .containsEntry("email", "amara@learners.example.com")
        .containsEntry("status", "late")
        .containsEntry("minutes", "46")
        .containsEntry("seconds", "2809")
        .containsEntry("of_minutes", "60")
        .containsEntry("percent", "78")
        .containsEntry("duration", "PT46M49S")
        .containsEntry("late_minutes", "6")
        .containsEntry("early_minutes", "")
        .containsEntry("gap_minutes", "7")
        .containsEntry("gaps", "2026-07-24T13:20:00Z/2026-07-24T13:27:01Z")
        .containsEntry("revision", "1")
        .containsEntry("revision_state", "provisional")
        .containsEntry("recognised", "by address")
        .containsEntry(
            "rules",
            "late after 5 min, left early from 5 min before the end, at least 75%, of the time the"
                + " class ran");
    assertThat(row(0).get("reason")).startsWith("present 46 of 60 min, joined 6 min late, gap 7");
  }

  @Test
  void times_areInUtcAndInTheClassZone() {
    assertThat(row(0))
        .containsEntry("first_join_utc", "2026-07-24T13:06:10Z")
        .containsEntry("first_join", "2026-07-24T14:06:10+01:00")
        .containsEntry("last_leave_utc", "2026-07-24T14:00:00Z")
        .containsEntry("last_leave", "2026-07-24T15:00:00+01:00")
        .containsEntry("zone", "Europe/London");
  }

  @Test
  void whoeverWasNotSeen_hasEmptyTimes() {
    assertThat(row(2))
        .containsEntry("status", "absent")
        .containsEntry("seconds", "0")
        .containsEntry("first_join", "")
        .containsEntry("last_leave_utc", "")
        .containsEntry("gaps", "");
  }

  @Test
  void whoeverIsNotOnTheRoster_comesLast() {
    assertThat(row(3)).containsEntry("kind", "unknown").containsEntry("name", "iPhone 12");
    assertThat(row(3).get("id")).matches("g-[0-9a-f]{8}");
  }

  @Test
  void segments_sayWhoMissedWhat() {
    assertThat(table.bySegment().rows().get().filter(row -> row.contains("amara")))
        .extracting(row -> row.get(1) + " " + row.get(7) + " " + row.get(8) + " " + row.get(9))
        .containsExactly("part-1 1500 830 no", "part-2 2100 1979 no");
    assertThat(table.bySegment().rows().get().filter(row -> row.contains("chloe")))
        .allMatch(row -> row.get(9).equals("yes"));
  }

  /** Rows of a person are added up by whoever reads them, and make what the person's own says. */
  @Test
  void secondsOfTheSegments_makeThoseOfTheClass() {
    GivenClass given =
        GivenClass.of(8, List.of(GivenClass.learner("amara", "Amara Bello"))).joins(0, "amara");
    for (int part = 2; part <= 8; part++) {
      given.eventAt(300_611L * (part - 1), new Event.Entered("part-" + part));
    }
    AttendanceTable whole = given.eventAt(300_611L * 8, new Event.Ended()).table();
    int seconds = whole.people().header().indexOf("seconds");

    String told = whole.people().rows().get().toList().getFirst().get(seconds);

    assertThat(told).isEqualTo("2404");
    assertThat(sum(whole, 7)).isEqualTo(2_404);
    assertThat(sum(whole, 8)).isEqualTo(2_404);
  }

  private static int sum(AttendanceTable table, int column) {
    return table.bySegment().rows().get().mapToInt(row -> Integer.parseInt(row.get(column))).sum();
  }

  @Test
  void needs_areNeverExported() {
    assertThat(table.people().rows().get().flatMap(List::stream))
        .noneMatch(cell -> cell.contains("SECRET NEED"));
  }
}
