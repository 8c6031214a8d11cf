package dev.callboard.plan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.plan.Rooms;
import dev.callboard.plan.Segment;
import dev.callboard.plan.delivery.DeliveryImport.Outcome;
import dev.callboard.plan.delivery.DeliveryImport.Wish;
import dev.callboard.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in bulk, each a copy of a plan. */
class DeliveryImportTest {

  @TempDir Path home;
  private DeliveryKit kit;

  @BeforeEach
  void open() throws IOException {
    kit = new DeliveryKit(home);
  }

  @Test
  void line_isAPlanThatCanBeOpened() throws IOException {
    Outcome outcome =
        kit.takes(
            DeliveryKit.HEAD
                + "hybrid-meetings,Acme-0111,2027-01-11,9:30,America/New_York,Hybrid for Acme,"
                + "Zoe Lim <Zoe@people.example.com>,812 3456 7890\n"
                + "feedback-90,acme-0112,2027-01-12,,,,,\n");

    assertThat(DeliveryKit.said(outcome)).isEmpty();
    assertThat(outcome.written()).isTrue();
    assertThat(outcome.fresh()).isEqualTo(2);
    Plan plan = kit.plan("acme-0111");
    assertThat(plan.title()).isEqualTo("Hybrid for Acme");
    assertThat(plan.zone()).hasToString("America/New_York");
    assertThat(plan.startDate()).isEqualTo(LocalDate.parse("2027-01-11"));
    assertThat(plan.startTime()).isEqualTo(LocalTime.of(9, 30));
    assertThat(plan.withRole(Role.FACILITATOR).map(Member::email))
        .containsExactly("zoe@people.example.com");
    assertThat(plan.rooms()).containsEntry("zoom", new Rooms(null, null, "81234567890", null));
    Plan other = kit.plan("acme-0112");
    assertThat(other.title()).isEqualTo(kit.plan("feedback-90").title());
    assertThat(other.startTime()).isEqualTo(kit.plan("feedback-90").startTime());
    assertThat(kit.plans.read("acme-0111").orElseThrow().findings())
        .extracting(Reading.Finding::message)
        .noneMatch(message -> message.contains("expected"));
  }

  @Test
  void copy_hasTheTeamButNoLearners_andWhoLeadsIsWhoeverIsInTheirPlace() throws IOException {
    kit.takes(
        DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,Zoe Lim <zoe@people.example.com>,\n");

    Plan template = kit.plan("hybrid-meetings");
    Plan copy = kit.plan("a");
    assertThat(copy.withRole(Role.LEARNER)).isEmpty();
    assertThat(copy.withRole(Role.PRODUCER).toList())
        .isEqualTo(template.withRole(Role.PRODUCER).toList());
    assertThat(copy.person("fay")).isEmpty();
    for (int i = 0; i < copy.segments().size(); i++) {
      String before = template.segments().get(i).lead();
      String after = copy.segments().get(i).lead();
      assertThat(after).isEqualTo("fay".equals(before) ? "zoe-lim" : before);
    }
    assertThat(copy.segments()).extracting(Segment::lead).contains("zoe-lim", "priya");
  }

  @Test
  void whatTheAuthorWrote_stays() throws IOException {
    kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");

    String before = Files.readString(kit.folder.resolve("hybrid-meetings.yaml"));
    String after = Files.readString(kit.folder.resolve("a.yaml"));
    assertThat(after).startsWith("# yaml-language-server: $schema=plan.schema.json\n");
    assertThat(after).contains("# A copy of hybrid-meetings, for one delivery.\ntitle:");
    String segments = before.substring(before.indexOf("segments:"));
    assertThat(after).endsWith(segments);
  }

  @Test
  void copy_countsWithThePlanItWasMadeOf_alsoACopyOfACopy() throws IOException {
    kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");
    kit.takes(DeliveryKit.HEAD + "a,b,2027-01-12,,,Again,,\n");

    assertThat(kit.plan("hybrid-meetings").courseKey()).isEqualTo("hybrid-meetings");
    assertThat(kit.plan("a").courseKey()).isEqualTo("hybrid-meetings");
    assertThat(kit.plan("b").courseKey()).isEqualTo("hybrid-meetings");
    assertThat(Files.readString(kit.folder.resolve("b.yaml")))
        .containsOnlyOnce("course: hybrid-meetings\n");
  }

  @Test
  void sameTableAgain_changesNothing() throws IOException {
    String csv =
        DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\nhybrid-meetings,b,2027-01-12,,,,,\n";
    kit.takes(csv);
    Path file = kit.folder.resolve("a.yaml");
    Object modified = Files.getLastModifiedTime(file);
    Outcome again = kit.takes(csv);
    assertThat(DeliveryKit.said(again)).isEmpty();
    assertThat(again).extracting(Outcome::fresh, Outcome::same).containsExactly(0, 2);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
  }

  @Test
  void planThatSaysSomethingElse_isReplacedOnlyWhenAskedFor() throws IOException {
    kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");
    String moved =
        DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-18,,,,,\nhybrid-meetings,b,2027-01-19,,,,,\n";
    Outcome refused = kit.takes(moved);
    assertThat(DeliveryKit.said(refused))
        .containsExactly(
            "in.csv:2: key: “a” is there and says something else (expected: the same, another key,"
                + " or the wish to replace it)");
    assertThat(kit.files()).doesNotContain("b.yaml");
    Outcome replaced =
        kit.takes("in.csv", moved.getBytes(StandardCharsets.UTF_8), new Wish(false, true));
    assertThat(replaced).extracting(Outcome::fresh, Outcome::replaced).containsExactly(1, 1);
    assertThat(kit.plan("a").startDate()).isEqualTo(LocalDate.parse("2027-01-18"));
  }

  @Test
  void meetingElsewhere_leavesTheOldWayInBehind() throws IOException {
    Files.writeString(
        kit.folder.resolve("t.yaml"),
        Files.readString(kit.folder.resolve("hybrid-meetings.yaml"))
            + "rooms: # as always\n  slack: {class: C1A, backstage: C2A}\n"
            + "  zoom: {meeting: 81234567890, join: \"https://zoom.us/j/81234567890?pwd=x\"}\n");
    kit.takes(
        """
        copy,key,date,zoom meeting,slack class,teams join
        t,a,2027-01-11,812-3456-7891,C9A,https://teams.example.com/x
        t,b,2027-01-12,,,
        """);
    assertThat(kit.plan("a").rooms())
        .containsEntry("zoom", new Rooms(null, null, "81234567891", null))
        .containsEntry("slack", new Rooms("C9A", "C2A"))
        .containsEntry(
            "teams", new Rooms(null, null, null, URI.create("https://teams.example.com/x")));
    assertThat(Files.readString(kit.folder.resolve("b.yaml"))).contains("rooms: # as always\n");
  }

  @Test
  void workbook_mayHaveDaysAndTimesAsSpreadsheetsDo() throws IOException {
    byte[] book =
        DeliveryKit.workbook(sheet -> {
          DeliveryKit.row(sheet, 0, "copy", "key", "date", "time", "zoom meeting");
          DeliveryKit.row(sheet, 1, "hybrid-meetings", "a", "", "", "");
          sheet.value(1, 2, LocalDate.parse("2027-01-11"));
          sheet.style(1, 2).format("yyyy-mm-dd").set();
          sheet.value(1, 3, 0.6041666666666666);
          sheet.style(1, 3).format("hh:mm").set();
          sheet.value(1, 4, 81234567890L);
          DeliveryKit.row(sheet, 2, "hybrid-meetings", "b", "", "", "");
          sheet.value(2, 2, LocalDateTime.parse("2027-01-12T09:45:00"));
          sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
        });
    Outcome outcome = kit.takes("in.xlsx", book, DeliveryKit.KEEP);
    assertThat(DeliveryKit.said(outcome)).isEmpty();
    assertThat(kit.plan("a").startDate()).isEqualTo(LocalDate.parse("2027-01-11"));
    assertThat(kit.plan("a").startTime()).isEqualTo(LocalTime.of(14, 30));
    assertThat(kit.plan("a").rooms().get("zoom"))
        .extracting(Rooms::meeting)
        .isEqualTo("81234567890");
    assertThat(kit.plan("b").startTime()).isEqualTo(LocalTime.of(9, 45));
  }

  @Test
  void formulasOfTexts_areTexts() throws IOException {
    byte[] book =
        DeliveryKit.workbook(sheet -> {
          DeliveryKit.row(sheet, 0, "copy", "key", "date", "title");
          DeliveryKit.row(sheet, 1, "hybrid-meetings", "a", "2027-01-11");
          sheet.formula(1, 3, "TEXT(1,1)");
        });
    Outcome outcome =
        kit.takes(
            "in.xlsx", cached(kit.file("book.xlsx", book), "TEXT(1,1)", "1.2.3"), DeliveryKit.KEEP);
    assertThat(DeliveryKit.said(outcome)).isEmpty();
    assertThat(kit.plan("a").title()).isEqualTo("1.2.3");
  }

  /** With the text that a formula came to when the workbook was saved, as Excel writes it. */
  private static byte[] cached(Path book, String formula, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(book.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        String part = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        String typed = "<c $1 t=\"str\"><f>" + formula + "</f><v>" + text + "</v>";
        zip.write(
            part.replaceAll("<c ([^>]*)><f>" + Pattern.quote(formula) + "</f>(<v/>)?", typed)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  void twoWhoChangePlaces_areKnownBoth() throws IOException {
    Outcome outcome =
        kit.takes(
            """
            copy,key,date,producer,facilitator
            hybrid-meetings,a,2027-01-11,fay@training.example.com,priya@training.example.com
            """);
    assertThat(DeliveryKit.said(outcome)).isEmpty();
    Plan plan = kit.plan("a");
    assertThat(plan.withRole(Role.PRODUCER).map(Member::key)).containsExactly("fay");
    assertThat(plan.withRole(Role.FACILITATOR).map(Member::key)).containsExactly("priya");
  }

  @Test
  void planWrittenAnew_isNotCopiedByTheSameTable() throws IOException {
    kit.takes(DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");
    String csv = DeliveryKit.HEAD + "a,b,2027-01-12,,,,,\nhybrid-meetings,a,2027-01-18,,,,,\n";
    Outcome refused =
        kit.takes("in.csv", csv.getBytes(StandardCharsets.UTF_8), new Wish(false, true));
    assertThat(DeliveryKit.said(refused))
        .containsExactly(
            "in.csv:2: copy: “a” is written anew by line 3 (expected: a plan that stays as it is)");
    assertThat(kit.files()).doesNotContain("b.yaml");
  }

  @Test
  void dryRun_saysWhatWouldBeAndWritesNothing() throws IOException {
    String csv = DeliveryKit.HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n";
    Outcome outcome =
        kit.takes("in.csv", csv.getBytes(StandardCharsets.UTF_8), new Wish(true, false));
    assertThat(outcome)
        .extracting(Outcome::fresh, Outcome::written, Outcome::mistaken)
        .containsExactly(1, false, false);
    assertThat(kit.files()).containsExactly("feedback-90.yaml", "hybrid-meetings.yaml");
  }

  /** Of all lines of a kind only the first is read again before it is written. */
  @Test
  void whateverALineSays_thePlanIsSoundOrTheLineIsToldOf() {
    Cases.each(
        40,
        random -> {
          try {
            List<String> sound = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
              String key = "k" + random.nextInt(1_000_000);
              String line = line(random, key);
              byte[] alone = (DeliveryKit.HEAD + line).getBytes(StandardCharsets.UTF_8);
              if (!kit.takes("in.csv", alone, new Wish(true, false)).mistaken()) {
                sound.add(line);
              }
            }
            Outcome outcome = kit.takes(DeliveryKit.HEAD + String.join("", sound));
            assertThat(outcome.written()).as(DeliveryKit.said(outcome).toString()).isTrue();
            for (String line : sound) {
              String key = line.split(",", -1)[1];
              assertThat(kit.plans.read(key).orElseThrow().usable()).as(line).isPresent();
              assertThat(kit.plan(key).slot()).isEqualTo(Duration.ofMinutes(60));
            }
          } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
          }
        });
  }

  @Test
  void signThatNoYamlMayHave_isWrittenAsItsNumber() throws IOException {
    String csv =
        DeliveryKit.HEAD
            + "hybrid-meetings,a,2027-01-11,,,One,,\nhybrid-meetings,b,2027-01-12,,,x\uFFFEy,,\n";
    assertThat(kit.takes(csv).written()).isTrue();
    assertThat(kit.plan("b").title()).isEqualTo("x\uFFFEy");
  }

  private static String line(Random random, String key) {
    List<String> titles =
        List.of(
            "",
            "Yes",
            "no",
            "12",
            "a: b # c",
            "\"\"q\"\" 'x'",
            "{[&*!|>",
            "é — 日本",
            "null",
            "\\n",
            "x\uFFFEy",
            "\u2028");
    List<String> people =
        List.of(
            "",
            "Zoe: #1 <zoe@x.org>",
            "O'Neil {x} <o@x.org>; Fay Okafor",
            "fay@training.example.com",
            "No",
            "Priya Nair",
            "12");
    List<String> zones = List.of("", "Asia/Kolkata", "Etc/GMT+5", "America/New_York");
    return "hybrid-meetings,%s,2027-0%d-1%d,%s,%s,\"%s\",\"%s\",%s%n"
        .formatted(
            key,
            1 + random.nextInt(9),
            random.nextInt(10),
            random.nextBoolean() ? "" : "0" + random.nextInt(10) + ":15",
            zones.get(random.nextInt(zones.size())),
            titles.get(random.nextInt(titles.size())),
            people.get(random.nextInt(people.size())),
            random.nextBoolean() ? "" : "86120034455");
  }

  @Test
  void fiveThousandClasses_areTakenAtOnce() throws IOException {
    StringBuilder csv = new StringBuilder(DeliveryKit.HEAD);
    for (int i = 0; i < 5_000; i++) {
      csv.append(
          "hybrid-meetings,class-%d,2027-%02d-%02d,,,Class %d,F%d <f%d@x.org>,%d%n"
              .formatted(i, 1 + i % 12, 1 + i % 28, i, i, i, 80_000_000_000L + i));
    }
    Outcome outcome = kit.takes(csv.toString());
    assertThat(outcome.fresh()).isEqualTo(5_000);
    assertThat(kit.plan("class-4999").title()).isEqualTo("Class 4999");
    assertThat(kit.takes(csv.toString()).same()).isEqualTo(5_000);
  }

  @Test
  void tables_areToldApartByTheirHeadings() throws IOException {
    Path classes = kit.file("a.csv", DeliveryKit.HEAD.getBytes(StandardCharsets.UTF_8));
    Path rosters = kit.file("b.csv", "class,name,email\n".getBytes(StandardCharsets.UTF_8));
    Path book =
        kit.file(
            "c.xlsx", DeliveryKit.workbook(sheet -> DeliveryKit.row(sheet, 0, "Copy of", "Key")));
    assertThat(DeliveryImport.isFor(classes)).isTrue();
    assertThat(DeliveryImport.isFor(book)).isTrue();
    assertThat(DeliveryImport.isFor(rosters)).isFalse();
    assertThat(DeliveryImport.isFor(home.resolve("none.csv"))).isFalse();
  }
}
