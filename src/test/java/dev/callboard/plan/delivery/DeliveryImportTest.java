package dev.callboard.plan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callboard.plan.Member;
import dev.callboard.plan.Plan;
import dev.callboard.plan.PlanFolder;
import dev.callboard.plan.Reading;
import dev.callboard.plan.Role;
import dev.callboard.plan.Rooms;
import dev.callboard.plan.Segment;
import dev.callboard.plan.delivery.DeliveryImport.Outcome;
import dev.callboard.plan.delivery.DeliveryImport.Plans;
import dev.callboard.plan.delivery.DeliveryImport.Wish;
import dev.callboard.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes in bulk, each a copy of a plan. */
class DeliveryImportTest {

  private static final String HEAD = "copy,key,date,time,zone,title,facilitator,zoom meeting\n";
  private static final Wish KEEP = new Wish(false, false);

  @TempDir Path folder;
  @TempDir Path in;
  private PlanFolder plans;

  @BeforeEach
  void plans() throws IOException {
    for (String key : List.of("hybrid-meetings", "feedback-90")) {
      Files.copy(Path.of("config/plans/" + key + ".yaml"), folder.resolve(key + ".yaml"));
    }
    plans = new PlanFolder(folder, Set.of("page", "link"));
  }

  private Outcome takes(String name, byte[] bytes, Wish wish) throws IOException {
    Path file = Files.write(in.resolve(name), bytes);
    return DeliveryImport.of(file, name, new Plans(plans.keys(), plans, folder, null), wish);
  }

  private Outcome takes(String csv) throws IOException {
    return takes("in.csv", csv.getBytes(StandardCharsets.UTF_8), KEEP);
  }

  private static List<String> said(Outcome outcome) {
    return outcome.findings().stream().map(Object::toString).toList();
  }

  private Plan plan(String key) {
    return plans.read(key).orElseThrow().usable().orElseThrow();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void line_isAPlanThatCanBeOpened() throws IOException {
    Outcome outcome =
        takes(
            HEAD
                + "hybrid-meetings,Acme-0111,2027-01-11,9:30,America/New_York,Hybrid for Acme,"
                + "Zoe Lim <Zoe@people.example.com>,812 3456 7890\n"
                + "feedback-90,acme-0112,2027-01-12,,,,,\n");

    assertThat(said(outcome)).isEmpty();
    assertThat(outcome.written()).isTrue();
    assertThat(outcome.fresh()).isEqualTo(2);
    Plan plan = plan("acme-0111");
    assertThat(plan.title()).isEqualTo("Hybrid for Acme");
    assertThat(plan.zone()).hasToString("America/New_York");
    assertThat(plan.startDate()).isEqualTo(LocalDate.parse("2027-01-11"));
    assertThat(plan.startTime()).isEqualTo(LocalTime.of(9, 30));
    assertThat(plan.withRole(Role.FACILITATOR).map(Member::email))
        .containsExactly("zoe@people.example.com");
    assertThat(plan.rooms()).containsEntry("zoom", new Rooms(null, null, "81234567890", null));
    Plan other = plan("acme-0112");
    assertThat(other.title()).isEqualTo(plan("feedback-90").title());
    assertThat(other.startTime()).isEqualTo(plan("feedback-90").startTime());
    assertThat(plans.read("acme-0111").orElseThrow().findings())
        .extracting(Reading.Finding::message)
        .noneMatch(message -> message.contains("expected"));
  }

  @Test
  void copy_hasTheTeamButNoLearners_andWhoLeadsIsWhoeverIsInTheirPlace() throws IOException {
    takes(HEAD + "hybrid-meetings,a,2027-01-11,,,,Zoe Lim <zoe@people.example.com>,\n");

    Plan template = plan("hybrid-meetings");
    Plan copy = plan("a");
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
    takes(HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");

    String before = Files.readString(folder.resolve("hybrid-meetings.yaml"));
    String after = Files.readString(folder.resolve("a.yaml"));
    assertThat(after).startsWith("# yaml-language-server: $schema=plan.schema.json\n");
    assertThat(after).contains("# A copy of hybrid-meetings, for one delivery.\ntitle:");
    String segments = before.substring(before.indexOf("segments:"));
    assertThat(after).endsWith(segments);
  }

  @Test
  void sameTableAgain_changesNothing() throws IOException {
    String csv = HEAD + "hybrid-meetings,a,2027-01-11,,,,,\nhybrid-meetings,b,2027-01-12,,,,,\n";
    takes(csv);
    Path file = folder.resolve("a.yaml");
    Object modified = Files.getLastModifiedTime(file);
    Outcome again = takes(csv);
    assertThat(said(again)).isEmpty();
    assertThat(again).extracting(Outcome::fresh, Outcome::same).containsExactly(0, 2);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
  }

  @Test
  void planThatSaysSomethingElse_isReplacedOnlyWhenAskedFor() throws IOException {
    takes(HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n");
    String moved = HEAD + "hybrid-meetings,a,2027-01-18,,,,,\nhybrid-meetings,b,2027-01-19,,,,,\n";
    Outcome refused = takes(moved);
    assertThat(said(refused))
        .containsExactly(
            "in.csv:2: key: “a” is there and says something else (expected: the same, another key,"
                + " or the wish to replace it)");
    assertThat(files()).doesNotContain("b.yaml");
    Outcome replaced =
        takes("in.csv", moved.getBytes(StandardCharsets.UTF_8), new Wish(false, true));
    assertThat(replaced).extracting(Outcome::fresh, Outcome::replaced).containsExactly(1, 1);
    assertThat(plan("a").startDate()).isEqualTo(LocalDate.parse("2027-01-18"));
  }

  @Test
  void everyBadLine_isToldAtOnceWithItsColumn_andNothingIsWritten() throws IOException {
    List<String> before = files();
    Outcome outcome =
        takes(
            "copy,key,date,time,zone,slot,title,facilitator,zoom meeting,teams join\n"
                + "hybrid-meeting,a,2027-01-11,,,,,,,\n"
                + "hybrid-meetings,A b,11/01/2027,,,,,,,\n"
                + "hybrid-meetings,c,2027-02-30,25:00,Europe/Londn,4,,,,\n"
                + ",,,,,,,,,x\n"
                + "hybrid-meetings,d,2027-01-11,2 pm,,90 min,=1+1,Zoe <zoe at home>,123,ftp://x\n"
                + "hybrid-meetings,hybrid-meetings,2027-01-11,,,,,nobody@example.com,,\n"
                + "hybrid-meetings,e,2027-01-11,,,,,nobody@example.com,,\n"
                + "hybrid-meetings,f,2027-01-11,,,,"
                + "x".repeat(200)
                + ",,,\n"
                + "feedback-90,f,2027-01-11,,,,,,,\n"
                + "hybrid-meetings,g,2027-01-11,,,,,priya@training.example.com,,\n");

    assertThat(said(outcome))
        .contains(
            "in.csv:2: copy: “hybrid-meeting” (did you mean hybrid-meetings?)",
            "in.csv:3: key: “a b” (expected: up to 40 lower-case letters, digits and dashes)",
            "in.csv:3: date: “11/01/2027” (expected: a day such as 2026-11-24)",
            "in.csv:4: date: “2027-02-30” (expected: a day that exists)",
            "in.csv:4: time: “25:00” (expected: a time such as 14:30)",
            "in.csv:4: zone: “Europe/Londn” (did you mean Europe/London?)",
            "in.csv:4: slot: “4” (expected: a number of minutes from 5 to 720)",
            "in.csv:5: copy: nothing (expected: the key of the plan to copy)",
            "in.csv:5: date: nothing (expected: a day such as 2026-11-24)",
            "in.csv:6: time: “2 pm” (expected: a time such as 14:30)",
            "in.csv:6: zoom meeting: “123” (expected: a meeting's number, such as 86120034455)",
            "in.csv:6: teams join: “ftp://x” (expected: an address that begins with https://)",
            "in.csv:7: key: “hybrid-meetings” (expected: another key than that of the plan to"
                + " copy)",
            "in.csv:8: the copy has “nobody@example.com” (expected: a name with it, for the plan"
                + " does not know it)")
        .anyMatch(line -> line.startsWith("in.csv:6: title: “=1+1” (expected: no formula"))
        .anyMatch(line -> line.startsWith("in.csv:6: facilitator: “Zoe <zoe at home>”"))
        .anyMatch(line -> line.startsWith("in.csv:9: title: 200 characters"))
        .anyMatch(line -> line.startsWith("in.csv:10: key: the same as in line 9"));
    assertThat(outcome.written()).isFalse();
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whoOrWhatIsInTwoClassesAtOnce_isWarnedOf() throws IOException {
    Outcome outcome =
        takes(
            """
            copy,key,date,time,producer,facilitator,zoom meeting
            hybrid-meetings,a,2027-01-11,14:00,Pia <pia@x.org>,Zoe <zoe@x.org>,81234567890
            hybrid-meetings,b,2027-01-11,14:30,Pat <pat@x.org>,Kai <kai@x.org>,81234567890
            hybrid-meetings,c,2027-01-11,15:30,Pia <pia@x.org>,Zoe <zoe@x.org>,81234567891
            hybrid-meetings,d,2027-01-11,16:00,Pim <pim@x.org>,Zoe <zoe@x.org>,81234567892
            """);
    assertThat(said(outcome))
        .containsExactly(
            "in.csv:2: the meeting 81234567890 of zoom is in line 3 at the same time",
            "in.csv:3: the meeting 81234567890 of zoom is in line 2 at the same time",
            "in.csv:4: zoe@x.org is in line 5 at the same time",
            "in.csv:5: zoe@x.org is in line 4 at the same time");
    assertThat(outcome.written()).isTrue();
  }

  @Test
  void hourThatTheClocksLeaveOut_isWarnedOf() throws IOException {
    Outcome outcome = takes(HEAD + "hybrid-meetings,a,2027-03-28,01:30,,,,\n");
    assertThat(said(outcome))
        .singleElement()
        .asString()
        .contains("in.csv:2: the copy has start: on 2027-03-28 the clocks go forward");
  }

  @Test
  void meetingElsewhere_leavesTheOldWayInBehind() throws IOException {
    Files.writeString(
        folder.resolve("t.yaml"),
        Files.readString(folder.resolve("hybrid-meetings.yaml"))
            + "rooms: # as always\n  slack: {class: C1A, backstage: C2A}\n"
            + "  zoom: {meeting: 81234567890, join: \"https://zoom.us/j/81234567890?pwd=x\"}\n");
    takes(
        """
        copy,key,date,zoom meeting,slack class,teams join
        t,a,2027-01-11,812-3456-7891,C9A,https://teams.example.com/x
        t,b,2027-01-12,,,
        """);
    assertThat(plan("a").rooms())
        .containsEntry("zoom", new Rooms(null, null, "81234567891", null))
        .containsEntry("slack", new Rooms("C9A", "C2A"))
        .containsEntry(
            "teams", new Rooms(null, null, null, URI.create("https://teams.example.com/x")));
    assertThat(Files.readString(folder.resolve("b.yaml"))).contains("rooms: # as always\n");
  }

  @Test
  void planThatCannotBeTakenApart_isSaidToBeSo() throws IOException {
    Files.writeString(
        folder.resolve("flow.yaml"),
        "{title: T, zone: Europe/London, start: \"14:00\", slot: 60, people: [{name: P, role:"
            + " producer}], segments: [{title: All, minutes: 60}]}\n");
    assertThat(said(takes(HEAD + "flow,a,2027-01-11,,,,,\n")))
        .singleElement()
        .asString()
        .startsWith("in.csv:2: copy: “flow” cannot be copied (expected: a plan without mistakes");
  }

  @Test
  void workbook_mayHaveDaysAndTimesAsSpreadsheetsDo() throws IOException {
    byte[] book =
        workbook(sheet -> {
          row(sheet, 0, "copy", "key", "date", "time", "zoom meeting");
          row(sheet, 1, "hybrid-meetings", "a", "", "", "");
          sheet.value(1, 2, LocalDate.parse("2027-01-11"));
          sheet.style(1, 2).format("yyyy-mm-dd").set();
          sheet.value(1, 3, 0.6041666666666666);
          sheet.style(1, 3).format("hh:mm").set();
          sheet.value(1, 4, 81234567890L);
          row(sheet, 2, "hybrid-meetings", "b", "", "", "");
          sheet.value(2, 2, LocalDateTime.parse("2027-01-12T09:45:00"));
          sheet.style(2, 2).format("yyyy-mm-dd hh:mm").set();
        });
    Outcome outcome = takes("in.xlsx", book, KEEP);
    assertThat(said(outcome)).isEmpty();
    assertThat(plan("a").startDate()).isEqualTo(LocalDate.parse("2027-01-11"));
    assertThat(plan("a").startTime()).isEqualTo(LocalTime.of(14, 30));
    assertThat(plan("a").rooms().get("zoom")).extracting(Rooms::meeting).isEqualTo("81234567890");
    assertThat(plan("b").startTime()).isEqualTo(LocalTime.of(9, 45));
  }

  @Test
  void hostileFiles_areRefusedInWords() throws IOException {
    assertThat(said(takes("in.csv", new byte[0], KEEP))).anyMatch(line -> line.contains("empty"));
    byte[] latin =
        (HEAD + "hybrid-meetings,a,2027-01-11,,,Für alle,,\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(said(takes("in.csv", latin, KEEP))).anyMatch(line -> line.contains("not UTF-8"));
    assertThat(said(takes(HEAD + "hybrid-meetings,a,2027-01-11,,,\"" + "x".repeat(10_000_000))))
        .anyMatch(line -> line.contains("a cell of more than a million characters"));
    assertThat(said(takes("in.xlsx", bomb(), KEEP)))
        .containsExactly("in.xlsx: too large when unpacked (expected: a table, in parts)");
    assertThat(said(takes("key,date\na,2027-01-11\n")))
        .anyMatch(line -> line.contains("no column “copy”"));
    byte[] formula =
        workbook(sheet -> {
          row(sheet, 0, "copy", "key", "date");
          row(sheet, 1, "hybrid-meetings", "a");
          sheet.formula(1, 2, "TODAY()");
        });
    assertThat(said(takes("in.xlsx", formula, KEEP)))
        .containsExactly("in.xlsx:2: date: nothing (expected: a day such as 2026-11-24)");
    assertThat(files()).containsExactly("feedback-90.yaml", "hybrid-meetings.yaml");
  }

  @Test
  void dryRun_saysWhatWouldBeAndWritesNothing() throws IOException {
    String csv = HEAD + "hybrid-meetings,a,2027-01-11,,,,,\n";
    Outcome outcome = takes("in.csv", csv.getBytes(StandardCharsets.UTF_8), new Wish(true, false));
    assertThat(outcome)
        .extracting(Outcome::fresh, Outcome::written, Outcome::mistaken)
        .containsExactly(1, false, false);
    assertThat(files()).containsExactly("feedback-90.yaml", "hybrid-meetings.yaml");
  }

  /** What is written without being read again could be read without a mistake. */
  @Test
  void whateverALineSays_thePlanIsSoundOrTheLineIsToldOf() {
    Cases.each(
        200,
        random -> {
          String key = "k" + random.nextInt(1_000_000);
          try {
            Outcome outcome = takes(HEAD + line(random, key));
            assertThat(outcome.mistaken()).isNotEqualTo(outcome.written());
            if (outcome.written()) {
              assertThat(plans.read(key).orElseThrow().usable()).isPresent();
              assertThat(plan(key).slot()).isEqualTo(Duration.ofMinutes(60));
            }
          } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
          }
        });
  }

  private static String line(Random random, String key) {
    List<String> titles =
        List.of(
            "", "Yes", "no", "12", "a: b # c", "\"\"q\"\" 'x'", "{[&*!|>", "é — 日本", "null", "\\n");
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

  private static byte[] workbook(Consumer<Worksheet> filling) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", null)) {
      filling.accept(workbook.newWorksheet("classes"));
    }
    return out.toByteArray();
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      sheet.value(row, i, cells[i]);
    }
  }

  /** Texts that cells share, 65 MiB of them in a few kilobytes, under a size that is a lie. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      fill(zip, 65);
      zip.closeEntry();
    }
    byte[] bytes = out.toByteArray();
    // The size in the central directory: 24 bytes from its signature on.
    for (int i = bytes.length - 4; i > 0; i--) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = 100;
        bytes[i + 25] = 0;
        bytes[i + 26] = 0;
        bytes[i + 27] = 0;
        break;
      }
    }
    return bytes;
  }

  private static void fill(OutputStream zip, int megabytes) throws IOException {
    byte[] zeros = new byte[1024 * 1024];
    for (int i = 0; i < megabytes; i++) {
      zip.write(zeros);
    }
  }

  @Test
  void fiveThousandClasses_areTakenAtOnce() throws IOException {
    StringBuilder csv = new StringBuilder(HEAD);
    for (int i = 0; i < 5_000; i++) {
      csv.append(
          "hybrid-meetings,class-%d,2027-%02d-%02d,,,Class %d,F%d <f%d@x.org>,%d%n"
              .formatted(i, 1 + i % 12, 1 + i % 28, i, i, i, 80_000_000_000L + i));
    }
    Outcome outcome = takes(csv.toString());
    assertThat(outcome.fresh()).isEqualTo(5_000);
    assertThat(plan("class-4999").title()).isEqualTo("Class 4999");
    assertThat(takes(csv.toString()).same()).isEqualTo(5_000);
  }

  @Test
  void tables_areToldApartByTheirHeadings() throws IOException {
    Path classes = Files.writeString(in.resolve("a.csv"), HEAD);
    Path rosters = Files.writeString(in.resolve("b.csv"), "class,name,email\n");
    Path book =
        Files.write(in.resolve("c.xlsx"), workbook(sheet -> row(sheet, 0, "Copy of", "Key")));
    assertThat(DeliveryImport.isFor(classes)).isTrue();
    assertThat(DeliveryImport.isFor(book)).isTrue();
    assertThat(DeliveryImport.isFor(rosters)).isFalse();
    assertThat(DeliveryImport.isFor(in.resolve("none.csv"))).isFalse();
  }
}
