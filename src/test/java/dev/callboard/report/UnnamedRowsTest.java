package dev.callboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Attendee;
import dev.callboard.chat.Place;
import dev.callboard.chat.Sighting;
import dev.callboard.session.Event;
import dev.callboard.session.attendance.Company;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody who was there has a row in the attendance file, named or not. */
class UnnamedRowsTest {

  private static final Instant START = Instant.parse("2026-07-24T13:00:00Z");

  private final AttendanceTable table =
      GivenClass.of(
              2,
              List.of(
                  GivenClass.learner("amara", "Amara Bello"), GivenClass.learner("ben", "Ben Fox")))
          .joins(0, "amara")
          .event(30, telephone("+442079460077", "+442079460077"))
          .event(40, telephone("", "+442079460078"))
          .event(60, new Event.Accompanied("amara", new Company(List.of("ben"), 3)))
          .leaves(1_800, "amara")
          .event(2_000, new Event.Accompanied("ben", new Company(List.of(), 2)))
          .event(3_600, new Event.Ended())
          .table();

  private static Event telephone(String name, String number) {
    Attendee who = new Attendee("t" + number, "t" + number, null, null, name, null, number);
    return new Event.Witnessed(
        new Sighting(
            new Place("lobby", "local", "hybrid/class"),
            "o",
            START.plusSeconds(40),
            new Sighting.Joined(who)));
  }

  private List<String> column(Sheet sheet, String name) {
    int column = sheet.header().indexOf(name);
    return sheet.rows().get().map(row -> row.get(column)).toList();
  }

  @Test
  void telephone_hasARowWithItsMinutes() {
    assertThat(column(table.people(), "kind"))
        .containsExactly(
            "learner", "learner", "unknown", "unknown", "unnamed", "unnamed", "unnamed");
    assertThat(column(table.people(), "name")).contains("", "+442079460077");
    assertThat(column(table.people(), "minutes").subList(2, 4)).containsExactly("59", "59");
  }

  /** Whoever sits beside somebody who was never there was not there either. */
  @Test
  void whoeverSatBesideOthers_hasARowWithTheirMinutes() {
    assertThat(column(table.people(), "name").subList(4, 7)).containsOnly("beside Amara Bello");
    assertThat(column(table.people(), "minutes").subList(4, 7)).containsOnly("30");
    assertThat(column(table.people(), "status").subList(4, 7)).containsOnly("partial");
    assertThat(column(table.people(), "id")).doesNotHaveDuplicates();
    assertThat(column(table.bySegment(), "kind")).contains("unnamed");
  }

  @Test
  void otherSystems_getNoRowOfThem() {
    Layouts shipped = new Layouts(Path.of("config/layouts"));

    assertThat(shipped.names())
        .allSatisfy(name -> {
          Layout layout = shipped.read(name).orElseThrow().usable().orElseThrow();
          assertThat(layout.sheet(table).rows().get()).hasSize(2);
        });
  }
}
