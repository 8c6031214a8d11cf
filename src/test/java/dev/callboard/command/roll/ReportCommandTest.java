package dev.callboard.command.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.chat.Block.File;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Outgoing;
import dev.callboard.outbox.Entry;
import dev.callboard.testing.TestDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attendance as a file, for the team alone. */
class ReportCommandTest {

  private final TestDesk desk = TestDesk.shipped();

  @BeforeEach
  void open() {
    assertThat(desk.types("priya", "open hybrid-meetings")).startsWith("Opened");
    desk.types("priya", "start");
    desk.joins("amara");
    desk.passes(Duration.ofMinutes(1));
  }

  private List<File> files() {
    return desk.ledger().shelved().stream()
        .map(Entry::change)
        .filter(change -> change.to().equals(new Destination.Room(desk.backstage())))
        .filter(Outgoing.Post.class::isInstance)
        .flatMap(change -> ((Outgoing.Post) change).message().content().blocks().stream())
        .filter(File.class::isInstance)
        .map(File.class::cast)
        .toList();
  }

  private static byte[] bytes(File file) {
    return Base64.getDecoder().decode(file.base64());
  }

  @Test
  void report_offersWhatThereIs() {
    assertThat(desk.types("priya", "report"))
        .contains("Attendance · ")
        .contains("18 people")
        .contains("live as of");
    assertThat(desk.buttons())
        .extracting(button -> button.label())
        .containsExactly("CSV", "Excel", "cornerstone-like", "moodle", "neutral");
    assertThat(files()).isEmpty();
  }

  @Test
  void csv_isPostedBackstage() {
    assertThat(desk.types("priya", "report csv")).endsWith("-attendance.csv is backstage.");
    assertThat(files()).singleElement().extracting(File::mediaType).isEqualTo("text/csv");
    assertThat(new String(bytes(files().getFirst()), StandardCharsets.UTF_8))
        .startsWith("\uFEFFsession,plan,title,")
        .contains("Amara Bello");
    assertThat(desk.shows(desk.classRoom())).noneMatch(text -> text.contains("attendance"));
  }

  @Test
  void workbookAndLayouts_arePostedByButton() {
    desk.types("priya", "report");
    desk.presses("priya", "Excel");
    assertThat(bytes(files().getFirst())).startsWith('P', 'K');

    desk.types("priya", "report");
    desk.presses("priya", "moodle");
    assertThat(files().getLast().name()).endsWith("-moodle.csv");
  }

  @Test
  void askedDirectly_isStillPostedBackstageAlone() {
    assertThat(desk.typesDirectly("priya", "report csv")).endsWith("is backstage.");
    assertThat(files()).hasSize(1);
  }

  @Test
  void slip_isAskedBack() {
    assertThat(desk.types("priya", "report moodel")).contains("Did you mean report moodle?");
    assertThat(desk.types("priya", "report pdf"))
        .contains("There are: csv, xlsx, cornerstone-like");
    assertThat(desk.types("priya", "report ../plans/x")).contains("is no layout");
  }

  @Test
  void reports_areForProducers() {
    desk.types("fay", "report csv");
    desk.typesInClass("amara", "report csv");

    assertThat(files()).isEmpty();
  }
}
